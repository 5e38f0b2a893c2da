"""From measurements to a table, and the targets they must meet."""

import os
import platform
from dataclasses import asdict, dataclass
from pathlib import Path

__all__ = [
    "QUALITY",
    "Measured",
    "Run",
    "Target",
    "around_markers",
    "markdown",
    "replace_between",
    "targets",
]

QUALITY = ("hit@1", "hit@3", "hit@5", "MRR@10", "paragraph@1")
NAMES = {
    "verbatim": "**Verbatim**",
    "txtai_hybrid": "txtai hybrid",
    "llamaindex_hybrid": "LlamaIndex hybrid, RRF",
    "faiss_dense": "FAISS, dense",
    "encode": "bare `model.encode`",
}
START, END = "<!-- {}:start -->", "<!-- {}:end -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One system's figures; a bare model has no quality and no index."""

    quality: dict[str, float] | None
    p50_ms: float
    p95_ms: float
    build_seconds: float
    resident_mb: float
    index_bytes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One comparison."""

    corpus: str
    documents: int
    sentences: int
    questions: int
    systems: dict[str, Measured]
    ask_seconds: float
    """Wall time of ``verbatim ask``, from the shell."""
    import_seconds: float
    """Wall time of ``python -c "import sentence_transformers"``."""

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A promise and what was measured of it."""

    promise: str
    value: float
    bound: float
    at_most: bool

    @property
    def met(self) -> bool:
        return self.value <= self.bound if self.at_most else self.value >= self.bound

    def __str__(self) -> str:
        sign = "≤" if self.at_most else "≥"
        return (
            f"{'met   ' if self.met else 'MISSED'} {self.promise}: "
            f"{self.value:.3f} (must be {sign} {self.bound:.3f})"
        )


def targets(run: Run) -> list[Target]:
    """Return every promise the project makes about itself beside others."""
    own, bare = run.systems["verbatim"], run.systems["encode"]
    found = [
        Target(
            promise=f"{column} above {NAMES[name]}",
            value=own.quality[column],
            bound=peer.quality[column] + 1e-9,
            at_most=False,
        )
        for name, peer in run.systems.items()
        if name != "verbatim" and peer.quality is not None
        for column in QUALITY
    ]
    found += [
        _most("a question beside a bare encode of it", own.p50_ms / bare.p50_ms, 0.7),
        _least(
            "building, times faster than a bare encode", bare.build_seconds / own.build_seconds, 1.2
        ),
        _most("kilobytes of index a sentence", own.index_bytes / run.sentences / 1000, 8.0),
        _most("megabytes resident while asking", own.resident_mb, 400.0),
    ]
    txtai = run.systems.get("txtai_hybrid")
    if txtai is not None:
        found += [
            _least("a question, times faster than txtai hybrid", txtai.p50_ms / own.p50_ms, 2.5),
            _least(
                "building, times faster than txtai", txtai.build_seconds / own.build_seconds, 1.2
            ),
        ]
    return found


def markdown(run: Run) -> str:
    """Lay the comparison out as a Markdown table with a line on how it was made."""
    header = ["", *QUALITY, "question p50 / p95", "build", "memory, asking", "index / sentence"]
    lines = [_row(header), _row(["---", *["---:"] * (len(header) - 1)])]
    lines += [_row(_cells(name, measured, run)) for name, measured in run.systems.items()]
    own, bare = run.systems["verbatim"], run.systems["encode"]
    lines += [
        "",
        f"{run.documents} documents, {run.sentences:,} sentences and {run.questions:,} answerable "
        f"questions of {run.corpus}; the same model (all-MiniLM-L6-v2), sentences and machine "
        f"({platform.machine()}, {_cores()} cores) for all, each in a process of its own, asked "
        "in turns, in random order.",
        f"A question takes {own.p50_ms / bare.p50_ms:.2f} of a bare `model.encode([question])`, "
        f"building {own.build_seconds / bare.build_seconds:.2f} of `model.encode(sentences)`, and "
        f"`verbatim ask` {run.ask_seconds:.2f} s from the shell where `import "
        f"sentence_transformers` alone takes {run.import_seconds:.2f} s.",
    ]
    return "\n".join(lines)


def replace_between(file: Path, text: str, *, marker: str = "bench") -> None:
    """Put the text between the two marker comments of a Markdown file."""
    before, after = around_markers(file, marker=marker)
    start, end = START.format(marker), END.format(marker)
    file.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8")


def around_markers(file: Path, *, marker: str = "bench") -> tuple[str, str]:
    """Return what is before and after the two marker comments; without them, the program ends."""
    first, last = START.format(marker), END.format(marker)
    before, start, rest = file.read_text(encoding="utf-8").partition(first)
    _, end, after = rest.partition(last)
    if not start or not end:
        raise SystemExit(f"{file} has no {first} … {last} to write the table between.")
    return before, after


def _most(promise: str, value: float, bound: float) -> Target:
    return Target(promise=promise, value=value, bound=bound, at_most=True)


def _least(promise: str, value: float, bound: float) -> Target:
    return Target(promise=promise, value=value, bound=bound, at_most=False)


def _cells(name: str, measured: Measured, run: Run) -> list[str]:
    quality = measured.quality
    size = measured.index_bytes
    return [
        NAMES[name],
        *(_share(quality[column]) if quality is not None else "" for column in QUALITY),
        f"{measured.p50_ms:.1f} / {measured.p95_ms:.1f} ms",
        f"{measured.build_seconds:.1f} s",
        f"{measured.resident_mb:.0f} MB",
        f"{size / run.sentences / 1000:.1f} kB" if size is not None else "",
    ]


def _share(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cores() -> int:
    return len(os.sched_getaffinity(0))
