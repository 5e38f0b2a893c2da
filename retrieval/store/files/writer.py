"""The files of a new build, written in step."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import numpy as np

from retrieval.domain import Document, Sentence
from retrieval.encoder.protocol import Encoder
from retrieval.indexing.features import BEFORE
from retrieval.store.files.arrays import ArrayWriter
from retrieval.store.files.database import CorpusWriter
from retrieval.store.files.lexical import LexicalIndex, windows
from retrieval.store.files.manifest import Manifest, record_files, write_manifest
from retrieval.store.files.places import LAYOUT, layout_rows
from retrieval.store.files.publish import PartialBuild, write_error
from retrieval.store.files.schema import DATABASE
from retrieval.store.files.tables import Features, FeatureWriter

__all__ = ["LEXICAL", "BuildWriter"]

LEXICAL = "lexical"


class BuildWriter:
    """Writes documents with their features; a build that is not published is removed.

    Every method raises IndexWriteError when the disk is full or can't be written.
    """

    def __init__(self, build: PartialBuild, encoder: Encoder, *, recipe: str, tools: str) -> None:
        self._build = build
        self._encoder = encoder
        self._recipe = recipe
        self._tools = tools
        self._texts: list[str] = []
        self._open = ExitStack()
        try:
            with self._writing():
                self._corpus = self._open.enter_context(CorpusWriter(build.path / DATABASE))
                self._layout = self._open.enter_context(ArrayWriter(build.path / LAYOUT))
                self._features = self._open.enter_context(
                    FeatureWriter(build.path, dimension=encoder.dimension)
                )
        except BaseException as error:
            self.__exit__(type(error), error, error.__traceback__)
            raise

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
            self._layout.append(layout_rows(self._corpus.documents, document, sentences))
            rows = self._corpus.add(document, sentences, sha256=sha256)
            for part in features:
                self._features.add(part)
        if self._features.sentences != rows.stop:
            raise ValueError(f"{document.path}: features are out of step with its sentences")
        texts = [document.text[s.start : s.end] for s in sentences]
        contexts = np.arange(len(texts)) - np.concatenate(
            [part.per_sentence[BEFORE] for part in features] or [np.empty(0, np.int32)]
        )
        self._texts += windows(texts, contexts.tolist(), document.title)

    def publish(self) -> Manifest:
        """Complete the build and make it the current one."""
        with self._writing():
            self._open.close()
            LexicalIndex.build(self._texts).save(self._build.path / LEXICAL)
            manifest = Manifest(
                build_id=self._build.build_id,
                created_at=datetime.now(UTC),
                model=self._encoder.name,
                fingerprint=self._encoder.fingerprint,
                dimension=self._encoder.dimension,
                recipe=self._recipe,
                tools=self._tools,
                documents=self._corpus.documents,
                sentences=self._corpus.sentences,
                files=record_files(self._build.path),
            )
            write_manifest(self._build.path, manifest)
            self._build.publish()
        return manifest

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise write_error(self._build.directory, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.__exit__(kind, error, trace)
        self._build.discard()
