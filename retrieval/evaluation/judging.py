"""Which of a ranking's hits are right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from retrieval.evaluation.dataset import AnswerSpan
from retrieval.evaluation.sources import CorpusFile

__all__ = ["Judgement", "Located", "judge"]


class Located(Protocol):
    """A ranked piece of text, whatever system ranked it."""

    @property
    def path(self) -> str:
        """POSIX path of the document, relative to the corpus."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How a ranking met the known answers of one question."""

    rank: int | None
    """Position, from 1, of the first right hit; ``None`` when no hit is right."""
    paragraph: bool
    """Whether the first hit stands in the paragraph of an answer."""
    document: bool
    """Whether the first hit stands in the document of an answer."""

    @property
    def right(self) -> bool:
        """Whether the first hit is right."""
        return self.rank == 1


def judge(
    hits: Sequence[Located], answers: Sequence[AnswerSpan], sources: Mapping[str, CorpusFile]
) -> Judgement:
    """Judge a ranking, best hit first.

    A hit is right when it shares a visible character with one of the answers. Its paragraph
    is right when the same holds for the hit widened to the blank lines around it.
    """

    def meets(path: str, start: int, end: int) -> bool:
        return any(
            answer.document == path and sources[path].shares(start, end, answer.start, answer.end)
            for answer in answers
        )

    ranks = (rank for rank, hit in enumerate(hits, start=1) if meets(hit.path, hit.start, hit.end))
    first = hits[0] if hits else None
    return Judgement(
        rank=next(ranks, None),
        paragraph=first is not None
        and first.path in sources
        and meets(first.path, *sources[first.path].paragraph_around(first.start, first.end)),
        document=first is not None and any(answer.document == first.path for answer in answers),
    )
