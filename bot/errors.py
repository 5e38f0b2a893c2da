"""What can go wrong in running the bot.

VerbatimError (retrieval.errors)
├── Busy               more questions wait than the queue holds
├── TooSlow            a question took longer than it may
├── AnswerStoreError   the answer store can't be used
│   └── AnswersAwayError   … just now: its database can't be reached
├── LibraryError       a document can't be added or removed
└── DiscordError       Discord refuses to let the bot in, or can't be reached
"""

from retrieval.errors import VerbatimError

__all__ = [
    "AnswerStoreError",
    "AnswersAwayError",
    "Busy",
    "DiscordError",
    "LibraryError",
    "TooSlow",
]


class Busy(VerbatimError):  # noqa: N818 - it is a state to be told, not a fault
    """More questions are waiting than the queue holds."""


class TooSlow(VerbatimError):  # noqa: N818 - likewise
    """The question took longer than it may."""


class AnswerStoreError(VerbatimError):
    """The answer store can't be used; the message says what to do about it."""


class AnswersAwayError(AnswerStoreError):
    """The database that the answer store is in can't be reached just now."""


class LibraryError(VerbatimError):
    """A document can't be added or removed, for a reason that whoever tries can understand."""


class DiscordError(VerbatimError):
    """Discord can't be used; the message says which setting or switch to change."""
