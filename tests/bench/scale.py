"""What an index costs as it grows: ``python tests/bench/scale.py FOLDER [SENTENCES …]``.

Takes the documents of an evaluation folder, and copies of them in which every tenth word is
another one, chosen by a seed, until there are as many sentences as are wanted (`scale_text`). The
encoder is a hash of words, so that a model's time does not drown the rest. Each step runs in a
process of its own, whose largest resident memory is its own, too; of files that are mapped into it,
what was looked at is part of that.
"""

import argparse
import json
import os
import platform
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from scale_report import plot, table
from scale_text import grow
from table import replace_between

__all__ = ["measure"]

SEED = 15
QUESTIONS = 200
MEASURED = (
    "Text of SQuAD 2.0 with seeded edits, a hash of words as the encoder, one machine ({}, {}"
    " cores); memory is the largest that each process had resident, mapped files included."
)
CHANGED = "\n\nThe harbour master counted forty ships before noon. Two of them left.\n"
"""What one document says more of afterwards."""


def build(work: Path, _: Path) -> Mapping[str, Any]:
    """Build, or bring up to date."""
    from retrieval.indexing.build import build_index
    from retrieval.testing import HashEncoder

    started = time.perf_counter()
    report = build_index(work / "seeds", work / "index", HashEncoder())
    return {
        "seconds": time.perf_counter() - started,
        "documents": report.documents,
        "sentences": report.sentences,
        "embedded": report.embedded,
    }


def ask(work: Path, folder: Path) -> Mapping[str, Any]:
    """Open the index and ask it questions that people have asked."""
    from retrieval.answering.searcher import open_index
    from retrieval.testing import HashEncoder

    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines]
    chosen = random.Random(SEED).sample(questions, min(QUESTIONS, len(questions)))
    encoder = HashEncoder()
    started = time.perf_counter()
    with open_index(work / "index", encoder) as searcher:
        opened = time.perf_counter() - started
        for question in chosen[:20]:
            searcher.ask(question)
        took = []
        for question in chosen:
            before = time.perf_counter()
            searcher.ask(question)
            took.append(time.perf_counter() - before)
    took.sort()
    return {"open": opened, "p50": took[len(took) // 2], "p95": took[int(len(took) * 0.95)]}


STEPS: Mapping[str, Callable[[Path, Path], Mapping[str, Any]]] = {"build": build, "ask": ask}


def _apart(step: str, work: Path, folder: Path) -> dict[str, Any]:
    command = [sys.executable, __file__, str(folder), "--step", step, "--work", str(work)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def measure(folder: Path, sentences: int) -> dict[str, Any]:
    """Build an index of some size, change one document of it, and ask it."""
    work = Path(tempfile.mkdtemp(prefix="scale-"))
    try:
        (work / "seeds").mkdir()
        grow(folder / "corpus", work / "seeds", sentences)
        made = _apart("build", work, folder)
        size = sum(path.stat().st_size for path in (work / "index").rglob("*") if path.is_file())
        with (work / "seeds" / "0000" / "000003.txt").open("a", encoding="utf-8") as file:
            file.write(CHANGED)
        changed = _apart("build", work, folder)
        grown = sum(path.stat().st_size for path in (work / "index").rglob("*") if path.is_file())
        asked = _apart("ask", work, folder)
        return {
            "documents": made["documents"],
            "sentences": made["sentences"],
            "build": made["seconds"],
            "change": changed["seconds"],
            "open": asked["open"],
            "p50": asked["p50"],
            "p95": asked["p95"],
            "memory": [made["memory"], changed["memory"], asked["memory"]],
            "disk": size,
            "disk after the change": grown,
        }
    finally:
        shutil.rmtree(work)


def peak() -> int:
    """Return the largest resident memory of this process so far, in bytes.

    By Linux's own note of it: what `getrusage` says counts the process that started this one, too.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(fields["VmHWM"].split()[0]) * 1024


def main() -> None:
    """Measure each size, and print the table."""
    parser = argparse.ArgumentParser(description="What an index costs as it grows.")
    parser.add_argument("folder", type=Path, help="an evaluation folder")
    parser.add_argument("sentences", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--readme", type=Path, help="write the table into this file, too")
    parser.add_argument("--plot", type=Path, help="draw how the costs grow into this file (SVG)")
    parser.add_argument("--json", type=Path, help="write what was measured into this file")
    parser.add_argument("--step", choices=sorted(STEPS), help=argparse.SUPPRESS)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        told = dict(STEPS[options.step](options.work, options.folder))
        told["memory"] = peak()
        sys.stdout.write(json.dumps(told))
        return
    rows = []
    for sentences in options.sentences:
        rows.append(measure(options.folder, sentences))
        sys.stderr.write(table(rows).splitlines()[-1] + "\n")
    said = f"{table(rows)}\n\n{MEASURED.format(platform.machine(), os.cpu_count())}"
    sys.stdout.write(said + "\n")
    if options.readme:
        replace_between(options.readme, said, marker="scale")
    if options.plot:
        plot(rows, options.plot)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
