"""The values that pass between the stages, from a document to an answer.

Every ``start``/``end`` here is a character offset into ``Document.text``, which is exactly
the decoded source file, so that ``text[start:end]`` can be checked against the file by anyone.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from retrieval.locators import Lines, Locator

__all__ = [
    "EVERYTHING",
    "Answer",
    "Block",
    "BlockKind",
    "BuildReport",
    "Choice",
    "Citation",
    "Confidence",
    "Document",
    "DocumentInfo",
    "Hit",
    "IndexInfo",
    "Level",
    "Part",
    "Passage",
    "Ranking",
    "Scope",
    "Sentence",
    "Skipped",
    "SmallTalk",
    "Span",
    "State",
    "Turn",
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
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A file that was indexed, and what its owner should know of how it was read."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did; the paths are sorted."""

    build_id: str
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

    @property
    def file(self) -> str:
        """The path of the file it was read from."""
        return self.path if self.part is None else self.path.removesuffix(f"#{self.part}")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where quoted text stands."""

    path: str
    title: str
    headings: tuple[str, ...]
    first_line: int
    last_line: int
    locator: Locator | None = None
    """The place in the format's own terms; None: the lines are."""

    @property
    def place(self) -> Locator:
        """The place as it is shown."""
        return self.locator or Lines(first=self.first_line, last=self.last_line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A ranked sentence."""

    sentence_id: int
    """Row of the sentence in the index it came from; only valid for that build."""
    path: str
    start: int
    end: int
    score: float
    """Comparable within one ranking only; not a probability."""


class Level(StrEnum):
    """The word that is shown for a probability."""

    HIGH = "High"
    MEDIUM = "Medium"
    LOW = "Low"


class State(StrEnum):
    """What came of a question."""

    ANSWER = "answer"
    PERHAPS = "perhaps"
    """On the topic, and the passage may be it, which is not sure."""
    NONE = "none"
    """The documents don't answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How likely the first passage answers the question."""

    probability: float
    """Calibrated, between 0 and 1."""
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Sentences in order of how well they answer, best first."""

    hits: tuple[Hit, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Quoted text with the sentences in it that answer."""

    citation: Citation
    """Where the *answering sentences* stand (their lines, not the whole context's)."""
    text: str
    """``document.text[start:end]``: the answering sentences and the context around them."""
    start: int
    end: int
    highlights: tuple[Span, ...]
    """The answering sentences, as offsets into the document (not into ``text``), in order."""
    score: float
    also_in: tuple[Citation, ...] = ()
    """Other places that say the same."""
    media_type: str = "text/plain"
    """How the text is written, for whoever lays it out: ``text/plain`` or ``text/markdown``."""
    opening: str = ""
    """Source that stands open where the text begins and has to be read before it: the line that
    opens its code block, the header of its table, the marks before its first words. Not quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the things an underspecified question may mean."""

    label: str
    """What tells it from the other choices, taken from the documents."""
    question: str
    """The question to ask when it is chosen."""


class SmallTalk(StrEnum):
    """What an utterance does that asks nothing of the documents."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    REACTION = "reaction"
    """Laughter, agreement, praise, a lone mark."""
    IDENTITY = "identity"
    """It asks who or what answers."""
    ABILITIES = "abilities"
    """It asks what can be asked, or calls for help without a matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of several questions that were asked at once."""

    question: str
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the documents say to a question, or that they don't say."""

    question: str
    """As it was asked."""
    answered: bool
    """False: the documents don't answer, and ``passages`` are only the nearest ones."""
    confidence: Confidence
    passages: tuple[Passage, ...]
    """As many as the question needs, best first; at most three."""
    more: tuple[Passage, ...]
    """Further passages, best first, for a reader who asks for more."""
    build_id: str
    """The one build that everything in this answer was read from."""
    understood_as: str | None = None
    """The question as it was searched, when its spelling or the conversation changed it."""
    choices: tuple[Choice, ...] = ()
    """Not empty: the question may mean several things; what is shown is the likeliest of them."""
    suggestions: tuple[str, ...] = ()
    """Questions to ask next that the documents answer."""
    small_talk: SmallTalk | None = None
    """Not None: nothing was asked of the documents, so none is quoted and nothing missed."""
    titles: tuple[str, ...] = ()
    """Documents to ask about, where somebody asked what can be asked."""
    parts: tuple[Part, ...] = ()
    """Not empty: several questions were asked at once; ``answered`` if any of them is."""
    differ: bool = False
    """True: two of the passages say different things of the same."""
    perhaps: bool = False
    """True: what answers may be it, and may only speak of the same."""

    @property
    def state(self) -> State:
        """Whether it is an answer, perhaps one, or none."""
        if not self.answered:
            return State.NONE
        return State.PERHAPS if self.perhaps else State.ANSWER


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One earlier exchange of a conversation."""

    question: str
    answer: str = ""
    """The sentences that were quoted, joined by spaces; empty when nothing answered."""
