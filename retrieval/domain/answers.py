"""Answers: what was found for a question, how sure it is, and where it stands.

Every ``start``/``end`` here is a character offset into ``Document.text``, which is exactly
the decoded source file, so that ``text[start:end]`` can be checked against the file by anyone.
"""

from dataclasses import dataclass
from enum import StrEnum

from retrieval.domain.documents import Span
from retrieval.locators import Lines, Locator

__all__ = [
    "Answer",
    "Choice",
    "Citation",
    "Confidence",
    "Hit",
    "Level",
    "Part",
    "Passage",
    "Pinned",
    "Ranking",
    "SmallTalk",
    "State",
    "Turn",
]


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
class Pinned:
    """That whoever looks after the documents has pinned an answer to a question."""

    question: str
    """As it is written there; what was asked is the same or like it."""
    path: str
    """The document that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LostQuotation:
    """What whoever looks after the documents quotes, and none of them says any more."""

    path: str
    """The file that quotes it."""
    question: str
    """What it is quoted for there."""
    quotation: str
    """Its first sentence."""


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
    pinned: Pinned | None = None
    """What pins it to the question."""
    unhelpful: int = 0
    """How many people have marked it unhelpful for questions like this one."""

    def said(self, span: Span) -> str:
        """Return the words of one of its sentences, as they stand in the document."""
        return self.text[span.start - self.start : span.end - self.start]


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
