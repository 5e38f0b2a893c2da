"""Which reader reads which files.

Nothing here imports a reader: finding files, and telling whether one must be read again, costs
no library. A further format is one module in ``formats/`` with a function ``read``, and one entry
in ``READERS``.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePosixPath

from retrieval.errors import DocumentError
from retrieval.reading.protocol import Reader, Reading

__all__ = [
    "READERS",
    "SUFFIXES",
    "Format",
    "provenance",
    "reader_for",
    "required_reader",
    "version_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A reader whose module is imported when the first of its files is read."""

    name: str
    """Also that of its module in ``formats/``."""
    suffixes: tuple[str, ...]
    revision: int
    """Raised by hand whenever the reader's own code reads some file differently."""
    libraries: tuple[str, ...] = ()
    """The distributions it reads with."""

    @property
    def version(self) -> str:
        """The revision and the installed versions of the libraries."""
        return " ".join([str(self.revision), *map(_installed, self.libraries)])

    def read(self, data: bytes, name: str) -> Reading:
        """Read the bytes of a file.

        Raises:
            DocumentError: They are not of its format.
        """
        module = import_module(f"retrieval.reading.formats.{self.name}")
        reading: Reading = module.read(data, name)
        return reading


READERS: tuple[Reader, ...] = (
    Format(
        name="plain_text",
        suffixes=(".txt",),
        revision=3,
        libraries=("chardet",),
    ),
    Format(
        name="markdown",
        suffixes=(".md", ".markdown"),
        revision=3,
        libraries=("chardet", "markdown-it-py", "mdit-py-plugins", "pyyaml"),
    ),
)

SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.suffixes)
"""The endings of the files that can be read."""

_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}


def reader_for(path: str) -> Reader | None:
    """Return the reader of a file by the ending of its name, or None."""
    return _BY_SUFFIX.get(PurePosixPath(path).suffix.lower())


def provenance(reader: Reader) -> str:
    """Return what ``Document.reader`` says of what this reader reads."""
    return f"{reader.name} {reader.version}"


def version_of(path: str) -> str:
    """Return what ``Document.reader`` would be if the file were read now, without reading it.

    Raises:
        DocumentError: No reader reads such files.
    """
    return provenance(required_reader(path))


def required_reader(path: str) -> Reader:
    """Return the reader of a file.

    Raises:
        DocumentError: No reader reads such files.
    """
    reader = reader_for(path)
    if reader is None:
        raise DocumentError(f"Only files ending in {', '.join(SUFFIXES)} can be read.")
    return reader


@cache
def _installed(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        # An optional library: once it is there, its files are read again.
        return f"{library} missing"
