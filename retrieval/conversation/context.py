"""Which words of a conversation a follow-up is to be searched with.

The topic of a conversation was set by its last question that stood alone: the turns before that
belong to something else. A follow-up is searched together with the content words of that
question, so that a change of topic takes the later follow-ups with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.conversation.followup import followup_probability, wording_of
from retrieval.conversation.wording import content_words
from retrieval.domain import Turn

__all__ = ["Understanding", "understand"]

LIKELY = 0.5
"""From this probability on a question is taken for a follow-up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """How a question is to be searched."""

    question: str
    """As it was asked."""
    searched_as: str
    """With the words it borrows from the conversation; else the question itself."""
    certain: bool
    """The wording itself points outside the question, so it can't be searched alone."""

    @property
    def changed(self) -> bool:
        """Whether the conversation changed what is searched for."""
        return self.searched_as != self.question


def understand(question: str, history: Sequence[Turn]) -> Understanding:
    """Decide what of the conversation a question needs.

    Args:
        question: As it was asked.
        history: The earlier turns, oldest first.
    """
    wording = wording_of(question, history)
    borrowed: list[str] = []
    if history and followup_probability(wording) >= LIKELY:
        own = {word.casefold() for word in content_words(question)}
        topic = content_words(_topic(history).question)
        borrowed = [word for word in topic if word.casefold() not in own]
    searched_as = f"{question} ({' '.join(borrowed)})" if borrowed else question
    return Understanding(question=question, searched_as=searched_as, certain=wording.refers)


def _topic(history: Sequence[Turn]) -> Turn:
    """Find the last turn whose question stood alone; the first turn always did."""
    for position in range(len(history) - 1, 0, -1):
        wording = wording_of(history[position].question, history[:position])
        if followup_probability(wording) < LIKELY:
            return history[position]
    return history[0]
