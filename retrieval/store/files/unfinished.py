"""What a killed build has left whole: its finished segments, for the next one to go on from.

index/builds/.ID.partial/unfinished.json    the manifest of the segments that are finished so far
"""

from collections.abc import Mapping
from pathlib import Path

from retrieval.errors import IndexDamagedError, IndexOutdatedError
from retrieval.store.files.inspect import layout_of, segment_documents
from retrieval.store.files.layout import Located
from retrieval.store.files.manifest import UNFINISHED, Manifest, check_files, read_manifest
from retrieval.store.files.publish import resumable
from retrieval.store.values import IndexSpec, StoredDocument

__all__ = ["UnfinishedBuild", "open_unfinished"]


class UnfinishedBuild:
    """Finished segments, every byte of them checked."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        check_files(path, manifest, contents=manifest.files)
        self.path = path
        self.manifest = manifest
        documents = [segment_documents(path / one.folder) for one in manifest.segments]
        self.located: Mapping[str, Located] = {
            one.document.path: one for one in layout_of(path, manifest, documents).located
        }
        """Where each document is, by its path."""

    @property
    def documents(self) -> Mapping[str, StoredDocument]:
        """What is in the segments, by path."""
        return {path: one.document for path, one in self.located.items()}


def open_unfinished(directory: Path, spec: IndexSpec) -> UnfinishedBuild | None:
    """Open what a killed build has left; None where there is nothing that can be gone on with."""
    path = resumable(directory)
    if path is None:
        return None
    try:
        manifest = read_manifest(path, name=UNFINISHED)
        return UnfinishedBuild(path, manifest) if manifest.spec == spec else None
    except (OSError, IndexDamagedError, IndexOutdatedError):
        return None
