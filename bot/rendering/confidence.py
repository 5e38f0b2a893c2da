"""How sure an answer is, in words."""

from bot.localisation.words import ENGLISH, Phrase, Words
from retrieval.domain import Level

__all__ = ["confidence_text", "verdict_text"]

_SURE = {
    Level.HIGH: Phrase("confidence-high"),
    Level.MEDIUM: Phrase("confidence-medium"),
    Level.LOW: Phrase("confidence-low"),
}
_ANSWERS = {
    Level.HIGH: Phrase("confidence-answers-high"),
    Level.MEDIUM: Phrase("confidence-answers-medium"),
    Level.LOW: Phrase("confidence-answers-low"),
}


def confidence_text(level: Level, words: Words = ENGLISH) -> str:
    """Say how sure an answer is: ``High confidence``."""
    return words.of(_SURE[level])


def verdict_text(level: Level, words: Words = ENGLISH, *, answered: bool) -> str:
    """Say whether what is quoted is taken for an answer, and how surely."""
    return words.of(_ANSWERS[level]) if answered else words.say("too-unsure")
