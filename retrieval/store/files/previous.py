"""The newest index, to go on from: what it has of each document, and which segments hold it."""

import posixpath
from dataclasses import replace
from pathlib import Path

from retrieval.domain import Document
from retrieval.errors import IndexDamagedError, IndexNotFoundError, IndexOutdatedError
from retrieval.store.files.current import build_directory, read_pointer
from retrieval.store.files.database import CorpusReader
from retrieval.store.files.inspect import layout_of
from retrieval.store.files.manifest import FileRecord, Manifest, Segment, check_files, read_manifest
from retrieval.store.files.schema import DATABASE
from retrieval.store.files.tables import FeatureReader
from retrieval.store.interface import PublishedIndex
from retrieval.store.values import StoredContent, StoredDocument

__all__ = ["PreviousIndex", "beside", "open_previous"]


class PreviousIndex:
    """A published build, every byte of it checked, since it will be copied from and named again.

    Args:
        build: Its folder.
        check_contents: Whether it is; else all sizes are, and the caller checks what it copies.
    """

    def __init__(self, build: Path, *, check_contents: bool = True) -> None:
        manifest = read_manifest(build)
        check_files(build, manifest, contents=manifest.files if check_contents else ())
        self.manifest = manifest
        self._features = [FeatureReader(build / one.folder) for one in manifest.segments]
        self._databases: list[CorpusReader] = []
        try:
            for one in manifest.segments:
                self._databases.append(CorpusReader(build / one.folder / DATABASE))
            self._layout = layout_of(
                build, manifest, [database.documents() for database in self._databases]
            )
        except BaseException:
            self.close()
            raise
        self.located = self._layout.located
        """Where each document is, by its id."""
        self.index = PublishedIndex(
            build_id=manifest.build_id,
            spec=manifest.spec,
            documents={one.document.path: one.document for one in self.located},
        )

    @property
    def segments(self) -> tuple[Segment, ...]:
        """What it is made of; the folders are named from another build's beside it."""
        return tuple(
            replace(one, folder=self._beside(one.folder)) for one in self.manifest.segments
        )

    def files(self, segment: Segment) -> dict[str, FileRecord]:
        """Return the files of one of `segments`, named from another build's folder beside it."""
        folders = sorted((one.folder for one in self.segments), key=len, reverse=True)
        own = {}
        for name, record in self.manifest.files.items():
            named = self._beside(name)
            # A segment's folder may be within another one's.
            holder = next(folder for folder in folders if named.startswith(f"{folder}/"))
            if holder == segment.folder:
                own[named] = record
        return own

    def content(self, stored: StoredDocument) -> StoredContent:
        """Return everything that is stored of a document."""
        one = self.located[stored.id]
        database = self._databases[one.segment]
        document = Document(
            path=stored.path,
            title=stored.title,
            author=stored.author,
            text=database.text(one.own.id),
            blocks=database.blocks(one.own.id),
            part=stored.part,
            collection=stored.collection,
            reader=stored.reader,
            language=stored.language,
            warnings=stored.warnings,
        )
        return StoredContent(
            document=document,
            sentences=database.sentences(one.own.rows),
            features=self._features[one.segment].rows(one.own.rows),
        )

    def close(self) -> None:
        """Close the databases."""
        for database in self._databases:
            database.close()

    def _beside(self, name: str) -> str:
        return beside(self.manifest, name)


def beside(manifest: Manifest, name: str) -> str:
    """Name what a build names as a build beside it would."""
    return posixpath.normpath(posixpath.join("..", manifest.build_id, name))


def open_previous(directory: Path) -> PreviousIndex | None:
    """Open the newest build; None where there is none, or none that can be trusted."""
    try:
        return PreviousIndex(build_directory(directory, read_pointer(directory).latest))
    except (OSError, IndexNotFoundError, IndexDamagedError, IndexOutdatedError):
        return None
