"""How a build becomes the index: made aside, switched to in one step, under a lock."""

import errno
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from retrieval.atomic import sync, write_atomically
from retrieval.errors import (
    IndexBusyError,
    IndexDamagedError,
    IndexOutdatedError,
    IndexWriteError,
)
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store.files.current import (
    BUILD_ID,
    BUILDS,
    CURRENT,
    Pointer,
    build_directory,
    published,
)
from retrieval.store.files.manifest import MANIFEST, UNFINISHED, read_manifest
from retrieval.store.states import KEPT, worth_keeping

__all__ = [
    "RETIRED",
    "PartialBuild",
    "Workplace",
    "builds_in",
    "merging",
    "open_workplace",
    "published_builds",
    "resumable",
    "switch",
    "write_error",
]

RETIRED = "retired.json"
"""The manifest of a build that is no state any more, but has a segment that others need."""
_LOCK = ".lock"
_WANTED = ".wanted"
"""Made by whoever waits for the lock: what merges segments lets go of it."""
_MERGING = ".merging"
"""There while segments are merged behind."""
_GIVING_WAY = 10.0
"""Seconds for which a merge is waited for by whoever would not wait for another build."""
_STAMP = "%Y%m%dT%H%M%S"
_POLL_SECONDS = 0.1
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """The right to build: exists only while the lock is held."""

    directory: Path
    keep: int = KEPT
    """How many published builds stay, the new one included."""
    together: frozenset[str] = frozenset()
    """Origins whose builds in a row count as one, the newest of them."""

    def new_build(self) -> "PartialBuild":
        """Make an empty build aside.

        Raises:
            IndexWriteError: The directory can't be written.
        """
        build_id = self._next_id()
        path = self._partial(build_id)
        try:
            path.mkdir()
        except OSError as error:
            raise write_error(self.directory, error) from error
        return self._build(path, build_id)

    def resume(self, unfinished: Path, files: Iterable[str]) -> "PartialBuild":
        """Go on with what a killed build has left.

        Args:
            unfinished: Its folder.
            files: What is finished of it; everything else goes.

        Raises:
            IndexWriteError: The directory can't be written.
        """
        build_id = self._next_id()
        path = self._partial(build_id)
        whole = {unfinished / name for name in (*files, UNFINISHED)}
        try:
            for other in sorted(unfinished.rglob("*"), reverse=True):
                if other.is_dir():
                    with suppress(OSError):  # Something finished is in it.
                        other.rmdir()
                elif other not in whole:
                    other.unlink()
            unfinished.rename(path)
        except OSError as error:
            raise write_error(self.directory, error) from error
        return self._build(path, build_id)

    def _build(self, path: Path, build_id: str) -> "PartialBuild":
        return PartialBuild(
            path=path,
            build_id=build_id,
            directory=self.directory,
            keep=self.keep,
            together=self.together,
        )

    def _next_id(self) -> str:
        return f"{_next_stamp(self.directory)}-{secrets.token_hex(4)}"

    def _partial(self, build_id: str) -> Path:
        return self.directory / BUILDS / f".{build_id}.partial"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialBuild:
    """A build in progress, in a directory of its own."""

    path: Path
    build_id: str
    directory: Path
    keep: int = KEPT
    together: frozenset[str] = frozenset()

    def publish(self) -> None:
        """Make this build the current one, and remove those that are too many.

        Raises:
            OSError: A file can't be written or synced; the old build is still current.
        """
        (self.path / UNFINISHED).unlink(missing_ok=True)
        for path in [*self.path.rglob("*"), self.path]:
            sync(path)
        previous = published(self.directory)
        final = build_directory(self.directory, self.build_id)
        self.path.rename(final)
        try:
            sync(final.parent)
            current = self.directory / CURRENT
            pointer = Pointer(build_id=self.build_id)
            write_atomically(current, pointer.lines(), aside=current.with_name(f"{CURRENT}.new"))
        except BaseException:
            # Unless it failed after the switch: then readers are already using this build.
            now = published(self.directory)
            if now is None or now.build_id != self.build_id:
                shutil.rmtree(final, ignore_errors=True)
            raise
        newest = _newest(self.directory, self.keep, self.together)
        _sweep(self.directory, keep={*newest, *([previous.build_id] if previous else [])})

    def discard(self) -> None:
        """Remove the build; nothing ever saw it."""
        shutil.rmtree(self.path, ignore_errors=True)


@contextmanager
def open_workplace(
    directory: Path,
    *,
    timeout: float | None,
    waiting: Callable[[], None],
    keep: int = KEPT,
    together: frozenset[str] = frozenset(),
) -> Iterator[Workplace]:
    """Hold the index for building, and clear away what killed builds have left.

    Args:
        directory: The index directory; made if need be.
        timeout: Seconds to wait for another build; None: as long as it takes.
        waiting: Called once, when another build holds the index and this one is going to wait.
        keep: How many published builds stay when one is added, that one included.
        together: Origins whose builds in a row count as one, the newest of them.

    Raises:
        IndexBusyError: Another build held the index all that time.
        IndexWriteError: The directory can't be written.
    """
    lock = FileLock(directory / _LOCK)
    try:
        (directory / BUILDS).mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            merging = (directory / _MERGING).exists()
            if timeout == 0 and not merging:
                raise
            (directory / _WANTED).touch()
            if not merging:
                waiting()
            patience = _GIVING_WAY if timeout == 0 else timeout
            lock.acquire(timeout=-1 if patience is None else patience, poll_interval=_POLL_SECONDS)
        for mark in (_WANTED, _MERGING):
            (directory / mark).unlink(missing_ok=True)
    except Timeout as error:
        raise IndexBusyError(
            f"Another build holds {directory}", Remedy(RemedyKind.BUILD_AFTER_OTHER)
        ) from error
    except OSError as error:
        raise write_error(directory, error) from error
    try:
        # Killed between being complete and being made the current one: nobody ever saw it.
        known = published_builds(directory) if published(directory) else builds_in(directory)
        _sweep(directory, keep=set(known), unfinished=resumable(directory))
        yield Workplace(directory=directory, keep=keep, together=together)
    finally:
        lock.release()


