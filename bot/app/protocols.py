"""What the use cases need of others: of the retrieval core, of a pool, of a store."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.app.collections.sight import Sight
from bot.storage.records import AnswerRecord
from retrieval.domain import (
    Answer,
    BuildReport,
    DocumentInfo,
    IndexInfo,
    Passage,
    Scope,
    Turn,
    Vote,
)
from retrieval.indexing.progress import Progress

__all__ = ["Embed", "Pool", "Rebuild", "Records", "Source"]


Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Turns questions into unit-length vectors [n, d], to compare their meanings."""


class Rebuild(Protocol):
    """Brings the index up to date; runs in a thread of its own and may take minutes."""

    def __call__(self, progress: Progress, *, origin: str = "") -> BuildReport:
        """Build and publish, reporting progress; ``origin`` says what builds."""

    def stop(self) -> None:
        """End a build that is under way; the published index stays as it was."""


class Source(Protocol):
    """One opened build of the index, as a `Searcher` is; safe to use from several threads."""

    @property
    def info(self) -> IndexInfo:
        """What is known of the build."""

    def collections(self) -> frozenset[str]:
        """Name the collections that the documents belong to."""

    def within(self, scope: Scope) -> "Source":
        """Return what sees the documents of a scope only; it lives as long as this one."""

    def heeding(self, votes: Sequence[Vote]) -> "Source":
        """Return what answers as people have voted; it lives as long as this one."""

    def documents(self) -> tuple[DocumentInfo, ...]:
        """List the documents in order of their paths."""

    def ask(
        self, question: str, *, history: Sequence[Turn] = (), document: str | None = None
    ) -> Answer:
        """Answer a question from this build alone."""

    def suggest(
        self, answer: Answer, *, history: Sequence[Turn] = (), document: str | None = None
    ) -> tuple[str, ...]:
        """Find questions to ask after an answer of this build; most answers have none."""

    def text(self, path: str) -> str:
        """Return the text of a document."""

    def context(self, path: str, start: int, end: int, *, sentences: int) -> Passage:
        """Return a span with that many more sentences on each side."""

    def close(self) -> None:
        """Let go of the build's files."""


class Pool(Protocol):
    """Answers questions from the index that is current."""

    @property
    def busy(self) -> bool:
        """Whether the next question would be turned away."""

    async def ask(
        self,
        question: str,
        *,
        sight: Sight,
        history: Sequence[Turn] = (),
        document: str | None = None,
        votes: Sequence[Vote] = (),
    ) -> Answer:
        """Answer a question from what whoever asks may see, as people have voted.

        Raises:
            VerbatimError: it can't be answered now.
        """

    async def suggest(
        self,
        answer: Answer,
        *,
        sight: Sight,
        history: Sequence[Turn] = (),
        document: str | None = None,
    ) -> tuple[str, ...]:
        """Find questions to ask next; none when there is something better to do.

        Raises:
            VerbatimError: it can't be found out now.
        """


class Records(Protocol):
    """Remembers answers for the conversations that they belong to."""

    async def add(self, record: AnswerRecord) -> None:
        """Remember an answer."""

    async def undropped(self, answer_id: str) -> AnswerRecord | None:
        """Find an answer that may explain later questions."""

    async def latest(self, conversation: str, *, within: timedelta) -> AnswerRecord | None:
        """Find the latest answer of a conversation that has not been dropped."""

    async def votes(self, server: int | None) -> tuple[Vote, ...]:
        """Return what people think of the answers in a server, the latest first."""

    async def change(self, answer_id: str, answer: Answer) -> None:
        """Put another form of an answer into its place, if it is still remembered."""
