"""Which build is the index, and how to open it.

    index/CURRENT                 one line: the id of the build that answers
    index/builds/ID/              a published build, never written to again
    index/builds/.ID.partial/     a build in progress, or one that was killed
    index/.lock                   held by whoever builds

A reader follows CURRENT. Since a build is complete and on disk before CURRENT names it, and
CURRENT is replaced by renaming, a reader sees the old build or the new one whole. The build
that was current before stays, for readers that are just opening it; older ones go.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from retrieval.errors import IndexDamagedError, IndexNotFoundError
from retrieval.remedies import BUILD_INDEX, REBUILD_INDEX, Remedy, RemedyKind

__all__ = [
    "BUILDS",
    "BUILD_ID",
    "CURRENT",
    "build_directory",
    "current_build",
    "open_current",
    "published_build",
]

CURRENT = "CURRENT"
BUILDS = "builds"
BUILD_ID = re.compile(r"\d{8}T\d{6}-[0-9a-f]{8}")

T = TypeVar("T")


def current_build(directory: Path) -> str:
    """Return the id of the published build; costs one small read.

    Raises:
        IndexNotFoundError: Nothing has been published here.
        IndexDamagedError: CURRENT does not hold an id.
    """
    path = directory / CURRENT
    try:
        line = path.read_text(encoding="ascii").removesuffix("\n")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexNotFoundError(f"There is no index in {directory} yet", BUILD_INDEX) from error
    except OSError as error:
        raise _unreadable(error) from error
    except ValueError as error:
        raise _damaged(path) from error
    if not BUILD_ID.fullmatch(line):
        raise _damaged(path)
    return line


def open_current(directory: Path, opener: Callable[[Path], T]) -> T:
    """Open the current build with ``opener``, which is given the build's directory.

    Raises:
        IndexNotFoundError: Nothing has been published here.
        IndexDamagedError: A file is missing, damaged or can't be read.
    """
    while True:
        build_id = current_build(directory)
        try:
            return opener(build_directory(directory, build_id))
        except (OSError, IndexDamagedError) as error:
            # No damage if the build was replaced twice, and so removed, since CURRENT was read.
            if current_build(directory) != build_id:
                continue
            if isinstance(error, OSError):
                raise _unreadable(error) from error
            raise


def build_directory(directory: Path, build_id: str) -> Path:
    """Return where a published build lies."""
    return directory / BUILDS / build_id


def published_build(directory: Path) -> str | None:
    """Return the id of the published build, or None where there is none to be had."""
    try:
        return current_build(directory)
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
