"""The files of a new build, written in step: the index writer over files."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from retrieval.domain import Document, IndexInfo, Sentence
from retrieval.errors import IndexDamagedError, IndexNotFoundError, IndexOutdatedError
from retrieval.store.files.arrays import ArrayWriter
from retrieval.store.files.current import build_directory, read_pointer
from retrieval.store.files.database import CorpusReader, CorpusWriter
from retrieval.store.files.inspect import index_info, only_segment
from retrieval.store.files.lexical import LexicalBuilder
from retrieval.store.files.manifest import (
    Manifest,
    Segment,
    check_files,
    read_manifest,
    record_files,
    write_manifest,
)
from retrieval.store.files.places import COLUMNS, PLACES, place_rows
from retrieval.store.files.publish import PartialBuild, Workplace, write_error
from retrieval.store.files.schema import DATABASE
from retrieval.store.files.tables import FeatureReader, FeatureWriter
from retrieval.store.interface import PublishedIndex
from retrieval.store.values import (
    BEFORE,
    Features,
    IndexSpec,
    StoredContent,
    StoredDocument,
    introduced_by,
    no_features,
)
from retrieval.text.mending import sentence_words
from retrieval.text.windows import windows

__all__ = ["LEXICAL", "FileIndexWriter"]

LEXICAL = "lexical"


class FileIndexWriter:
    """Implements `retrieval.store.interface.IndexWriter`; what is not published is removed.

    The files are begun with the first document, so that a build that has nothing to write leaves
    nothing to remove.
    """

    def __init__(self, workplace: Workplace, spec: IndexSpec, *, origin: str = "") -> None:
        self._workplace = workplace
        self._spec = spec
        self._origin = origin
        self._old = _open_previous(workplace.directory)
        self._build: PartialBuild | None = None
        self._open = ExitStack()
        self._words = LexicalBuilder()

    @property
    def previous(self) -> PublishedIndex | None:
        """The newest index, checked byte by byte, since it will be copied from."""
        return None if self._old is None else self._old.index

    def stored(self, document: StoredDocument) -> StoredContent:
        """Return everything that the previous index has of a document."""
        if self._old is None:
            raise ValueError("there is no index to read from")
        return self._old.content(document)

    def add(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        features: Sequence[Features],
        *,
        sha256: str,
    ) -> None:
        """Append a document; ``features`` follow each other and cover its sentences."""
        with self._writing():
            if self._build is None:
                self._begin()
            self._places.append(place_rows(self._corpus.documents, document, sentences))
            rows = self._corpus.add(document, sentences, sha256=sha256)
            for part in features:
                self._features.add(part)
        if self._features.sentences != rows.stop:
            raise ValueError(f"{document.path}: features are out of step with its sentences")
        texts = sentence_words(document, sentences)
        contexts = np.arange(len(texts)) - np.concatenate(
            [part.per_sentence[BEFORE] for part in features] or [np.empty(0, np.int32)]
        )
        self._words.add(windows(texts, contexts.tolist(), document.title, introduced_by(features)))

    def keep(self, document: StoredDocument) -> None:
        """Append a document of the previous index as it is."""
        content = self.stored(document)
        self.add(content.document, content.sentences, [content.features], sha256=document.sha256)

    def publish(self) -> IndexInfo:
        """Complete the build and make it the current one."""
        with self._writing():
            build = self._build
            if build is None:
                build = self._begin()
                self._nothing()
            self._open.close()
            self._words.save(build.path / LEXICAL)
            manifest = Manifest(
                build_id=build.build_id,
                created_at=datetime.now(UTC),
                spec=self._spec,
                segments=(
                    Segment(
                        folder=".",
                        documents=self._corpus.documents,
                        sentences=self._corpus.sentences,
                    ),
                ),
                files=record_files(build.path),
                origin=self._origin,
            )
            write_manifest(build.path, manifest)
            build.publish()
        return index_info(manifest)

    def _nothing(self) -> None:
        """Write the arrays of an index without documents, which have no first row to tell them."""
        self._places.append(np.empty((0, len(COLUMNS)), np.int32))
        self._features.add(no_features(self._spec.dimension))

    def _begin(self) -> PartialBuild:
        self._build = build = self._workplace.new_build()
        path = build.path
        self._corpus = self._open.enter_context(CorpusWriter(path / DATABASE))
        self._places = self._open.enter_context(ArrayWriter(path / PLACES))
        self._features = self._open.enter_context(
            FeatureWriter(path, dimension=self._spec.dimension)
        )
        return build

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise write_error(self._workplace.directory, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.__exit__(kind, error, trace)
        if self._build is not None:
            self._build.discard()
        if self._old is not None:
            self._old.close()


class _Previous:
    """The newest build, to copy from."""

    def __init__(self, build: Path) -> None:
        manifest = read_manifest(build)
        segment = only_segment(build, manifest)
        check_files(build, manifest, contents=manifest.files)
        self._features = FeatureReader(segment)
        self._corpus = CorpusReader(segment / DATABASE)
        self.index = PublishedIndex(
            build_id=manifest.build_id,
            spec=manifest.spec,
            documents={document.path: document for document in self._corpus.documents()},
        )

    def content(self, stored: StoredDocument) -> StoredContent:
        document = Document(
            path=stored.path,
            title=stored.title,
            author=stored.author,
            text=self._corpus.text(stored.id),
            blocks=self._corpus.blocks(stored.id),
            part=stored.part,
            collection=stored.collection,
            reader=stored.reader,
            warnings=stored.warnings,
        )
        return StoredContent(
            document=document,
            sentences=self._corpus.sentences(stored.rows),
            features=self._features.rows(stored.rows),
        )

    def close(self) -> None:
        self._corpus.close()


def _open_previous(directory: Path) -> _Previous | None:
    """Open the newest build; None where there is none, or none that can be trusted."""
    try:
        return _Previous(build_directory(directory, read_pointer(directory).latest))
    except (OSError, IndexNotFoundError, IndexDamagedError, IndexOutdatedError):
        return None
