"""The development folders that the confidence is fitted and measured on, and what is asked of them.

Several kinds of documents and several kinds of questions: what is fitted to one encyclopaedia's
exam questions takes a greeting, a slip or a synonym for evidence against an answer.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

__all__ = ["CORPORA", "TYPED", "TYPED_KINDS", "WRAPPINGS", "Asking", "DevelopmentCorpus", "Kind"]

TYPED = Path(__file__).with_name("typed")
"""Small folders of documents of the kinds that owners have, and questions as people type them, four
in ten of which the documents nearly answer and don't: written for this project. Each is an
evaluation folder of its own."""
TYPED_KINDS = ("guides", "prose", "servers", "sheets")


class Kind(StrEnum):
    """What questions are, seen from the documents they are asked of."""

    OWN = "own"
    """About these documents."""
    OTHER = "other"
    """About something else."""
    WRAPPED = "wrapped"
    """About something else, with a greeting and thanks around them."""


WRAPPINGS = (
    "hi, quick question: {} thanks!",
    "Hello everyone, {} Thanks in advance!",
    "sorry to bother you, but {} cheers",
    "good morning! could somebody tell me {} thank you so much",
    "hey guys, {} any help is appreciated",
    "I was wondering, {} (new here)",
)
"""What questions about something else are wrapped in, in turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A file of questions, asked of a corpus."""

    name: str
    file: str
    """Below the folder of all development folders."""
    kind: Kind = Kind.OWN
    limit: int | None = None
    """At most so many, evenly from the whole file."""
    about: str = ""
    """Only those answered by documents whose names begin so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentCorpus:
    """Documents, and the questions that are asked of them."""

    name: str
    folder: str
    askings: tuple[Asking, ...]
    documents: str = ""
    """Only the documents whose names begin so."""
    by_paragraph: bool = False
    """Whether the first sentence is right when it stands in the paragraph of an answer: where
    the known answers are whole paragraphs' worth, and no sentence is the one."""
    alone: int | None = None
    """Each of at most so many documents, evenly from all, is a corpus by itself, as with somebody
    who begins with one; the questions that the other documents answer are about something else."""
    ships: bool = True
    """Whether what ships is fitted to it; not where its licence isn't said, nor where its known
    answers are fragments, so that right sentences count as wrong, nor where it is a part of another
    one. It measures all the same."""


def _others(*files: tuple[str, str, int]) -> tuple[Asking, ...]:
    return tuple(
        Asking(name=f"{name}, {kind}", file=file, kind=kind, limit=limit)
        for name, file, limit in files
        for kind in (Kind.OTHER, Kind.WRAPPED)
    )


def _own_and_others(file: str, limit: int) -> tuple[Asking, ...]:
    """Ask a document alone its own questions, and as many of those of the others."""
    return tuple(
        Asking(name=name, file=file, kind=kind, limit=limit)
        for name, kind in (("own", Kind.OWN), ("other documents", Kind.OTHER))
    )


_SQUAD = "squad2-a/questions.jsonl"
_CANARD = "canard-a/questions-rewritten.jsonl"
_SOFTWARE = "softdocs-a/questions.jsonl"
_OFFICES = "doc2dial-a/questions.jsonl"
_COURSE = "zoomfaq-a/questions.jsonl"

CORPORA = (
    DevelopmentCorpus(
        name="squad2-a",
        folder="squad2-a",
        askings=(
            Asking(name="clean", file=_SQUAD),
            *(
                Asking(name=name, file=f"squad2-a/questions-noisy-{name}.jsonl")
                for name in ("lower", "typos", "keywords", "chatter")
            ),
            *_others(("canard", _CANARD, 300), ("software", _SOFTWARE, 210)),
            *_others(("offices", _OFFICES, 250)),
        ),
    ),
    DevelopmentCorpus(
        name="squad2-a, one article",
        folder="squad2-a",
        ships=False,
        alone=16,
        askings=_own_and_others(_SQUAD, 40),
    ),
    DevelopmentCorpus(
        name="canard-a",
        folder="canard-a",
        ships=False,
        askings=(
            Asking(name="rewritten", file=_CANARD),
            *_others(("squad", _SQUAD, 300), ("software", _SOFTWARE, 210)),
            *_others(("offices", _OFFICES, 150)),
        ),
    ),
    DevelopmentCorpus(
        name="softdocs-a",
        folder="softdocs-a",
        askings=(
            Asking(name="clean", file=_SOFTWARE),
            *_others(("squad", _SQUAD, 250), ("offices", _OFFICES, 150)),
        ),
    ),
    DevelopmentCorpus(
        name="softdocs-a, one page",
        folder="softdocs-a",
        ships=False,
        alone=60,
        askings=_own_and_others(_SOFTWARE, 8),
    ),
    *(
        DevelopmentCorpus(
            name=f"softdocs-a, {product}",
            folder="softdocs-a",
            documents=f"{product}-",
            askings=(
                Asking(name="clean", file=_SOFTWARE, about=f"{product}-"),
                *(
                    Asking(
                        name=f"other software, {kind}",
                        file=_SOFTWARE,
                        kind=kind,
                        about=f"{other}-",
                    )
                    for kind in (Kind.OTHER, Kind.WRAPPED)
                ),
            ),
        )
        for product, other in (("aws", "choreo"), ("choreo", "aws"))
    ),
    DevelopmentCorpus(
        name="doc2dial-a",
        folder="doc2dial-a",
        by_paragraph=True,
        askings=(
            Asking(name="clean", file=_OFFICES),
            *_others(("squad", _SQUAD, 250), ("software", _SOFTWARE, 210)),
            *_others(("canard", _CANARD, 150)),
        ),
    ),
    DevelopmentCorpus(
        name="doc2dial-a, one page",
        folder="doc2dial-a",
        by_paragraph=True,
        ships=False,
        alone=60,
        askings=_own_and_others(_OFFICES, 8),
    ),
    DevelopmentCorpus(
        name="zoomfaq-a",
        folder="zoomfaq-a",
        ships=False,
        askings=(
            Asking(name="clean", file=_COURSE),
            *_others(("squad", _SQUAD, 250), ("software", _SOFTWARE, 210)),
        ),
    ),
    DevelopmentCorpus(
        name="zoomfaq-a, one page",
        folder="zoomfaq-a",
        alone=18,
        ships=False,
        askings=_own_and_others(_COURSE, 20),
    ),
    DevelopmentCorpus(
        name="softdocs-a, course questions",
        folder="softdocs-a",
        ships=False,
        askings=_others(("course", _COURSE, 400)),
    ),
)
