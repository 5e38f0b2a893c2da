"""One system in a process of its own, so that its time and memory are its own.

``python worker.py SYSTEM build MODEL WORK`` builds the system's index in WORK/SYSTEM and prints
one JSON object with the seconds it took. ``python worker.py SYSTEM ask MODEL WORK`` opens that
index and then answers one JSON line a line: a question gives its ranking and its seconds, and
``null`` gives the process's resident memory.

It needs nothing of Verbatim: the systems compared with live in another environment.
"""

import importlib
import json
import os
import sys
from pathlib import Path
from time import perf_counter
from typing import IO, Any


def main(system: str, task: str, model: str, work: str) -> None:
    """Build or answer, speaking JSON lines."""
    with _own_stdout() as out:
        module = importlib.import_module(f"systems.{system}")
        folder = Path(work) / system
        if task == "build":
            folder.mkdir()
            sentences = json.loads((Path(work) / "sentences.json").read_text(encoding="utf-8"))
            subject = module.System(model, folder)
            started = perf_counter()
            subject.build(sentences)
            _say(out, {"seconds": perf_counter() - started})
            return
        subject = module.System(model, folder)
        subject.open()
        _say(out, {"ready": True})
        for line in sys.stdin:
            question = json.loads(line)
            if question is None:
                _say(out, _memory())
                continue
            started = perf_counter()
            answer = subject.ask(question)
            seconds = perf_counter() - started
            _say(out, {"seconds": seconds, "hits": subject.hits(answer)})


def _own_stdout() -> IO[str]:
    """Keep the real stdout for the protocol: libraries greet and warn on file descriptor 1."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(kept, "w", encoding="utf-8")


def _say(out: IO[str], message: dict[str, Any]) -> None:
    out.write(json.dumps(message) + "\n")
    out.flush()


def _memory() -> dict[str, float]:
    fields = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return {
        "resident_mb": int(fields["VmRSS"].split()[0]) / 1024,
        "peak_mb": int(fields["VmHWM"].split()[0]) / 1024,
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
