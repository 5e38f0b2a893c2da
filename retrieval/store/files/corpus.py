"""A published build, opened: everything that a search reads, and nothing that it changes."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from retrieval.domain import Block, IndexInfo, Sentence
from retrieval.encoder.protocol import Encoder, IntArray
from retrieval.errors import IndexDamagedError, IndexOutdatedError
from retrieval.indexing.features import RECIPE
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.arrays import AnyArray
from retrieval.store.files.cache import Cache
from retrieval.store.files.database import CorpusReader, StoredDocument
from retrieval.store.files.inspect import index_info
from retrieval.store.files.lexical import LexicalIndex
from retrieval.store.files.manifest import check_files, read_manifest
from retrieval.store.files.places import LAYOUT, read_layout
from retrieval.store.files.schema import DATABASE
from retrieval.store.files.tables import FeatureReader
from retrieval.store.files.writer import LEXICAL

__all__ = ["Corpus"]

_KEPT_CHARACTERS = 30_000_000
_KEPT_BLOCKS = 100_000
_QUOTED = (DATABASE, LAYOUT)
_CHECKED_BYTES = 64 << 20
"""An index up to this size is checked whole at opening, in about 0.05 s; of a larger one, what
is quoted is, and the rest by size."""


class Corpus:
    """One build. Every attribute is fixed; every method may be called from several threads."""

    def __init__(self, build: Path, encoder: Encoder, *, verify: bool = False) -> None:
        """Open a build.

        Args:
            build: Its directory.
            encoder: The model that questions are encoded with.
            verify: Check every byte, whatever the size.

        Raises:
            FileNotFoundError: The build is not there (any more).
            IndexDamagedError: One of its files is not what was written.
            IndexOutdatedError: It has another format, or was made with another model.
        """
        manifest = read_manifest(build)
        if (manifest.fingerprint, manifest.dimension) != (encoder.fingerprint, encoder.dimension):
            other = manifest.model != encoder.name
            now = f"{encoder.name} is used now" if other else "its files have changed since"
            raise IndexOutdatedError(
                f"The index in {build.parent.parent} was made with the model {manifest.model}, and "
                f"{now}",
                REBUILD_INDEX,
            )
        if manifest.recipe != RECIPE:
            raise IndexOutdatedError(
                f"The index in {build.parent.parent} was made by another version of Verbatim",
                REBUILD_INDEX,
            )
        whole = verify or manifest.size <= _CHECKED_BYTES
        check_files(build, manifest, contents=manifest.files if whole else _QUOTED)
        self.encoder = encoder
        self.manifest = manifest
        features = FeatureReader(build)
        self.vectors = features.vectors
        self.features = features
        self.lexical = LexicalIndex.load(build / LEXICAL)
        self._database = CorpusReader(build / DATABASE)
        try:
            self.documents = self._database.documents()
            self.layout = read_layout(build / LAYOUT)
            """int32 [n, 7]: what store.layout.COLUMNS says of every sentence."""
            if not len(self.layout) == len(self.vectors) == manifest.sentences:
                raise IndexDamagedError(f"The files in {build} are out of step", REBUILD_INDEX)
        except BaseException:
            self._database.close()
            raise
        self.document_of: IntArray = np.ascontiguousarray(self.layout[:, 0])
        """int32 [n]: the document of every sentence."""
        self.paragraph_of = _number(self.layout[:, :2])
        """int32 [n]: the block of every sentence, counted through the whole index from 0."""
        blocks = int(self.paragraph_of[-1]) + 1 if len(self) else 0
        self._block_starts = np.searchsorted(self.paragraph_of, np.arange(blocks + 1))
        self.kind_of: IntArray = np.ascontiguousarray(self.layout[:, 6])
        """int32 [n]: the kind of its block, as the position in ``tuple(BlockKind)``."""
        self.text = Cache(self._database.text, limit=_KEPT_CHARACTERS)
        """Return the text of a document, by its id."""
        self.blocks = Cache(self._database.blocks, limit=_KEPT_BLOCKS)
        """Return the blocks of a document, by its id."""

    @property
    def info(self) -> IndexInfo:
        """What is known of the build without searching it."""
        return index_info(self.manifest)

    @property
    def per_sentence(self) -> Mapping[str, AnyArray]:
        """The arrays of the recipe with a row a sentence."""
        return self.features.per_sentence

    def __len__(self) -> int:
        return len(self.layout)

    def sentence(self, row: int) -> Sentence:
        """Return where a sentence stands."""
        _, block, start, end, first, last, _ = self.layout[row].tolist()
        return Sentence(start=start, end=end, first_line=first, last_line=last, block=block)

    def same_block(self, row: int) -> range:
        """Return the sentences of a sentence's block, itself included."""
        number = int(self.paragraph_of[row])
        return range(int(self._block_starts[number]), int(self._block_starts[number + 1]))

    def document(self, row: int) -> StoredDocument:
        """Return the document of a sentence."""
        return self.documents[int(self.document_of[row])]

    def sentence_text(self, row: int) -> str:
        """Return a sentence as it stands in its document."""
        document, _, start, end = self.layout[row, :4].tolist()
        return self.text(document)[start:end]

    def block(self, row: int) -> Block:
        """Return the block of a sentence."""
        document, position = self.layout[row, :2].tolist()
        block: Block = self.blocks(document)[position]
        return block

    def close(self) -> None:
        """Close the database; what else is open goes with the last reference to it."""
        self._database.close()


def _number(pairs: IntArray) -> IntArray:
    """Count how often a row differs from the one before it."""
    changes = np.any(pairs[1:] != pairs[:-1], axis=1)
    return np.concatenate([np.zeros(1, np.int32), np.cumsum(changes, dtype=np.int32)])[: len(pairs)]
