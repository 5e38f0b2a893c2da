"""The last build, as the next one sees it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from retrieval.domain import Document, Sentence
from retrieval.encoder.protocol import Encoder
from retrieval.errors import IndexDamagedError, IndexNotFoundError, IndexOutdatedError
from retrieval.store.files.current import build_directory, current_build
from retrieval.store.files.database import CorpusReader, StoredDocument
from retrieval.store.files.manifest import check_files, read_manifest
from retrieval.store.files.schema import DATABASE
from retrieval.store.files.tables import FeatureReader, Features

__all__ = ["Previous", "open_previous"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """A whole build to copy from."""

    build_id: str
    documents: dict[str, StoredDocument]
    """By path."""
    reusable: bool
    """Its rows are what this model, recipe and tools would make again."""
    corpus: CorpusReader
    features: FeatureReader

    def read(self, stored: StoredDocument) -> tuple[Document, tuple[Sentence, ...], Features]:
        """Read back a document with its sentences and their features."""
        document = Document(
            path=stored.path,
            title=stored.title,
            author=stored.author,
            text=self.corpus.text(stored.id),
            blocks=self.corpus.blocks(stored.id),
        )
        return document, self.corpus.sentences(stored.rows), self.features.rows(stored.rows)


@contextmanager
def open_previous(
    directory: Path, encoder: Encoder, *, recipe: str, tools: str
) -> Iterator[Previous | None]:
    """Open the current build after checking every byte, since its content will be copied.

    None is yielded where there is no build, or none that can be trusted.
    """
    try:
        previous = _open(directory, encoder, recipe=recipe, tools=tools)
    except (OSError, IndexNotFoundError, IndexDamagedError, IndexOutdatedError):
        previous = None
    if previous is None:
        yield None
        return
    with closing(previous.corpus):
        yield previous


def _open(directory: Path, encoder: Encoder, *, recipe: str, tools: str) -> Previous:
    build = build_directory(directory, current_build(directory))
    manifest = read_manifest(build)
    check_files(build, manifest, contents=manifest.files)
    features = FeatureReader(build)
    corpus = CorpusReader(build / DATABASE)
    return Previous(
        build_id=manifest.build_id,
        documents={document.path: document for document in corpus.documents()},
        reusable=(manifest.fingerprint, manifest.dimension, manifest.recipe, manifest.tools)
        == (encoder.fingerprint, encoder.dimension, recipe, tools),
        corpus=corpus,
        features=features,
    )