@contextmanager
def merging(directory: Path) -> Iterator[Callable[[], bool]]:
    """Say that what holds the lock gives way; yields what tells whether somebody wants it to."""
    mark = directory / _MERGING
    mark.touch()
    try:
        yield (directory / _WANTED).exists
    finally:
        mark.unlink(missing_ok=True)


def published_builds(directory: Path) -> tuple[str, ...]:
    """Return the ids of the builds that are kept and were current once, the newest first.

    Ids grow with every build, so that what is newer than the newest that was current never was.
    """
    pointer = published(directory)
    if pointer is None:
        return ()
    return tuple(
        name
        for name in builds_in(directory)
        if name <= pointer.latest and not (build_directory(directory, name) / RETIRED).exists()
    )


def _newest(directory: Path, keep: int, together: frozenset[str]) -> tuple[str, ...]:
    """Return the ids of the builds that stay to be gone back to."""
    builds = published_builds(directory)
    if not together:
        return builds[:keep]
    origins = [_origin(build_directory(directory, name)) for name in builds]
    return tuple(builds[position] for position in worth_keeping(origins, keep, together))


def _origin(build: Path) -> str:
    try:
        return read_manifest(build).origin
    except (OSError, IndexDamagedError, IndexOutdatedError):
        return ""


def builds_in(directory: Path) -> tuple[str, ...]:
    """Return the ids of all complete builds, the newest first."""
    try:
        names = [path.name for path in (directory / BUILDS).iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return tuple(sorted(filter(BUILD_ID.fullmatch, names), reverse=True))


def switch(directory: Path, pointer: Pointer) -> None:
    """Make a published build the current one; the lock must be held.

    Raises:
        IndexWriteError: The directory can't be written; the build before is still current.
    """
    try:
        write_atomically(directory / CURRENT, pointer.lines())
    except OSError as error:
        raise write_error(directory, error) from error


def write_error(directory: Path, error: BaseException) -> IndexWriteError:
    """Say why the index directory could not be written."""
    code = error.errno if isinstance(error, OSError) else None
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    if "requested and" in reason:  # So numpy reports that not everything could be written.
        reason = "no space left on device"
    forbidden = code in _FORBIDDEN or "readonly" in reason
    allow = Remedy(RemedyKind.GRANT_WRITE, str(directory))
    return IndexWriteError(
        f"The index in {directory} can't be written ({reason[:1].lower()}{reason[1:]})",
        allow if forbidden else Remedy(RemedyKind.MAKE_ROOM),
        Remedy(RemedyKind.SET, "data", "another folder"),
        Remedy(RemedyKind.THEN_BUILD_AGAIN),
    )


def _next_stamp(directory: Path) -> str:
    """Return the time that an id begins with: now, but always after every build that there is."""
    now = datetime.now(UTC).replace(microsecond=0)
    for newest in builds_in(directory)[:1]:
        last = datetime.strptime(newest.partition("-")[0], _STAMP).replace(tzinfo=UTC)
        now = max(now, last + timedelta(seconds=1))
    return now.strftime(_STAMP)


def resumable(directory: Path) -> Path | None:
    """Return the folder of the newest build in progress that has finished segments."""
    found = (directory / BUILDS).glob(f".*.partial/{UNFINISHED}")
    return max((path.parent for path in found), default=None)


def _sweep(directory: Path, *, keep: set[str], unfinished: Path | None = None) -> None:
    """Remove partial builds, and complete ones but ``keep`` and what these are made of."""
    needed = _needed(directory, keep)
    for path in (directory / BUILDS).iterdir():
        if path.name.startswith(".") and path.name.endswith(".partial"):
            if path == unfinished:
                continue
            shutil.rmtree(path, ignore_errors=True)
        elif BUILD_ID.fullmatch(path.name) and path.name not in keep:
            # One that can't be renamed now (open on Windows) goes next time.
            with suppress(OSError):
                if needed is None or path.name in needed:
                    if (path / MANIFEST).exists():
                        (path / MANIFEST).rename(path / RETIRED)
                    continue
                # Renamed first: a build that is half gone must never be taken for one to go back
                # to.
                aside = path.with_name(f".{path.name}.partial")
                shutil.rmtree(path.rename(aside), ignore_errors=True)


def _needed(directory: Path, builds: set[str]) -> set[str] | None:
    """Return the builds whose segments are named by some builds; None where that can't be told."""
    found = set()
    for build_id in builds:
        build = build_directory(directory, build_id)
        try:
            segments = read_manifest(build).segments
        except FileNotFoundError:
            continue
        except (OSError, IndexDamagedError, IndexOutdatedError):
            return None
        # "../ID" or a folder in it is another build's; all else is its own.
        folders = (PurePosixPath(one.folder).parts for one in segments)
        found |= {parts[1] for parts in folders if parts[:1] == ("..",)}
    return found
