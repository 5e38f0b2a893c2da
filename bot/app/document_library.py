"""Putting documents into the seeds folder and taking them out, without a way to lose one.

Knows nothing of Discord.
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from bot.app.collections.of_channels import channel_of
from bot.errors import LibraryError
from bot.localisation.words import Phrase
from retrieval.atomic import write_atomically
from retrieval.collection import LOOSE, collection_of
from retrieval.reading import is_passed_over
from retrieval.reading.registry import SUFFIXES

__all__ = ["DocumentLibrary"]

FOLLOWED = Phrase("follows-a-channel")
NAME_LIMIT = 100
NAME_BYTES = 180
"""Of the 255 that file systems take: while it is written or kept aside, more stands around it."""
LOCK_SECONDS = 10.0
_UNSAFE = re.compile(r"[^\w.() -]+")
_READABLE_BY_ALL = 0o644


class DocumentLibrary:
    """The seeds folder, for those in charge of it.

    Args:
        seeds: the folder of documents.
        removed: where what is taken out or replaced is kept.
        max_bytes: files larger than this would not be indexed.
    """

    def __init__(self, *, seeds: Path, removed: Path, max_bytes: int) -> None:
        self._seeds = seeds
        self._removed = removed
        # Whoever adds or removes at the same time, in another thread or process, waits.
        self._lock = FileLock(removed.with_name(removed.name + ".lock"), timeout=LOCK_SECONDS)
        self.max_bytes = max_bytes

    def check(self, name: str, size: int) -> str:
        """Return the name under which a file would be kept.

        Raises:
            LibraryError: it could not be indexed.
        """
        plain = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
        safe = _UNSAFE.sub("-", plain).strip(". -")
        stem, suffix = Path(safe).stem, Path(safe).suffix
        if suffix.lower() not in SUFFIXES or not stem:
            kinds = ", ".join(sorted(SUFFIXES))
            raise LibraryError(Phrase("kind-unknown", name=name, kinds=kinds))
        if size > self.max_bytes:
            most = self.max_bytes / 1_000_000
            raise LibraryError(Phrase("file-too-large", name=name, most=f"{most:g}"))
        return _shortened(stem, suffix)

    def add(self, name: str, content: bytes, *, collection: str = LOOSE) -> str:
        """Keep a file, in the place of one of the same name; returns its path.

        Args:
            name: what whoever adds it calls it.
            content: its bytes.
            collection: the folder that it is put into, which is made if need be.

        Raises:
            LibraryError: it could not be indexed, or the folder can't be written.
        """
        path = self.check(name, len(content))
        with self._changing():
            folder = self._folder(collection)
            folder.mkdir(parents=True, exist_ok=True)
            target = folder / path
            kept = self._keep_aside(target)
            try:
                write_atomically(target, content, mode=_READABLE_BY_ALL)
            except OSError:
                if kept is not None:
                    kept.unlink(missing_ok=True)
                raise
        return target.relative_to(self._seeds).as_posix()

    def remove(self, path: str) -> None:
        """Take a document out; it is kept in the folder of removed ones.

        Raises:
            LibraryError: there is no such file, or the folder can't be written.
        """
        target = (self._seeds / path).resolve()
        with self._changing():
            if not target.is_relative_to(self._seeds.resolve()) or not target.is_file():
                raise LibraryError(Phrase("no-file", path=path))
            if channel_of(collection_of(path)) is not None:
                raise LibraryError(FOLLOWED)
            self._keep_aside(target)
            target.unlink()

    def sha256(self, path: str) -> str | None:
        """Return the digest of a file, hexadecimal; None: there is none that can be read."""
        return _sha256(self._seeds / path)

    def holds(self, path: str, content: bytes) -> bool:
        """Whether a file has exactly this content."""
        return self.sha256(path) == hashlib.sha256(content).hexdigest()

    def kept_aside(self, path: str, sha256: str) -> bytes | None:
        """Return what was replaced or taken out, by its name and digest; None: there is no such.

        Raises:
            LibraryError: the folder of removed ones can't be read.
        """
        name = PurePosixPath(path).name
        try:
            kept = sorted(self._removed.iterdir(), reverse=True) if self._removed.is_dir() else ()
            for file in kept:
                if file.name.endswith(f"-{name}") and _sha256(file) == sha256:
                    return file.read_bytes()
        except OSError as error:
            raise _unwritable(error) from error
        return None

    def put_back(self, contents: Mapping[str, bytes], *, gone: Collection[str]) -> None:
        """Write files where they were, and take others out; what was there is kept aside.

        Args:
            contents: their bytes, by their paths.
            gone: the paths of those that are taken out.

        Raises:
            LibraryError: the folder can't be written, or a path leads out of it.
        """
        with self._changing():
            for path in (*contents, *gone):
                if not self._is_inside(path):
                    raise LibraryError(Phrase("not-in-folder", path=path))
            for path, content in contents.items():
                target = self._seeds / path
                target.parent.mkdir(parents=True, exist_ok=True)
                self._keep_aside(target)
                write_atomically(target, content, mode=_READABLE_BY_ALL)
            for path in gone:
                if self._keep_aside(self._seeds / path) is not None:
                    (self._seeds / path).unlink()

    def mirror(self, folder: str, files: Mapping[str, bytes]) -> bool:
        """Make a first folder hold these files and no others; returns whether a document changed.

        It is a copy of what is elsewhere: what is gone there is gone here, and nothing is kept
        aside. Of other files only those of the same kind are taken out.

        Args:
            folder: its name.
            files: their bytes, by their names.

        Raises:
            LibraryError: the folder can't be written.
        """
        changed = False
        with self._changing():
            (self._seeds / folder).mkdir(parents=True, exist_ok=True)
            for name, content in files.items():
                if not self.holds(f"{folder}/{name}", content):
                    target = self._seeds / folder / name
                    write_atomically(target, content, mode=_READABLE_BY_ALL)
                    changed = changed or not is_passed_over(name)
            for path in sorted((self._seeds / folder).glob("[!.]*.json")):
                if path.name not in files:
                    path.unlink()
                    changed = True
        return changed

    def drop(self, folder: str) -> bool:
        """Take away what is mirrored in a folder; returns whether anything was.

        Raises:
            LibraryError: the folder can't be written.
        """
        with self._changing():
            found = tuple((self._seeds / folder).glob("*.json"))
            for path in found:
                path.unlink()
            # Something of the owner's own may lie beside it.
            with suppress(OSError):
                (self._seeds / folder).rmdir()
        return bool(found)

    def _is_inside(self, path: str) -> bool:
        """Whether a path leads to a file of the folder, there or not, and by no link out of it."""
        target = self._seeds / path
        inside = target.resolve().is_relative_to(self._seeds.resolve())
        return inside and (target.is_file() or not os.path.lexists(target))

    def _folder(self, collection: str) -> Path:
        """Return the folder of a collection, as the file system writes its name."""
        if collection == LOOSE:
            return self._seeds
        there = self._seeds.iterdir() if self._seeds.is_dir() else ()
        same = (one for one in there if unicodedata.normalize("NFC", one.name) == collection)
        return next(same, self._seeds / collection)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        try:
            self._removed.parent.mkdir(parents=True, exist_ok=True)
            with self._lock:
                yield
        except Timeout as error:
            raise LibraryError(Phrase("changing-now")) from error
        except OSError as error:
            raise _unwritable(error) from error

    def _keep_aside(self, target: Path) -> Path | None:
        """Copy a file to those that were removed, under a name of its own; returns the copy."""
        if not target.is_file():
            return None
        self._removed.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        # Two within a microsecond, or after the clock was set back.
        marks = chain([""], map("-{}".format, count(2)))
        paths = (self._removed / f"{stamp}{mark}-{target.name}" for mark in marks)
        kept = next(path for path in paths if not path.exists())
        write_atomically(kept, target.read_bytes())
        return kept


def _shortened(stem: str, suffix: str) -> str:
    """Return a name that every file system takes, also with a mark before or behind it."""
    stem = stem[: NAME_LIMIT - len(suffix)]
    while len((stem + suffix).encode()) > NAME_BYTES:
        stem = stem[:-1]
    return stem + suffix


def _sha256(file: Path) -> str | None:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _unwritable(error: OSError) -> LibraryError:
    return LibraryError(Phrase("folder-unwritable", reason=str(error.strerror)))
