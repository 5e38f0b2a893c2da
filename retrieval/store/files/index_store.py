"""Indexes in a folder: the index store over files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.errors import IndexDamagedError, IndexNotFoundError, IndexOutdatedError
from retrieval.store.files.current import build_directory, current_build, open_current
from retrieval.store.files.inspect import only_segment
from retrieval.store.files.manifest import read_manifest
from retrieval.store.files.publish import open_workplace, published_builds, switch
from retrieval.store.files.reader import FileIndexReader
from retrieval.store.files.writer import FileIndexWriter
from retrieval.store.interface import IndexWriter
from retrieval.store.values import IndexSpec

__all__ = ["FileIndexStore"]


class FileIndexStore:
    """Implements `retrieval.store.interface.IndexStore` with the files that its README names."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def current(self) -> str:
        """Return the id of the current build."""
        return current_build(self._directory)

    def open(self, *, verify: bool = False) -> FileIndexReader:
        """Open the current build."""
        return open_current(self._directory, lambda build: FileIndexReader(build, verify=verify))

    def builds(self) -> tuple[str, ...]:
        """Return the ids of the builds that are kept and can be read, the newest first."""
        return tuple(filter(self._readable, published_builds(self._directory)))

    def _readable(self, build_id: str) -> bool:
        build = build_directory(self._directory, build_id)
        try:
            only_segment(build, read_manifest(build))
        except (OSError, IndexDamagedError, IndexOutdatedError):
            return False
        return True

    def rollback(self, build_id: str) -> None:
        """Make a build that is kept the current one."""
        with open_workplace(self._directory, timeout=0, waiting=lambda: None):
            if build_id not in self.builds():
                raise IndexNotFoundError(
                    f"There is no index {build_id} in {self._directory} to go back to."
                )
            switch(self._directory, build_id)

    @contextmanager
    def begin(
        self,
        spec: IndexSpec,
        *,
        timeout: float | None = None,
        waiting: Callable[[], None] = lambda: None,
    ) -> Iterator[IndexWriter]:
        """Begin the next build, alone."""
        with (
            open_workplace(self._directory, timeout=timeout, waiting=waiting) as workplace,
            FileIndexWriter(workplace, spec) as writer,
        ):
            yield writer
