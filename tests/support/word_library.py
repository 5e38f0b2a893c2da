"""A small library that answers by shared words, and what publishes another one."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np

from retrieval.collection import collection_of
from retrieval.domain import (
    Answer,
    BuildReport,
    Choice,
    Citation,
    Confidence,
    DocumentInfo,
    IndexInfo,
    Level,
    Passage,
    Scope,
    Span,
    Turn,
    Vote,
)
from retrieval.errors import UnknownDocumentError

__all__ = ["HANDBOOK", "LEDGER", "Library", "Rebuilder", "Shelf", "embed"]

HANDBOOK = """Handbook of the Lighthouse

The lighthouse was built in 1853 by Ada Brown. It stands on the northern cliff. Its lamp burns \
whale oil.

Visitors may climb the tower on Sundays. The tower has 199 steps. Children must be accompanied.

The keeper receives forty crowns a month. Refunds are paid within fourteen days.
"""
LEDGER = """Ledger of the Harbour

The harbour master collects a toll of two crowns for every ship. Fishing boats are exempt.

In 1861 the harbour was dredged by the Nordic Company for nine thousand crowns.
"""
_STOP = set(
    "the a an of is are was were in on by for who what when where how much many did do does "
    "it its and to may must be they their pay there which".split()
)


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if word not in _STOP}


@dataclass
class Library:
    """Answers with the sentence that shares most words with the question."""

    texts: dict[str, str]
    build: str = "build-1"
    closed: bool = False
    asked: list[tuple[str, tuple[Turn, ...], str | None]] = field(default_factory=list)
    gate: Callable[[], None] = lambda: None
    choices: dict[str, tuple[Choice, ...]] = field(default_factory=dict)
    suggestions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    openings: tuple[str, ...] = ()
    suggested: list[tuple[Answer, tuple[Turn, ...]]] = field(default_factory=list)
    heeded: tuple[Vote, ...] = ()

    @property
    def info(self) -> IndexInfo:
        return IndexInfo(
            build_id=self.build,
            built_at=datetime(2026, 1, 1, tzinfo=UTC),
            documents=len(self.texts),
            sentences=9,
            model="shared words",
            fingerprint="f",
            dimension=3,
            size_bytes=1_500_000,
        )

    def collections(self) -> frozenset[str]:
        return frozenset(map(collection_of, self.texts))

    def within(self, scope: Scope) -> "Library":
        seen = {p: t for p, t in self.texts.items() if scope.holds(p, collection_of(p))}
        return replace(self, texts=seen)

    def heeding(self, votes: Sequence[Vote]) -> "Library":
        return replace(self, heeded=tuple(votes))

    def documents(self) -> tuple[DocumentInfo, ...]:
        return tuple(
            DocumentInfo(
                path=path,
                title=text.splitlines()[0],
                author=None,
                sentences=len(self._sentences(path)),
                characters=len(text),
                sha256=f"{number:064x}",
                collection=collection_of(path),
            )
            for number, (path, text) in enumerate(sorted(self.texts.items()))
        )

    def text(self, path: str) -> str:
        if path not in self.texts:
            raise UnknownDocumentError(f"There is no document {path} in the index.")
        return self.texts[path]

    def _sentences(self, path: str) -> list[Span]:
        text = self.texts[path]
        body = text.index("\n")
        return [
            Span(start=body + m.start(), end=body + m.end())
            for m in re.finditer(r"[^\s.][^.]*\.", text[body:])
        ]

    def _passage(self, path: str, span: Span, score: float) -> Passage:
        text = self.texts[path]
        start = text.rfind("\n\n", 0, span.start) + 2
        end = text.find("\n\n", span.end)
        end = len(text.rstrip()) if end < 0 else end
        line = text.count("\n", 0, span.start) + 1
        return Passage(
            citation=Citation(
                path=path,
                title=text.splitlines()[0],
                headings=(),
                first_line=line,
                last_line=text.count("\n", 0, span.end) + 1,
            ),
            text=text[start:end],
            start=start,
            end=end,
            highlights=(span,),
            score=score,
        )

    def ask(
        self, question: str, *, history: Sequence[Turn] = (), document: str | None = None
    ) -> Answer:
        assert not self.closed
        self.gate()
        self.asked.append((question, tuple(history), document))
        if document is not None:
            self.text(document)
        understood = None
        searched = question
        if history and question.casefold().startswith("and "):
            searched = f"{history[-1].question} {question}"
            understood = searched
        ranked = sorted(
            (
                (len(words(searched) & words(self.texts[path][s.start : s.end])), path, s)
                for path in self.texts
                if document in (None, path)
                for s in self._sentences(path)
            ),
            key=lambda row: -row[0],
        )
        best = ranked[0][0] if ranked else 0
        level = Level.HIGH if best >= 3 else Level.MEDIUM if best == 2 else Level.LOW
        passages = [self._passage(path, span, score) for score, path, span in ranked]
        answered = best >= 2
        return Answer(
            question=question,
            answered=answered,
            confidence=Confidence(probability=best / 5 if best < 5 else 0.99, level=level),
            passages=tuple(passages[:1] if answered else passages[:3]),
            more=tuple(passages[3:5]),
            build_id=self.build,
            understood_as=understood,
            choices=self.choices.get(question, ()),
        )

    def suggest(
        self, answer: Answer, *, history: Sequence[Turn] = (), document: str | None = None
    ) -> tuple[str, ...]:
        assert not self.closed
        self.suggested.append((answer, tuple(history)))
        return self.suggestions.get(answer.question, ())

    def first_questions(self) -> tuple[str, ...]:
        return self.openings

    def context(self, path: str, start: int, end: int, *, sentences: int) -> Passage:
        spans = self._sentences(path)
        touched = [n for n, s in enumerate(spans) if s.start < end and s.end > start]
        first, last = max(touched[0] - sentences, 0), min(touched[-1] + sentences, len(spans) - 1)
        base = self._passage(path, spans[touched[0]], 0.0)
        return replace(
            base,
            start=spans[first].start,
            end=spans[last].end,
            text=self.texts[path][spans[first].start : spans[last].end],
        )

    def close(self) -> None:
        self.closed = True


class Rebuilder:
    """Publishes what the test put into ``next``."""

    def __init__(self, shelf: "Shelf") -> None:
        self._shelf = shelf
        self.stopped = False
        self.error: Exception | None = None
        self.origins: list[str] = []

    def __call__(
        self, progress: Callable[[str, int, int | None], None], *, origin: str = ""
    ) -> BuildReport:
        self.origins.append(origin)
        progress("reading", 1, 2)
        progress("embedding", 2, 2)
        if self.error is not None:
            raise self.error
        self._shelf.published = self._shelf.coming
        return BuildReport(
            build_id=self._shelf.published.build,
            added=("new.md",),
            changed=(),
            removed=("old.md",),
            unchanged=("handbook.md",),
            skipped=(),
            documents=3,
            sentences=12,
            embedded=4,
            seconds=0.5,
        )

    def stop(self) -> None:
        self.stopped = True


@dataclass
class Shelf:
    """What is published."""

    published: Library
    coming: Library


def embed(questions: Sequence[str]) -> Any:
    """Vectors over a hashed vocabulary, of unit length."""
    rows = np.zeros((len(questions), 64), np.float32)
    for row, question in enumerate(questions):
        for word in words(question):
            rows[row, sum(map(ord, word)) % 64] += 1
        rows[row] /= np.linalg.norm(rows[row]) or 1
    return rows
