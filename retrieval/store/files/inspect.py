"""What the manifest of a build says, in the words of the domain."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from retrieval.domain import IndexInfo
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.database import CorpusReader
from retrieval.store.files.layout import Layout
from retrieval.store.files.manifest import Manifest
from retrieval.store.files.schema import DATABASE
from retrieval.store.values import StoredDocument

__all__ = ["index_info", "layout_of", "segment_documents"]


def index_info(manifest: Manifest) -> IndexInfo:
    """Put a manifest in the words of the domain."""
    return IndexInfo(
        build_id=manifest.build_id,
        built_at=manifest.created_at,
        documents=manifest.documents,
        sentences=manifest.sentences,
        model=manifest.spec.model,
        fingerprint=manifest.spec.fingerprint,
        dimension=manifest.spec.dimension,
        size_bytes=manifest.size,
        segments=tuple(one.search for one in manifest.segments),
    )


def segment_documents(folder: Path) -> tuple[StoredDocument, ...]:
    """Return all documents of a segment, with the ids that they have there.

    Raises:
        FileNotFoundError, IndexDamagedError: The database is missing or damaged.
    """
    with closing(CorpusReader(folder / DATABASE)) as corpus:
        return corpus.documents()


def layout_of(
    build: Path, manifest: Manifest, documents: Sequence[Sequence[StoredDocument]]
) -> Layout:
    """Number the documents of a build, which are alive.

    Args:
        build: Its folder.
        manifest: Its manifest.
        documents: Those of each of its segments.

    Raises:
        IndexDamagedError: The manifest speaks of other documents.
    """
    try:
        layout = Layout(documents, [frozenset(one.deleted) for one in manifest.segments])
    except ValueError as error:
        raise IndexDamagedError(f"{build} is damaged ({error})", REBUILD_INDEX) from error
    if (len(layout.located), layout.sentences) != (manifest.documents, manifest.sentences):
        raise IndexDamagedError(f"The files in {build} are out of step", REBUILD_INDEX)
    return layout
