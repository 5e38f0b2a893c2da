"""The measuring itself: build each system, ask all of them in turns, look at their memory."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, sleep

from process import Asking, Place, build_seconds
from table import QUALITY, Measured

from retrieval.evaluation.dataset import Question
from retrieval.evaluation.judging import judge
from retrieval.evaluation.metrics import hit_rate, mean_reciprocal_rank, percentile
from retrieval.evaluation.sources import CorpusFile
from retrieval.reading import SIZE_LIMIT, discover, load, read_file
from retrieval.text.sentences.split import split_sentences

__all__ = ["Piece", "cut", "from_the_shell", "measure"]

BARE = "encode"
PAUSE = 0.01  # Thread pools spin for a moment after their work; the next system must not pay.
WARM_UP = 20
SHELL_RUNS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence as every system ranks it."""

    path: str
    start: int
    end: int


@dataclass(slots=True)
class _Asked:
    seconds: list[float] = field(default_factory=list)
    ranks: list[int] = field(default_factory=list)
    paragraphs: list[bool] = field(default_factory=list)
    resident_mb: float = 0.0

    def quality(self) -> dict[str, float]:
        values = [
            *(hit_rate(self.ranks, cutoff) for cutoff in (1, 3, 5)),
            mean_reciprocal_rank(self.ranks, 10),
            hit_rate(self.paragraphs, 1),
        ]
        return dict(zip(QUALITY, values, strict=True))


def cut(place: Place) -> list[Piece]:
    """Cut the corpus as Verbatim cuts it, and leave the list for the other systems."""
    pieces, texts = [], []
    for file in discover(place.corpus).files:
        path = file.relative_to(place.corpus).as_posix()
        for document in read_file(load(file, limit=SIZE_LIMIT), path).documents:
            for one in split_sentences(document):
                pieces.append(Piece(document.path, one.start, one.end))
                texts.append({"text": document.text[one.start : one.end]})
    (place.work / "sentences.json").write_text(json.dumps(texts), encoding="utf-8")
    return pieces


def measure(
    place: Place,
    pythons: Mapping[str, str],
    pieces: Sequence[Piece],
    questions: Sequence[Question],
    sources: Mapping[str, CorpusFile],
    *,
    builds: int,
    tell: Callable[[str], None],
) -> dict[str, Measured]:
    """Build each system ``builds`` times, then ask all of them; ``pythons`` names who runs whom."""
    fastest = dict.fromkeys(pythons, float("inf"))
    for _ in range(builds):
        for name, python in pythons.items():
            shutil.rmtree(place.work / name, ignore_errors=True)
            seconds = build_seconds(place, python, name)
            fastest[name] = min(fastest[name], seconds)
            tell(f"{name}: built in {seconds:.1f} s")
    asked = _ask(place, pythons, pieces, questions, sources, tell)
    return {
        name: Measured(
            quality=None if name == BARE else one.quality(),
            p50_ms=1000 * percentile(one.seconds, 50),
            p95_ms=1000 * percentile(one.seconds, 95),
            build_seconds=fastest[name],
            resident_mb=one.resident_mb,
            index_bytes=None if name == BARE else _size(place.work / name),
        )
        for name, one in asked.items()
    }


def _ask(
    place: Place,
    pythons: Mapping[str, str],
    pieces: Sequence[Piece],
    questions: Sequence[Question],
    sources: Mapping[str, CorpusFile],
    tell: Callable[[str], None],
) -> dict[str, _Asked]:
    asked = {name: _Asked() for name in pythons}
    order = Random(0)
    with ExitStack() as stack:
        asking = {
            name: stack.enter_context(Asking(place, python, name))
            for name, python in pythons.items()
        }
        for question in questions[:WARM_UP]:
            for process in asking.values():
                process.ask(question.question)
        for turn, question in enumerate(questions):
            if turn % 100 == 0:
                tell(f"asking: {turn:,} of {len(questions):,}")
            # Two systems on torch map the same weights, and whoever comes second finds them in the
            # processor's cache: so none may always follow the same one.
            for name in order.sample(list(asking), len(asking)):
                sleep(PAUSE)
                answer = asking[name].ask(question.question)
                found = judge(_pieces(answer["hits"], pieces), question.answers, sources)
                asked[name].seconds.append(answer["seconds"])
                asked[name].ranks.append(found.rank or 0)
                asked[name].paragraphs.append(found.paragraph)
        for name, process in asking.items():
            asked[name].resident_mb = process.ask(None)["resident_mb"]
    return asked


def _pieces(hits: list[int | list], pieces: Sequence[Piece]) -> list[Piece]:
    """Other systems name a sentence by its number, Verbatim by its place."""
    return [Piece(*hit) if isinstance(hit, list) else pieces[hit] for hit in hits]


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def from_the_shell(place: Place, question: str) -> tuple[float, float]:
    """Median wall times, in turns, of ``verbatim ask`` and of importing sentence-transformers."""
    environment = place.environment() | {
        "VERBATIM_DATA": str(place.work / "verbatim"),
        "VERBATIM_SEEDS": str(place.corpus),
    }
    commands = (
        [sys.executable, "-P", "-m", "bot", "ask", question],
        [sys.executable, "-c", "import sentence_transformers"],
    )
    walls = [[_wall(command, environment) for command in commands] for _ in range(SHELL_RUNS)]
    ask, imported = zip(*walls, strict=True)
    return median(ask), median(imported)


def _wall(command: list[str], environment: dict[str, str]) -> float:
    started = perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in (os.EX_OK, 1):
        raise SystemExit(f"{' '.join(command)} failed.")
    return perf_counter() - started
