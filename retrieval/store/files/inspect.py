"""What an index says of itself, without a model and without searching it."""

from contextlib import closing
from pathlib import Path

from retrieval.domain import DocumentInfo, IndexInfo
from retrieval.errors import IndexOutdatedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.current import open_current
from retrieval.store.files.database import CorpusReader
from retrieval.store.files.manifest import Manifest, check_files, read_manifest
from retrieval.store.files.schema import DATABASE
from retrieval.store.interface import StoredDocument

__all__ = ["document_info", "index_info", "inspect_index", "only_segment"]


def inspect_index(
    directory: Path, *, verify: bool = False
) -> tuple[IndexInfo, tuple[DocumentInfo, ...]]:
    """Describe the current build and its documents, sorted by path.

    Args:
        directory: The index directory.
        verify: Check every byte of every file, not only of the text.

    Raises:
        IndexNotFoundError: There is no index yet.
        IndexDamagedError: A file of it is missing or changed.
        IndexOutdatedError: It has another format.
    """
    return open_current(directory, lambda build: _inspect(build, verify=verify))


def _inspect(build: Path, *, verify: bool) -> tuple[IndexInfo, tuple[DocumentInfo, ...]]:
    manifest = read_manifest(build)
    check_files(build, manifest, contents=manifest.files if verify else [DATABASE])
    with closing(CorpusReader(only_segment(build, manifest) / DATABASE)) as corpus:
        return index_info(manifest), tuple(map(document_info, corpus.documents()))


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
    )


def document_info(document: StoredDocument) -> DocumentInfo:
    """Put a stored document in the words of the domain."""
    return DocumentInfo(
        path=document.path,
        title=document.title,
        author=document.author,
        sentences=document.size,
        characters=document.characters,
        sha256=document.sha256,
        collection=document.collection,
    )


def only_segment(build: Path, manifest: Manifest) -> Path:
    """Return the folder of the one segment that an index has in this version.

    Raises:
        IndexOutdatedError: It has another number of them.
    """
    if len(manifest.segments) != 1:
        raise IndexOutdatedError(
            f"{build} was written by another version of Verbatim", REBUILD_INDEX
        )
    return build / manifest.segments[0].folder
