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

POSSIBLE = 0.3
"""From this probability on a question may be a follow-up; below it, it stands alone."""
CERTAIN = 0.8
"""From this probability on there is no need to compare with the question searched alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """How a question is to be searched."""

    question: str
    """As it was asked."""
    searched_as: str
    """With the words it borrows from the conversation; else the question itself."""
    certain: bool
    """The question can't be meant alone, however well it would be answered so."""

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
    probability = followup_probability(wording_of(question, history)) if history else 0.0
    borrowed: list[str] = []
    if probability >= POSSIBLE:
        own = {word.casefold() for word in content_words(question)}
        topic = content_words(_topic(history).question)
        borrowed = [word for word in topic if word.casefold() not in own]
    searched_as = f"{question} ({' '.join(borrowed)})" if borrowed else question
    return Understanding(question=question, searched_as=searched_as, certain=probability >= CERTAIN)


def _topic(history: Sequence[Turn]) -> Turn:
    """Find the last turn whose question stood alone; the first turn always did."""
    for position in range(len(history) - 1, 0, -1):
        wording = wording_of(history[position].question, history[:position])
        if followup_probability(wording) < POSSIBLE:
            return history[position]
    return history[0]
