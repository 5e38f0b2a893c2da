"""Documents, what was read and built of them, and what of an index may be looked at.

Every ``start``/``end`` here is a character offset into ``Document.text``, which is exactly
the decoded source file, so that ``text[start:end]`` can be checked against the file by anyone.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from retrieval.locators import Locator

__all__ = [
    "EVERYTHING",
    "Block",
    "BlockKind",
    "BuildReport",
    "Document",
    "DocumentInfo",
    "IndexInfo",
    "Scope",
    "Sentence",
    "Skipped",
    "Span",
    "Warned",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open range of characters in a document's text."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a stretch of a document is, as its format tells it."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE = "table"
    CODE = "code"
    BYLINE = "byline"
    FIELD = "field"
    """A name and its value on a line, as in front matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph-sized part of a document; sentences never cross its ends.

    What a format alone can tell is said here; what it means is `retrieval.structure`'s to find.
    Spans are offsets into the document's text, as ``start`` and ``end`` are.
    """

    start: int
    end: int
    kind: BlockKind
    headings: tuple[str, ...] = ()
    """The headings above this block, outermost first, without the document's title."""
    locator: Locator | None = None
    """Where it stands in its format's own terms; None: its lines say it."""
    level: int = 0
    """Of a heading, its depth in the outline; of all else, in how many lists it stands. From 1; 0:
    in none, or the format doesn't tell."""
    mark: str = ""
    """Of a list item, what stands before it (``-``, ``2.``, ``(iv)``); empty where a block goes on
    with the item above it, as its second paragraph or its code does."""
    cells: tuple[Span, ...] = ()
    """Of a table's row, its cells in order, empty ones included; empty: the format doesn't tell."""
    is_header: bool = False
    """A table's row that names its columns."""
    language: str = ""
    """Of code, the language it is marked with."""
    lead: Span | None = None
    """The words that it begins with and that are set off from the rest: in bold, or a field's name.
    All of it where the whole block is in bold."""
    speaker: str = ""
    """Of a turn of a conversation, who speaks."""
    admonition: str = ""
    """The kind of box it stands in: ``note``, ``warning``."""
    is_navigation: bool = False
    """Nothing but links or badges: a table of contents, a menu."""
    omitted: tuple[Span, ...] = ()
    """What stands inside of it and is no part of what it says, such as the footer of a page in the
    middle of a sentence or a tag of HTML: quoted, but not searched. In order, without overlap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source file as its reader understood it."""

    path: str
    """The document's name everywhere: the POSIX path of its file relative to the seeds folder, with
    ``#`` and its own name behind it where the file holds several."""
    title: str
    author: str | None
    text: str
    """What is quoted from. Of a text file, the decoded file: a byte order mark is dropped, nothing
    else is changed; of other formats, the text that their reader extracted."""
    blocks: tuple[Block, ...]
    """In order of position, without overlap."""
    part: str | None = None
    """Its own name where its file holds several documents."""
    collection: str = ""
    """The collection it belongs to; empty: the one that everybody sees."""
    reader: str = ""
    """The name and versions of what read it: another version may read it otherwise."""
    language: str = ""
    """ISO 639-1 code of the language that it is in; empty: it doesn't tell, and is taken for
    English."""
    warnings: tuple[str, ...] = ()
    """What its owner should know of how its file was read, on the first document of a file."""

    @property
    def file(self) -> str:
        """The path of the file it was read from."""
        return self.path if self.part is None else self.path.removesuffix(f"#{self.part}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a document, without the white space around it."""

    start: int
    end: int
    first_line: int
    """Line of the first character, from 1."""
    last_line: int
    block: int
    """Position of its block in ``Document.blocks``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The documents that a question may see; what is not in it does not exist for whoever asks."""

    collections: frozenset[str] | None = None
    """The names of the collections; None: all."""
    documents: frozenset[str] | None = None
    """The paths of the documents, if in those collections; None: all."""

    def holds(self, path: str, collection: str) -> bool:
        """Tell whether a document of this path and collection is in it."""
        return (self.collections is None or collection in self.collections) and (
            self.documents is None or path in self.documents
        )

    def __and__(self, other: "Scope") -> "Scope":
        """Return what is in both."""
        return Scope(
            collections=_common(self.collections, other.collections),
            documents=_common(self.documents, other.documents),
        )


def _common(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return one if other is None else other
    return one & other


EVERYTHING = Scope()
"""All documents of an index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file that was not indexed, and why, in words for its owner."""

    path: str
    """Of a file, or of a folder of which nothing could be seen."""
    reason: str
    hidden: bool = False
    """Whether it is there and can't be looked at now, so that nothing is known of its content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A file that was indexed, and what its owner should know of how it was read."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did; the paths are sorted."""

    build_id: str
    """The index that has the documents as they were read."""
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    documents: int
    sentences: int
    embedded: int
    """How many sentences had to be embedded anew."""
    seconds: float
    warnings: tuple[Warned, ...] = ()
    held: str | None = None
    """The older index that answers instead: somebody has gone back to it, and nothing has changed
    since."""
    left: str | None = None
    """The older index that somebody had gone back to, and that no longer answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentInfo:
    """One line of the list of sources."""

    path: str
    title: str
    author: str | None
    sentences: int
    characters: int
    sha256: str
    """Of the file it was read from, hexadecimal."""
    collection: str = ""
    part: str | None = None
    """Its own name where its file holds several documents."""
    language: str = ""
    """ISO 639-1 code of the language that it is in; empty: it doesn't tell."""

    @property
    def file(self) -> str:
        """The path of the file it was read from."""
        return self.path if self.part is None else self.path.removesuffix(f"#{self.part}")

    @property
    def is_asked(self) -> bool:
        """Whether it can answer; else it is kept for what it says of how to search."""
        return self.sentences > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexInfo:
    """What is known of a published index without searching it."""

    build_id: str
    built_at: datetime
    documents: int
    sentences: int
    model: str
    fingerprint: str
    dimension: int
    size_bytes: int
    segments: tuple[str, ...] = ()
    """How vectors are searched in each part that it is made of; empty: it is kept otherwise."""
