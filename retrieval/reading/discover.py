"""What there is to read in a folder, and what there is that can't be read."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from retrieval.domain import Skipped
from retrieval.errors import SeedsError
from retrieval.reading.registry import KNOWN, SUFFIXES
from retrieval.text.printable import has_unsafe_name, printable

__all__ = ["Discovery", "discover", "is_passed_over"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """The files of a folder, both parts sorted by path."""

    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...]


_KEPT_IN, _KEPT_BESIDE = "index", "seeds.json"
"""What the folder of data has besides databases."""


def discover(seeds: Path) -> Discovery:
    """Find every document below ``seeds``.

    Hidden files and folders (a leading dot) and Office's locks are passed over in silence, a folder
    of data of Verbatim's own is named and left out,
    everything else that can't be read is reported; no name is special, so a README.md is a document
    like any other. Links are followed, after everything that is really there, so that what two ways
    lead to keeps its own name and is read once; those that lead out of the folder are not, so that
    nothing answers that nobody has put there (``seeds`` itself may be a link). No file is opened:
    what can still go wrong with one is load's and read_file's to tell.

    Raises SeedsError: the folder is missing, is no folder, or can't be listed.
    """
    walk = _Walk(seeds)
    walk.run()
    return Discovery(
        files=tuple(sorted(walk.files, key=lambda file: file.as_posix())),
        skipped=tuple(sorted(walk.skipped, key=lambda skipped: skipped.path)),
    )


def is_passed_over(name: str) -> bool:
    """Tell whether a file or folder of this name is none of the documents, and nobody need know.

    It is hidden, or the file by which Office locks one that is open: ``~$report.docx``.
    """
    return name.startswith((".", "~$"))


class _Walk:
    def __init__(self, seeds: Path) -> None:
        self.seeds = seeds
        self.files: list[Path] = []
        self.skipped: list[Skipped] = []
        self._root = Path(os.path.realpath(seeds))
        self._seen: dict[tuple[int, int], Path] = {}
        self._links: list[Path] = []

    def run(self) -> None:
        try:
            status = self.seeds.stat()
            if not stat.S_ISDIR(status.st_mode):
                raise SeedsError(
                    f"The seeds folder {printable(str(self.seeds))} is a file; "
                    "name the folder that holds your documents."
                )
            with os.scandir(self.seeds):
                pass
        except FileNotFoundError:
            raise SeedsError(
                f"The seeds folder {printable(str(self.seeds))} doesn't exist; "
                "create it or name the folder that holds your documents."
            ) from None
        except OSError as error:
            raise SeedsError(
                f"The seeds folder {printable(str(self.seeds))} can't be opened "
                f"({(error.strerror or 'unknown failure').lower()}); "
                "give the user that runs Verbatim the right to read it."
            ) from None
        self._seen[status.st_dev, status.st_ino] = self.seeds
        self._folders([self.seeds])
        while self._links:
            self._link(self._links.pop(0))

    def _folders(self, waiting: list[Path]) -> None:
        # A list of folders to visit instead of recursion: a tree may be deeper than the stack.
        while waiting:
            current = waiting.pop()
            try:
                with os.scandir(current) as entries:
                    names = sorted(entry.name for entry in entries)
            except OSError as error:
                reason = (error.strerror or "unknown failure").lower()
                self._skip(current, f"The folder can't be opened: {reason}.", hidden=True)
                continue
            if _KEPT_IN in names and (current / _KEPT_IN / "CURRENT").is_file():
                # What Verbatim keeps is no document: each index would have the last one in it.
                if current != self.seeds:
                    self._skip(current, "It is a folder in which Verbatim keeps its index.")
                    continue
                names = [name for name in names if name not in {_KEPT_IN, _KEPT_BESIDE}]
            for name in names:
                if not is_passed_over(name):
                    self._entry(current / name, waiting)

    def _entry(self, path: Path, waiting: list[Path]) -> None:
        if has_unsafe_name(path.name):
            self._skip(
                path,
                "Its name holds line breaks, control characters or bytes that are not UTF-8; "
                "rename it.",
            )
            return
        try:
            status = path.lstat()
        except OSError as error:
            self._failed(path, error)
            return
        if stat.S_ISLNK(status.st_mode):
            self._links.append(path)
        elif stat.S_ISDIR(status.st_mode):
            self._subfolder(path, status, waiting)
        else:
            self._file(path, status)

    def _subfolder(self, path: Path, status: os.stat_result, waiting: list[Path]) -> None:
        identity = (status.st_dev, status.st_ino)
        # Only a folder that a link led to can hold one that was read before.
        if identity in self._seen:
            self._skip(path, f"It is {self._place(identity)}, which is read already.")
            return
        self._seen[identity] = path
        if path.suffix.lower() in SUFFIXES:
            self._skip(
                path,
                "It is a folder, although its name is that of a document; what is in it is read.",
            )
        waiting.append(path)

    def _link(self, path: Path) -> None:
        try:
            status = path.stat()
        except FileNotFoundError:
            self._skip(path, "It is a link to something that doesn't exist.")
            return
        except OSError as error:
            self._failed(path, error)
            return
        identity = (status.st_dev, status.st_ino)
        if identity in self._seen:
            self._skip(path, f"It is a link to {self._place(identity)}, which is read already.")
        elif not Path(os.path.realpath(path)).is_relative_to(self._root):
            self._skip(
                path,
                "It is a link that leads out of the folder of documents; put what it leads to"
                " there.",
            )
        elif stat.S_ISDIR(status.st_mode):
            waiting: list[Path] = []
            self._subfolder(path, status, waiting)
            self._folders(waiting)
        else:
            self._file(path, status)

    def _place(self, identity: tuple[int, int]) -> str:
        first = self._seen[identity]
        return "the seeds folder itself" if first == self.seeds else self._name(first)

    def _file(self, path: Path, status: os.stat_result) -> None:
        if path.suffix.lower() not in SUFFIXES:
            ending = f"ending in {path.suffix}" if path.suffix else "without an ending"
            self._skip(path, f"Files {ending} can't be read; {KNOWN} can.")
        elif not stat.S_ISREG(status.st_mode):
            self._skip(path, "It is not an ordinary file but a pipe, a socket or a device.")
        else:
            self._seen.setdefault((status.st_dev, status.st_ino), path)
            self.files.append(path)

    def _failed(self, path: Path, error: OSError) -> None:
        if isinstance(error, FileNotFoundError):
            self._skip(path, "It vanished while the folder was being read.")
        elif error.errno == errno.ELOOP:
            self._skip(path, "It is a link that leads back to itself.")
        else:
            reason = (error.strerror or "unknown failure").lower()
            self._skip(path, f"It can't be read: {reason}.", hidden=True)

    def _skip(self, path: Path, reason: str, *, hidden: bool = False) -> None:
        self.skipped.append(Skipped(path=self._name(path), reason=reason, hidden=hidden))

    def _name(self, path: Path) -> str:
        return printable(path.relative_to(self.seeds).as_posix())
