"""What the manifest of a build says, in the words of the domain."""

from pathlib import Path

from retrieval.domain import IndexInfo
from retrieval.errors import IndexOutdatedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.manifest import Manifest

__all__ = ["index_info", "only_segment"]


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
