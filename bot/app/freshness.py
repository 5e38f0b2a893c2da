"""Saying that the documents have changed since they were indexed."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.domain import DocumentInfo, IndexInfo
from retrieval.errors import SeedsError
from retrieval.indexing.freshness import (
    Files,
    Seen,
    changed_since,
    list_files,
    read_seen,
    write_seen,
)

__all__ = ["Freshness"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """Compares the folder of documents with what the last build has seen of it."""

    seeds: Path
    """The folder."""
    file: Path
    """Where it is kept what a build has seen."""

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

        Args:
            info: The index that is asked.
            documents: Those it holds.
        """
        seen = read_seen(self.file)
        if seen is None:
            return ()
        try:
            return changed_since(seen, info.build_id, documents, self.seeds)
        except SeedsError:
            return ()  # Whoever asks can do without the folder; whoever indexes is told.
