"""Putting documents into the seeds folder and taking them out, without a way to lose one.

Knows nothing of Discord.
"""

import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import LibraryError
from retrieval.atomic import write_atomically
from retrieval.reading.registry import SUFFIXES

__all__ = ["DocumentLibrary"]

NAME_LIMIT = 100
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
            raise LibraryError(f"{name} is of a kind that I can't read; these I can: {kinds}.")
        if size > self.max_bytes:
            most = self.max_bytes / 1_000_000
            raise LibraryError(f"{name} is larger than {most:g} MB, which is the most I index.")
        return stem[: NAME_LIMIT - len(suffix)] + suffix

    def add(self, name: str, content: bytes) -> str:
        """Keep a file, in the place of one of the same name; returns its path.

        Raises:
            LibraryError: it could not be indexed, or the folder can't be written.
        """
        path = self.check(name, len(content))
        target = self._seeds / path
        try:
            self._seeds.mkdir(parents=True, exist_ok=True)
            self._keep_aside(target)
            write_atomically(target, content, mode=_READABLE_BY_ALL)
        except OSError as error:
            raise _unwritable(error) from error
        return path

    def remove(self, path: str) -> None:
        """Take a document out; it is kept in the folder of removed ones.

        Raises:
            LibraryError: there is no such file, or the folder can't be written.
        """
        target = (self._seeds / path).resolve()
        if not target.is_relative_to(self._seeds.resolve()) or not target.is_file():
            raise LibraryError(f"There is no file {path} in the folder of documents.")
        try:
            self._keep_aside(target)
            target.unlink()
        except OSError as error:
            raise _unwritable(error) from error

    def _keep_aside(self, target: Path) -> None:
        if not target.is_file():
            return
        self._removed.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        (self._removed / f"{stamp}-{target.name}").write_bytes(target.read_bytes())


def _unwritable(error: OSError) -> LibraryError:
    return LibraryError(
        f"The folder of documents can't be written ({error.strerror}); whoever runs me has to"
        " allow it, or put the file there."
    )
