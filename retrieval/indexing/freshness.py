"""Whether a folder of documents has changed since it was indexed, found out cheaply.

What a build has seen of its folder is remembered: each file's size and time, whether it could be
read or not. Files that look the same since are not opened; of the others the content decides, so
that a copy or a `touch` is no change.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from retrieval.atomic import write_atomically
from retrieval.domain import DocumentInfo
from retrieval.reading import discover

__all__ = ["Files", "Seen", "changed_since", "list_files", "read_seen", "write_seen"]

Files: TypeAlias = Mapping[str, tuple[int, int]]
"""POSIX path relative to the folder to size in bytes and time of the last change in nanoseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A folder as it was when a build began to read it."""

    build_id: str
    """Of the index that holds what could be read of it."""
    files: Files


def list_files(seeds: Path) -> Files:
    """List the documents of a folder without opening one.

    Raises:
        SeedsError: The folder can't be read.
    """
    return _status(seeds, discover(seeds).files)


def _status(seeds: Path, found: Sequence[Path]) -> Files:
    files = {}
    for file in found:
        try:
            status = file.stat()
        except OSError:
            continue  # It vanished meanwhile.
        files[file.relative_to(seeds).as_posix()] = (status.st_size, status.st_mtime_ns)
    return files


def changed_since(
    seen: Seen, build_id: str, documents: Sequence[DocumentInfo], seeds: Path
) -> tuple[str, ...]:
    """Return the files that were added, changed or removed since a build, sorted.

    A file that could not be read then and looks the same now is none of them.

    Args:
        seen: What the last build saw of the folder.
        build_id: The index that is asked.
        documents: Those it holds.
        seeds: The folder.

    Raises:
        SeedsError: The folder can't be read.
    """
    known = {document.file: document.sha256 for document in documents}
    found = discover(seeds)
    now = _status(seeds, found.files)
    # Nobody can tell what became of these, and a build would leave them as they are.
    hidden = tuple(f"{one.path}/" for one in found.skipped if one.hidden)
    changed = {path for path in known.keys() - now.keys() if not f"{path}/".startswith(hidden)}
    for path, status in now.items():
        same = seen.files.get(path) == status
        # Another build than was seen, maybe one that was gone back to, has other contents.
        if same and (seen.build_id == build_id or path not in known):
            continue
        if path not in known or _sha256(seeds / path) != known[path]:
            changed.add(path)
    return tuple(sorted(changed))


def write_seen(file: Path, seen: Seen) -> None:
    """Remember what a build has seen.

    Raises:
        OSError: The file can't be written.
    """
    content = {"build_id": seen.build_id, "files": dict(seen.files)}
    write_atomically(file, json.dumps(content, ensure_ascii=False))


def read_seen(file: Path) -> Seen | None:
    """Return what the last build has seen, None where that isn't known."""
    try:
        content = json.loads(file.read_bytes())
        files = {path: (int(size), int(time)) for path, (size, time) in content["files"].items()}
        return Seen(build_id=content["build_id"], files=files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _sha256(file: Path) -> str | None:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
