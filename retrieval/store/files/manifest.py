"""What a build says of itself, and whether its files are still what was written."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from xxhash import xxh3_128

from retrieval.atomic import write_atomically
from retrieval.errors import IndexDamagedError, IndexOutdatedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.values import IndexSpec

__all__ = [
    "EXACT",
    "FORMAT",
    "MANIFEST",
    "UNFINISHED",
    "FileRecord",
    "Manifest",
    "Segment",
    "check_files",
    "file_checksum",
    "read_manifest",
    "record_files",
    "write_manifest",
]

FORMAT = 6
"""Raised whenever an older program would misread the files of a build."""

MANIFEST = "manifest.json"
UNFINISHED = "unfinished.json"
"""The same of a build in progress, as far as its segments are finished."""
EXACT = "exact"
"""By looking at all vectors."""
_CHUNK = 1 << 20
_WORKERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """A file of a build as it was written."""

    size: int
    """Bytes."""
    checksum: str
    """XXH3 of 128 bits: as fast as memory, and against accidents, not attacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of an index that is never changed: its files, and what they hold."""

    folder: str
    """Of its files, relative to the build: "." or the folder of an earlier build, "../ID"."""
    documents: int
    """How many it has, the deleted ones included."""
    sentences: int
    """How many it has, those of deleted documents included."""
    deleted: tuple[int, ...] = ()
    """Documents, by their ids in the segment, that are not in this index any more; sorted."""
    deleted_sentences: int = 0
    """How many sentences these have."""
    search: str = EXACT
    """How its nearest vectors are found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A build in a page."""

    build_id: str
    created_at: datetime
    spec: IndexSpec
    segments: tuple[Segment, ...]
    """What it is made of, in the order of the sentences' ids."""
    files: Mapping[str, FileRecord]
    """Path inside the build to what was written there."""
    origin: str = ""
    """What has published it, in its own words."""

    @property
    def documents(self) -> int:
        """How many documents there are in all segments, without the deleted ones."""
        return sum(one.documents - len(one.deleted) for one in self.segments)

    @property
    def sentences(self) -> int:
        """How many sentences the documents have that are not deleted."""
        return sum(one.sentences - one.deleted_sentences for one in self.segments)

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(record.size for record in self.files.values())


def file_checksum(path: Path) -> str:
    """Hash a file without holding it in memory."""
    with path.open("rb", buffering=0) as file:
        digest = xxh3_128()
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def record_files(build: Path) -> dict[str, FileRecord]:
    """Describe all files under a finished build."""
    paths = sorted(path for path in build.rglob("*") if path.is_file())
    return {
        path.relative_to(build).as_posix(): FileRecord(
            size=path.stat().st_size, checksum=file_checksum(path)
        )
        for path in paths
    }


def write_manifest(build: Path, manifest: Manifest, *, name: str = MANIFEST) -> None:
    """Write the manifest, with a checksum over itself, in one step."""
    content = {"format": FORMAT, **asdict(manifest), "created_at": manifest.created_at.isoformat()}
    content["checksum"] = _checksum(content)
    text = json.dumps(content, indent=1, ensure_ascii=False)
    write_atomically(build / name, text + "\n", aside=build / f"{name}.new")


def read_manifest(build: Path, *, name: str = MANIFEST) -> Manifest:
    """Read a build's manifest.

    Raises:
        FileNotFoundError: There is none.
        IndexDamagedError: It is not what was written.
        IndexOutdatedError: Another version of the program wrote it.
    """
    path = build / name
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
        if content.pop("checksum") != _checksum(content):
            raise ValueError("checksum")
        if content.pop("format") != FORMAT:
            raise IndexOutdatedError(
                f"{build} was written by another version of Verbatim", REBUILD_INDEX
            )
        content["created_at"] = datetime.fromisoformat(content["created_at"])
        content["spec"] = IndexSpec(**content["spec"])
        content["segments"] = tuple(
            Segment(**{**segment, "deleted": tuple(segment.get("deleted", ()))})
            for segment in content["segments"]
        )
        content["files"] = {name: FileRecord(**record) for name, record in content["files"].items()}
        return Manifest(**content)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexDamagedError(f"{path} is damaged", REBUILD_INDEX) from error


def check_files(build: Path, manifest: Manifest, *, contents: Iterable[str]) -> None:
    """Compare all sizes with the manifest, and the whole content of the files named.

    Raises:
        OSError: A file can't be read.
        IndexDamagedError: A file is missing or not what was written.
    """
    for name, record in manifest.files.items():
        path = build / name
        try:
            size = path.stat().st_size
        except OSError as error:
            raise IndexDamagedError(f"{path} is missing", REBUILD_INDEX) from error
        if size != record.size:
            raise IndexDamagedError(
                f"{path} is damaged ({size} bytes instead of {record.size})", REBUILD_INDEX
            )
    names = list(contents)
    # Hashing releases the interpreter lock, so two threads take half the time.
    with ThreadPoolExecutor(_WORKERS) as workers:
        digests = workers.map(lambda name: file_checksum(build / name), names)
        for name, digest in zip(names, digests, strict=True):
            if digest != manifest.files[name].checksum:
                raise IndexDamagedError(
                    f"{build / name} is damaged (its content has changed)", REBUILD_INDEX
                )


def _checksum(content: Mapping[str, Any]) -> str:
    plain = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
