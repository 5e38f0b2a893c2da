"""What the bot needs of the retrieval core: `retrieval.answering.searcher.Searcher` is one."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.domain import Answer, BuildReport, DocumentInfo, IndexInfo, Passage, Turn
from retrieval.indexing.progress import Progress

__all__ = ["Embed", "Rebuild", "Source"]

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Turns questions into unit-length vectors [n, d], to compare their meanings."""


class Rebuild(Protocol):
    """Brings the index up to date; runs in a thread of its own and may take minutes."""

    def __call__(self, progress: Progress) -> BuildReport:
        """Build and publish, reporting progress."""

    def stop(self) -> None:
        """End a build that is under way; the published index stays as it was."""


class Source(Protocol):
    """One opened build of the index. Safe to use from several threads."""

    @property
    def info(self) -> IndexInfo:
        """What is known of the build."""

    def documents(self) -> tuple[DocumentInfo, ...]:
        """List the documents in order of their paths."""

    def ask(
        self, question: str, *, history: Sequence[Turn] = (), document: str | None = None
    ) -> Answer:
        """Answer a question from this build alone."""

    def text(self, path: str) -> str:
        """Return the text of a document."""

    def context(self, path: str, start: int, end: int, *, sentences: int) -> Passage:
        """Return a span with that many more sentences on each side."""

    def close(self) -> None:
        """Let go of the build's files."""
