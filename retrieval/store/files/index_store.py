"""Indexes in a folder: the index store over files."""

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from retrieval.errors import (
    IndexBusyError,
    IndexDamagedError,
    IndexNotFoundError,
    IndexOutdatedError,
)
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store.files.behind import merge_once
from retrieval.store.files.current import (
    Pointer,
    build_directory,
    current_build,
    open_current,
    read_pointer,
)
from retrieval.store.files.inspect import index_info, layout_of, segment_documents
from retrieval.store.files.manifest import read_manifest
from retrieval.store.files.publish import (
    merging,
    open_workplace,
    published_builds,
    switch,
    write_error,
)
from retrieval.store.files.reader import FileIndexReader
from retrieval.store.files.writer import FileIndexWriter
from retrieval.store.interface import IndexWriter
from retrieval.store.states import KEPT, IndexState, Rollback
from retrieval.store.values import IndexSpec, StoredDocument

__all__ = ["FileIndexStore"]


class FileIndexStore:
    """Implements `retrieval.store.interface.IndexStore` with the files that its README names."""

    def __init__(
        self, directory: Path, *, keep: int = KEPT, together: Collection[str] = ()
    ) -> None:
        self._directory = directory
        self._keep = keep
        self._together = frozenset(together)

    def current(self) -> str:
        """Return the id of the current build."""
        return current_build(self._directory)

    def open(self, build_id: str | None = None, *, verify: bool = False) -> FileIndexReader:
        """Open the current build, or another one that is kept."""
        if build_id is None:
            return open_current(
                self._directory, lambda build: FileIndexReader(build, verify=verify)
            )
        if build_id in self.builds():
            # It may be one too many by now.
            with suppress(FileNotFoundError):
                return FileIndexReader(build_directory(self._directory, build_id), verify=verify)
        raise self._no_state(build_id)

    def builds(self) -> tuple[str, ...]:
        """Return the ids of the builds that are kept and can be read, the newest first."""
        return tuple(state.info.build_id for state in self.states())

    def states(self) -> tuple[IndexState, ...]:
        """Describe the builds that are kept and can be read, the newest first."""
        # Most states share most of their segments.
        read = cache(segment_documents)
        found = (self._state(name, read) for name in published_builds(self._directory))
        return tuple(state for state in found if state is not None)

    def _state(
        self, build_id: str, read: Callable[[Path], tuple[StoredDocument, ...]]
    ) -> IndexState | None:
        build = build_directory(self._directory, build_id)
        try:
            manifest = read_manifest(build)
            # Resolved, so that a segment has the same name in all builds.
            segments = [read((build / one.folder).resolve()) for one in manifest.segments]
            documents = layout_of(build, manifest, segments).documents
        except (OSError, IndexDamagedError, IndexOutdatedError):
            return None
        return IndexState(info=index_info(manifest), documents=documents, origin=manifest.origin)

    def rolled_back(self) -> Rollback | None:
        """Say whether the current build was gone back to."""
        return read_pointer(self._directory).rollback

    def rollback(self, build_id: str, *, origin: str = "") -> None:
        """Make a build that is kept the current one, once every byte of it was checked."""
        try:
            with open_workplace(self._directory, timeout=0, waiting=lambda: None):
                self._go_back(build_id, origin)
        except IndexBusyError as error:
            raise IndexBusyError(error.what, Remedy(RemedyKind.TRY_LATER)) from error

    def _go_back(self, build_id: str, origin: str) -> None:
        if build_id not in self.builds():
            raise self._no_state(build_id)
        FileIndexReader(build_directory(self._directory, build_id), verify=True).close()
        latest = read_pointer(self._directory).latest
        rollback = Rollback(build_id=build_id, latest=latest, at=datetime.now(UTC), origin=origin)
        pointer = Pointer(build_id=build_id, rollback=None if build_id == latest else rollback)
        switch(self._directory, pointer)

    def _no_state(self, build_id: str) -> IndexNotFoundError:
        return IndexNotFoundError(
            f"There is no state {build_id} of the index in {self._directory}",
            Remedy(RemedyKind.LIST_STATES),
        )

    def tidy(self, *, stop: Callable[[], bool] = lambda: False) -> None:
        """Merge segments until they are few, somebody wants to write, or ``stop`` says so."""
        more = True
        while more and not stop():
            try:
                with (
                    open_workplace(
                        self._directory,
                        timeout=0,
                        waiting=lambda: None,
                        keep=self._keep,
                        together=self._together,
                    ) as workplace,
                    merging(self._directory) as is_wanted,
                ):
                    more = merge_once(workplace, stop=lambda: stop() or is_wanted())
            except IndexBusyError:
                return
            except (OSError, sqlite3.Error) as error:
                raise write_error(self._directory, error) from error

    @contextmanager
    def begin(
        self,
        spec: IndexSpec,
        *,
        timeout: float | None = None,
        waiting: Callable[[], None] = lambda: None,
        origin: str = "",
    ) -> Iterator[IndexWriter]:
        """Begin the next build, alone."""
        with (
            open_workplace(
                self._directory,
                timeout=timeout,
                waiting=waiting,
                keep=self._keep,
                together=self._together,
            ) as workplace,
            FileIndexWriter(workplace, spec, origin=origin) as writer,
        ):
            yield writer
