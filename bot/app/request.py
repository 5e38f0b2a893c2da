"""A question with where it comes from, the same through every door."""

from dataclasses import dataclass

from bot.app.collections.sight import Sight
from bot.storage.records import Place
from retrieval.text.escapes import without_escapes

__all__ = ["AskRequest", "Place", "conversation_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRequest:
    """What somebody wants to know; the ids are those of the door it came through."""

    text: str
    """As it was written."""
    door: str
    """As in `AnswerRecord`."""
    asker: int
    place: Place
    sight: Sight
    """What may be shown where the answer will be read."""
    private: bool = False
    """Whether only the asker sees the answer."""
    document: str | None = None
    """Path of the only document to search."""
    follows: str | None = None
    """The answer that it was asked under, by a reply or a button."""
    fresh: bool = False
    """Whether to leave the conversation aside."""
    message: int | None = None
    """The message that asks, if there is one."""
    exempt: bool = False
    """Whether the rate limits don't hold for the asker."""
    only_if_sure: bool = False
    """Whether it addresses nobody: only an answer of high confidence is shown or remembered."""

    @property
    def question(self) -> str:
        """The text with single spaces, without what a terminal sends beside it."""
        return " ".join(without_escapes(self.text).split())


def conversation_of(request: AskRequest) -> str:
    """Name the conversation a question belongs to: one person's in one channel or thread.

    What was asked privately never colours what everyone can read.
    """
    server = "direct" if request.place.server is None else request.place.server
    where = f"{server}/{request.place.channel}/{request.asker}"
    return f"{where}/private" if request.private else where
