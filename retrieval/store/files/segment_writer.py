"""The files of one segment, written in step."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np

from retrieval.domain import Document, Sentence
from retrieval.store.files.arrays import ArrayWriter
from retrieval.store.files.database import CorpusWriter
from retrieval.store.files.lexical import LEXICAL, LexicalBuilder
from retrieval.store.files.manifest import Segment
from retrieval.store.files.places import COLUMNS, PLACES, place_rows
from retrieval.store.files.schema import DATABASE
from retrieval.store.files.tables import FeatureWriter
from retrieval.store.values import BEFORE, Features, introduced_by, no_features
from retrieval.text.languages.known import ENGLISH
from retrieval.text.mending import sentence_words
from retrieval.text.windows import windows

__all__ = ["SegmentWriter"]


class SegmentWriter:
    """Writes one document after the other; what is not finished is for its caller to remove.

    Args:
        build: The folder of the build.
        folder: The segment's in it, which is there: "." or a name.
        dimension: Of the vectors.
    """

    def __init__(self, build: Path, folder: str, *, dimension: int) -> None:
        self._path = build / folder
        self._folder = folder
        self._dimension = dimension
        self._open = ExitStack()
        self._corpus = self._open.enter_context(CorpusWriter(self._path / DATABASE))
        self._places = self._open.enter_context(ArrayWriter(self._path / PLACES))
        self._features = self._open.enter_context(FeatureWriter(self._path, dimension=dimension))
        self._words = LexicalBuilder()

    @property
    def sentences(self) -> int:
        """How many have been written."""
        return self._corpus.sentences

    def add(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        features: Sequence[Features],
        *,
        sha256: str,
    ) -> None:
        """Append a document; ``features`` follow each other and cover its sentences.

        Raises:
            OSError, sqlite3.Error: A file can't be written.
            ValueError: The features are out of step with the sentences.
        """
        self._places.append(place_rows(self._corpus.documents, document, sentences))
        rows = self._corpus.add(document, sentences, sha256=sha256)
        for part in features:
            if len(part):  # What has no sentence may come from where other arrays are kept.
                self._features.add(part)
        if self._features.sentences != rows.stop:
            raise ValueError(f"{document.path}: features are out of step with its sentences")
        texts = sentence_words(document, sentences)
        contexts = np.arange(len(texts)) - np.concatenate(
            [part.per_sentence[BEFORE] for part in features] or [np.empty(0, np.int32)]
        )
        self._words.add(
            windows(texts, contexts.tolist(), document.title, introduced_by(features)),
            document.language or ENGLISH,
        )

    def finish(self) -> Segment:
        """Complete the files.

        Raises:
            OSError, sqlite3.Error: A file can't be written.
        """
        if not self._corpus.sentences:
            # The arrays have no first row to tell them.
            self._places.append(np.empty((0, len(COLUMNS)), np.int32))
            self._features.add(no_features(self._dimension))
        self._open.close()
        self._words.save(self._path / LEXICAL)
        return Segment(
            folder=self._folder,
            documents=self._corpus.documents,
            sentences=self._corpus.sentences,
            search=self._features.search,
        )

    def abandon(self, error: BaseException) -> None:
        """Close the files as they are."""
        self._open.__exit__(type(error), error, error.__traceback__)
