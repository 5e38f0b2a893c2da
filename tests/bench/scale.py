"""What an index costs as it grows: ``python tests/bench/scale.py FOLDER [SENTENCES …]``.

Takes the documents of an evaluation folder, and copies of them in which every tenth word is
another one, chosen by a seed, until there are as many sentences as are wanted (`scale_text`). The
encoder is a hash of words, so that a model's time does not drown the rest. Each step runs in a
process of its own, whose largest resident memory is its own, too: all of it, and what is its own
alone, without what was looked at of files that are mapped into it, which processes share and the
system takes back where it needs the room. Times are those of the processor, so that other work on
the machine changes them little, and beside them, in the JSON, those of the clock. The last step
asks the same questions once more of an index that looks at all vectors.
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
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from scale_report import plot, table
from scale_text import grow
from table import replace_between

__all__ = ["measure"]

SEED = 15
QUESTIONS = 200
WATCHED = 0.05
"""Seconds between two looks at the memory."""
MEASURED = (
    "Text of SQuAD 2.0 with seeded edits, a hash of words as the encoder, one machine ({}, {}"
    " cores); times are the processors', of all processes together. Memory is the largest that each"
    " process had resident, mapped files included, and in brackets without them. The last column"
    " compares with looking at all vectors: how many of the ten nearest are found, and how often"
    " the first answer is the same."
)
CHANGED = "\n\nThe harbour master counted forty ships before noon. Two of them left.\n"
"""What one document says more of afterwards."""


def start(work: Path, _: Path) -> Mapping[str, Any]:
    """Load what building needs, and no more."""
    import retrieval.indexing.build
    import retrieval.testing

    return {"modules": [retrieval.indexing.build.__name__, retrieval.testing.__name__]}


def build(work: Path, _: Path) -> Mapping[str, Any]:
    """Build, or bring up to date."""
    from retrieval.indexing.build import build_index
    from retrieval.testing import HashEncoder

    started = time.perf_counter()
    report = build_index(work / "seeds", work / "index", HashEncoder())
    return {
        "elapsed": time.perf_counter() - started,
        "documents": report.documents,
        "sentences": report.sentences,
        "embedded": report.embedded,
    }


def ask(work: Path, folder: Path) -> Mapping[str, Any]:
    """Open the index and ask it questions that people have asked."""
    from retrieval.answering.searcher import open_index
    from retrieval.testing import HashEncoder

    chosen = questions_of(folder)
    encoder = HashEncoder()
    before = _now()
    with open_index(work / "index", encoder) as searcher:
        opened = _since(before)
        for question in chosen[:20]:
            searcher.ask(question)
        took = []
        for question in chosen:
            before = _now()
            searcher.ask(question)
            took.append(_since(before))
    elapsed, busy = (sorted(times) for times in zip(*took, strict=True))
    half, most = len(took) // 2, int(len(took) * 0.95)
    return {
        "open": opened[1],
        "p50": busy[half],
        "p95": busy[most],
        "elapsed": {"open": opened[0], "p50": elapsed[half], "p95": elapsed[most]},
    }


def _now() -> tuple[float, float]:
    """Return the time by the clock and by the processor, in seconds."""
    return time.perf_counter(), time.process_time()


def _since(before: tuple[float, float]) -> tuple[float, float]:
    elapsed, busy = _now()
    return elapsed - before[0], busy - before[1]


def compare(work: Path, folder: Path) -> Mapping[str, Any]:
    """Ask questions as they are asked, and looking at all vectors."""
    from retrieval.store.files import candidates

    found = _nearest_and_first(work, folder)
    candidates.APPROXIMATE_FROM = sys.maxsize
    expected = _nearest_and_first(work, folder)
    pairs = list(zip(found, expected, strict=True))
    return {
        "recall": sum(len(near & all_of_them) for (near, _), (all_of_them, _) in pairs)
        / sum(len(all_of_them) for all_of_them, _ in expected),
        "same": sum(first == other for (_, first), (_, other) in pairs) / len(pairs),
    }


def _nearest_and_first(work: Path, folder: Path) -> list[tuple[frozenset[int], object]]:
    """Return the ten nearest sentences of each question, and where its first answer stands."""
    from retrieval.answering.searcher import open_index
    from retrieval.domain import EVERYTHING
    from retrieval.store import open_store
    from retrieval.testing import HashEncoder

    encoder, found = HashEncoder(), []
    with (
        closing(open_store(work / "index").open()) as reader,
        open_index(work / "index", encoder) as searcher,
    ):
        for question in questions_of(folder):
            vector = encoder.encode_queries([question]).vectors[0]
            # As many as a question really asks for.
            near = reader.shortlist(vector, [], scope=EVERYTHING, k=100).ids[:10]
            passages = searcher.ask(question).passages
            first = (passages[0].citation, passages[0].text) if passages else None
            found.append((frozenset(near.tolist()), first))
    return found


def questions_of(folder: Path) -> list[str]:
    """Choose some questions, always the same."""
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines]
    return random.Random(SEED).sample(questions, min(QUESTIONS, len(questions)))


STEPS: Mapping[str, Callable[[Path, Path], Mapping[str, Any]]] = {
    "start": start,
    "build": build,
    "ask": ask,
    "compare": compare,
}


def _apart(step: str, work: Path, folder: Path) -> dict[str, Any]:
    """Take a step in a process of its own; see how long processors worked for it."""
    command = [sys.executable, __file__, str(folder), "--step", step, "--work", str(work)]
    # Threads that wait for each other count as busy, and for a question there is nothing to share.
    alone = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | alone) as child:
        said = child.stdout.read() if child.stdout else b""
        # With all processes that it started, which end before it does.
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    told: dict[str, Any] = json.loads(said)
    return told | {"busy": used.ru_utime + used.ru_stime}


def measure(folder: Path, sentences: int) -> dict[str, Any]:
    """Build an index of some size, change one document of it, and ask it."""
    work = Path(tempfile.mkdtemp(prefix="scale-"))
    try:
        (work / "seeds").mkdir()
        grow(folder / "corpus", work / "seeds", sentences)
        starting = _apart("start", work, folder)["busy"]
        made = _apart("build", work, folder)
        size = sum(path.stat().st_size for path in (work / "index").rglob("*") if path.is_file())
        with (work / "seeds" / "0000" / "000003.txt").open("a", encoding="utf-8") as file:
            file.write(CHANGED)
        changed = _apart("build", work, folder)
        grown = sum(path.stat().st_size for path in (work / "index").rglob("*") if path.is_file())
        asked = _apart("ask", work, folder)
        compared = _apart("compare", work, folder)
        steps = (made, changed, asked)
        return {
            "documents": made["documents"],
            "sentences": made["sentences"],
            "build": made["busy"] - starting,
            "change": changed["busy"] - starting,
            "open": asked["open"],
            "p50": asked["p50"],
            "p95": asked["p95"],
            "elapsed": {
                "build": made["elapsed"],
                "change": changed["elapsed"],
                **asked["elapsed"],
            },
            "memory": [one["memory"] for one in steps],
            "own memory": [one["own memory"] for one in steps],
            "recall": compared["recall"],
            "same": compared["same"],
            "disk": size,
            "disk after the change": grown,
        }
    finally:
        shutil.rmtree(work)


def peak() -> int:
    """Return the largest resident memory of this process so far, in bytes.

    By Linux's own note of it: what `getrusage` says counts the process that started this one, too.
    """
    return _status("VmHWM") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class Watch(threading.Thread):
    """Looks every now and then at how much memory of its own this process has."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._done = threading.Event()

    def run(self) -> None:
        """Look until it is stopped."""
        while True:
            # Without what is mapped of files. Not every system tells.
            self.most = max(self.most, _status("RssAnon"))
            if self._done.wait(WATCHED):
                return

    def stop(self) -> None:
        """Look once more."""
        self._done.set()
        self.join()


def _status(name: str) -> int:
    """Return what Linux notes of this process, in bytes; 0: nothing."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(fields[name].split()[0]) * 1024


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
        watch = Watch()
        watch.start()
        told = dict(STEPS[options.step](options.work, options.folder))
        watch.stop()
        told |= {"memory": peak(), "own memory": watch.most}
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
