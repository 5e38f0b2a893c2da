"""Which build is the index, and how to open it.

    index/CURRENT                 the id of the build that answers; where somebody has gone back to
                                  it, a second line says so, as JSON
    index/builds/ID/              a published build, never written to again; only its manifest is
                                  replaced when its segments are merged
    index/builds/.ID.partial/     a build in progress, or one that was killed
    index/.lock                   held by whoever builds

A reader follows CURRENT. Since a build is complete and on disk before CURRENT names it, and
CURRENT is replaced by renaming, a reader sees the old build or the new one whole. The builds
before it stay as long as they are wanted to go back to, the last one in any case, for readers that
are just opening it.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from retrieval.errors import IndexDamagedError, IndexNotFoundError
from retrieval.remedies import BUILD_INDEX, REBUILD_INDEX, Remedy, RemedyKind
from retrieval.store.files.manifest import MANIFEST
from retrieval.store.states import Rollback

__all__ = [
    "BUILDS",
    "BUILD_ID",
    "CURRENT",
    "Pointer",
    "build_directory",
    "current_build",
    "open_current",
    "published",
    "read_pointer",
]

CURRENT = "CURRENT"
BUILDS = "builds"
BUILD_ID = re.compile(r"\d{8}T\d{6}-[0-9a-f]{8}")

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """What CURRENT says."""

    build_id: str
    rollback: Rollback | None = None
    """None: the build is the newest one."""

    @property
    def latest(self) -> str:
        """The newest build that was ever current."""
        return self.build_id if self.rollback is None else self.rollback.latest

    def lines(self) -> str:
        """Return the content of CURRENT."""
        if self.rollback is None:
            return f"{self.build_id}\n"
        at = self.rollback.at.isoformat()
        said = {"latest": self.rollback.latest, "at": at, "origin": self.rollback.origin}
        return f"{self.build_id}\n{json.dumps(said)}\n"


def current_build(directory: Path) -> str:
    """Return the id of the published build; costs one small read.

    Raises:
        IndexNotFoundError: Nothing has been published here.
        IndexDamagedError: CURRENT does not hold an id.
    """
    return read_pointer(directory).build_id


def read_pointer(directory: Path) -> Pointer:
    """Return the id of the published build, and whether it was gone back to.

    Raises:
        IndexNotFoundError, IndexDamagedError: As for `current_build`.
    """
    path = directory / CURRENT
    try:
        line, _, rest = path.read_text(encoding="ascii").removesuffix("\n").partition("\n")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexNotFoundError(f"There is no index in {directory} yet", BUILD_INDEX) from error
    except OSError as error:
        raise _unreadable(error) from error
    except ValueError as error:
        raise _damaged(path) from error
    if not BUILD_ID.fullmatch(line):
        raise _damaged(path)
    return Pointer(build_id=line, rollback=_rollback(line, rest, path) if rest else None)


def _rollback(build_id: str, line: str, path: Path) -> Rollback:
    try:
        said = json.loads(line)
        latest, at, origin = str(said["latest"]), str(said["at"]), str(said["origin"])
        if BUILD_ID.fullmatch(latest):
            when = datetime.fromisoformat(at).astimezone(UTC)
            return Rollback(build_id=build_id, latest=latest, at=when, origin=origin)
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path) from error
    raise _damaged(path)


def open_current(directory: Path, opener: Callable[[Path], T]) -> T:
    """Open the current build with ``opener``, which is given the build's directory.

    Raises:
        IndexNotFoundError: Nothing has been published here.
        IndexDamagedError: A file is missing, damaged or can't be read.
    """
    while True:
        build_id = current_build(directory)
        before = _manifest_of(directory, build_id)
        try:
            return opener(build_directory(directory, build_id))
        except (OSError, IndexDamagedError) as error:
            # No damage if the build was replaced twice, and so removed, since CURRENT was read, or
            # if its segments were merged since then.
            if current_build(directory) != build_id:
                continue
            if _manifest_of(directory, build_id) != before:
                continue
            if isinstance(error, OSError):
                raise _unreadable(error) from error
            raise


def _manifest_of(directory: Path, build_id: str) -> tuple[int, int] | None:
    """Return what tells one manifest of a build from another."""
    try:
        found = (build_directory(directory, build_id) / MANIFEST).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def build_directory(directory: Path, build_id: str) -> Path:
    """Return where a published build lies."""
    return directory / BUILDS / build_id


def published(directory: Path) -> Pointer | None:
    """Return what CURRENT says, or None where there is nothing to be had."""
    try:
        return read_pointer(directory)
    except (IndexNotFoundError, IndexDamagedError):
        return None


def _damaged(path: Path) -> IndexDamagedError:
    return IndexDamagedError(f"{path} is damaged (it names no build)", REBUILD_INDEX)


def _unreadable(error: OSError) -> IndexDamagedError:
    if isinstance(error, FileNotFoundError):
        return IndexDamagedError(f"{error.filename or error} is missing", REBUILD_INDEX)
    return IndexDamagedError(
        f"{error.filename} can't be read ({(error.strerror or str(error)).lower()})",
        Remedy(RemedyKind.GRANT_READ, str(error.filename)),
        REBUILD_INDEX,
    )
