"""Saying that the documents have changed since they were indexed."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.domain import DocumentInfo, IndexInfo
from retrieval.errors import SeedsError, VerbatimError
from retrieval.indexing.freshness import (
    Files,
    Seen,
    changed_since,
    list_files,
    read_seen,
    write_seen,
)
from retrieval.store.describe import document_info
from retrieval.store.interface import IndexStore

__all__ = ["Freshness"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """Compares the folder of documents with what the last build has seen of it."""

    seeds: Path
    """The folder."""
    file: Path
    """Where it is kept what a build has seen."""
    store: IndexStore | None = None
    """Where the index is; None: nobody can have gone back to an older one."""

    def look(self) -> Files:
        """List the folder as it is before a build reads it.

        Raises:
            SeedsError: It can't be read.
        """
        return list_files(self.seeds)

    def remember(self, files: Files, build_id: str) -> None:
        """Keep what `look` has found when the build is published."""
        # The index is good without it: only nothing can be said of changes then.
        with contextlib.suppress(OSError):
            write_seen(self.file, Seen(build_id=build_id, files=files))

    def changed(self, info: IndexInfo, documents: Sequence[DocumentInfo]) -> tuple[str, ...]:
        """Return the files that an index doesn't have as they are; none where that isn't known.

        Where somebody has gone back to it, it is the newest one that they are compared with: what
        that one has is what was gone back from.

        Args:
            info: The index that is asked.
            documents: Those it holds.
        """
        seen = read_seen(self.file)
        if seen is None:
            return ()
        build_id, known = self._newest() or (info.build_id, documents)
        try:
            return changed_since(seen, build_id, known, self.seeds)
        except SeedsError:
            return ()  # Whoever asks can do without the folder; whoever indexes is told.

    def _newest(self) -> tuple[str, Sequence[DocumentInfo]] | None:
        """Return the index that was gone back from, and what it holds; None: nobody has."""
        try:
            rollback = None if self.store is None else self.store.rolled_back()
            if self.store is None or rollback is None:
                return None
            for state in self.store.states():
                if state.info.build_id == rollback.latest:
                    return rollback.latest, tuple(map(document_info, state.documents))
        except VerbatimError:
            pass  # The index has a fault of its own, which whoever uses it is told.
        return None
