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
from retrieval.reading.pinned_files import is_pinned
from retrieval.reading.protocol import Reader, Reading
from retrieval.reading.unhelpful_file import UNHELPFUL_FILE

__all__ = [
    "KNOWN",
    "MARKDOWN",
    "PLAIN",
    "READERS",
    "SUFFIXES",
    "SYNONYMS_FILE",
    "Format",
    "is_own_file",
    "is_synonyms",
    "is_unhelpful",
    "media_type_of",
    "provenance",
    "quotes_file",
    "reader_for",
    "required_reader",
    "version_of",
]


PLAIN, MARKDOWN = "text/plain", "text/markdown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A reader whose module is imported when the first of its files is read."""

    name: str
    """Also that of its module in ``formats/``."""
    suffixes: tuple[str, ...]
    """Empty: its files are told by their whole names."""
    revision: int
    """Raised by hand whenever the reader's own code reads some file differently."""
    libraries: tuple[str, ...] = ()
    """The distributions it reads with."""
    extra: str = ""
    """The extra of this package that installs them; empty: they are always there."""
    quotes_file: bool = False
    """Whether what is quoted is the decoded file itself, and not a text extracted from it."""
    media_type: str = PLAIN
    """How the text is written that is quoted from."""

    @property
    def version(self) -> str:
        """The revision and the installed versions of the libraries."""
        return " ".join([str(self.revision), *map(_installed, self.libraries)])

    def read(self, data: bytes, name: str) -> Reading:
        """Read the bytes of a file.

        Raises:
            DocumentError: They are not of its format, or its libraries are not installed.
        """
        try:
            module = import_module(f"retrieval.reading.formats.{self.name}")
        except ModuleNotFoundError as error:
            if not self.extra or (error.name or "").startswith("retrieval"):
                raise
            raise DocumentError(
                f"Files ending in {PurePosixPath(name).suffix.lower()} need what this installs: "
                f"pip install 'verbatim[{self.extra}]'."
            ) from None
        reading: Reading = module.read(data, name)
        return reading


READERS: tuple[Format, ...] = (
    Format(
        name="plain_text",
        suffixes=(".txt",),
        quotes_file=True,
        revision=13,
        libraries=("chardet",),
    ),
    Format(
        name="markdown",
        suffixes=(".md", ".markdown", ".mdx"),
        quotes_file=True,
        revision=13,
        libraries=("chardet", "markdown-it-py", "mdit-py-plugins", "pyyaml"),
        media_type=MARKDOWN,
    ),
    Format(name="pdf", suffixes=(".pdf",), revision=3, libraries=("pypdfium2",), extra="pdf"),
    Format(
        name="html",
        suffixes=(".html", ".htm", ".xhtml"),
        revision=3,
        libraries=("chardet", "lxml"),
        extra="html",
    ),
    Format(name="epub", suffixes=(".epub",), revision=3, libraries=("lxml",), extra="html"),
    Format(name="odt", suffixes=(".odt",), revision=2, libraries=("lxml",), extra="html"),
    Format(
        name="docx",
        suffixes=(".docx",),
        revision=2,
        libraries=("lxml", "python-docx"),
        extra="office",
    ),
    Format(
        name="pptx",
        suffixes=(".pptx",),
        revision=2,
        libraries=("lxml", "python-pptx"),
        extra="office",
    ),
    Format(
        name="spreadsheet",
        suffixes=(".xlsx", ".ods"),
        revision=1,
        libraries=("python-calamine",),
        extra="office",
    ),
    Format(
        name="delimited",
        suffixes=(".csv", ".tsv"),
        revision=1,
        libraries=("chardet",),
    ),
    Format(
        name="json_data",
        suffixes=(".json", ".jsonl", ".ndjson"),
        revision=1,
        libraries=("chardet",),
    ),
    Format(
        name="subtitles",
        suffixes=(".srt", ".vtt"),
        revision=2,
        libraries=("chardet",),
    ),
    Format(
        name="mail",
        suffixes=(".eml", ".mbox"),
        revision=3,
        libraries=("chardet", "lxml"),
    ),
    Format(
        name="restructured_text",
        suffixes=(".rst", ".rest"),
        revision=2,
        libraries=("chardet", "docutils"),
        extra="rst",
    ),
    Format(
        name="asciidoc",
        suffixes=(".adoc", ".asciidoc"),
        revision=2,
        libraries=("chardet",),
    ),
    Format(
        name="notebook",
        suffixes=(".ipynb",),
        revision=2,
        libraries=("chardet", "markdown-it-py", "mdit-py-plugins", "pyyaml"),
    ),
)

