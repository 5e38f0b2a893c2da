"""Talking to a worker."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

__all__ = ["Asking", "Place", "build_seconds"]

WORKER = Path(__file__).with_name("worker.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where and with what every system works."""

    work: Path
    corpus: Path
    model: str

    def command(self, python: str, system: str, task: str) -> list[str]:
        return [python, str(WORKER), system, task, self.model, str(self.work)]

    def environment(self) -> dict[str, str]:
        return os.environ | {
            "BENCH_CORPUS": str(self.corpus),
            "HF_HUB_OFFLINE": "1",
            "TOKENIZERS_PARALLELISM": "false",
        }


def build_seconds(place: Place, python: str, system: str) -> float:
    """Build the system's index in a fresh process; its interpreter and model are not counted."""
    done = subprocess.run(
        place.command(python, system, "build"),
        env=place.environment(),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return float(json.loads(done.stdout)["seconds"])


class Asking:
    """A process that has opened its index and waits for questions."""

    def __init__(self, place: Place, python: str, system: str) -> None:
        self._process = subprocess.Popen(
            place.command(python, system, "ask"),
            env=place.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._read()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def ask(self, question: str | None) -> dict[str, Any]:
        """Return the answer's ``hits`` and ``seconds``; of ``None``, the process's memory."""
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"{self._process.args[2]} ended early: see its messages above.")
        return json.loads(line)
