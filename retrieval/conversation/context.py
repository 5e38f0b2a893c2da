"""Which words of a conversation a follow-up is to be searched with.

The topic of a conversation was set by its last question that surely stood alone: the turns before
that belong to something else. A follow-up is searched together with the content words of that
question, and of later ones that may have moved the topic on, so that a change of topic takes the
later follow-ups with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.conversation.followup import followup_probability, wording_of
from retrieval.conversation.wording import content_words
from retrieval.domain import Turn

__all__ = ["Understanding", "understand"]

POSSIBLE = 0.3
"""From this probability on a question may be a follow-up and is searched with its topic."""
CERTAIN = 0.8
"""From this probability on there is no need to compare with the question searched alone."""
_ALONE = 0.2
"""A question of the past surely stood alone below this probability."""
_PERHAPS_ALONE = 0.5
_MOST_WORDS = 12


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
        borrowed = [word for word in _topic(history) if word.casefold() not in own]
    searched_as = f"{question} ({' '.join(borrowed)})" if borrowed else question
    return Understanding(question=question, searched_as=searched_as, certain=probability >= CERTAIN)


def _topic(history: Sequence[Turn]) -> list[str]:
    """Return the words that set the topic, each once, in the order in which they were said."""
    words: list[list[str]] = []
    for position in range(len(history) - 1, -1, -1):
        wording = wording_of(history[position].question, history[:position])
        # Nothing comes before the first turn, so that it set a topic however it is worded.
        probability = followup_probability(wording) if position else 0.0
        if probability < _PERHAPS_ALONE:
            words.insert(0, content_words(history[position].question))
        if probability < _ALONE:
            break
    return list({word.casefold(): word for turn in words for word in turn}.values())[:_MOST_WORDS]