SYNONYMS = Format(
    name="synonyms", suffixes=(), quotes_file=True, revision=1, libraries=("chardet",)
)
"""Of `SYNONYMS_FILE` in the folder of documents, or in that of a collection."""
SYNONYMS_FILE = "synonyms.txt"
UNHELPFUL = Format(
    name="unhelpful", suffixes=(), quotes_file=True, revision=1, libraries=("chardet",)
)
"""Of `UNHELPFUL_FILE` there."""
PINNED = Format(
    name="pinned",
    suffixes=(),
    quotes_file=True,
    revision=1,
    libraries=("chardet", "markdown-it-py", "mdit-py-plugins", "pyyaml"),
    media_type=MARKDOWN,
)

SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.suffixes)
"""The endings of the files that can be read."""

KNOWN = ".txt, .md, .pdf, .docx, .html and the other formats that the README lists"
"""What to say of them: the whole list is too long for a sentence."""

_OWN = {SYNONYMS_FILE: SYNONYMS, UNHELPFUL_FILE: UNHELPFUL}
"""The owner's files that are no documents, by their names."""
_DEEPEST_OWN = 2
"""Parts of a path: further down, a file of that name is a document like any other."""
_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}


def quotes_file(path: str) -> bool:
    """Tell whether quotations of such a file are its own characters, as far as they decode."""
    reader = _format_of(path)
    return reader is not None and reader.quotes_file


def reader_for(path: str) -> Reader | None:
    """Return the reader of a file by its name, or None."""
    return _format_of(path)


def is_synonyms(reader: str) -> bool:
    """Tell whether a document with this ``Document.reader`` is a file of synonyms."""
    return reader.partition(" ")[0] == SYNONYMS.name


def is_unhelpful(reader: str) -> bool:
    """Tell whether a document with this ``Document.reader`` says what is no answer to what."""
    return reader.partition(" ")[0] == UNHELPFUL.name


def is_own_file(path: str) -> bool:
    """Tell whether a file says how documents are to be searched, and is none that is searched.

    What is pinned in somebody's own words is quoted all the same.
    """
    return is_pinned(path) or _format_of(path) in (SYNONYMS, UNHELPFUL)


def provenance(reader: Reader) -> str:
    """Return what ``Document.reader`` says of what this reader reads."""
    return f"{reader.name} {reader.version}"


@cache
def media_type_of(reader: str) -> str:
    """Return how the text is written of a document with this ``Document.reader``."""
    name = reader.partition(" ")[0]
    return next((one.media_type for one in (*READERS, PINNED) if one.name == name), PLAIN)


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
        raise DocumentError(f"{_ending(path)} can't be read; {KNOWN} can.")
    return reader


def _ending(path: str) -> str:
    suffix = PurePosixPath(path).suffix
    return f"Files ending in {suffix}" if suffix else "Files without an ending"


def _format_of(path: str) -> Format | None:
    file = PurePosixPath(path)
    own = _OWN.get(file.name.casefold())
    if own is not None and len(file.parts) <= _DEEPEST_OWN:
        return own
    if is_pinned(path):
        return PINNED
    return _BY_SUFFIX.get(file.suffix.lower())


@cache
def _installed(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        # An optional library: once it is there, its files are read again.
        return f"{library} missing"
