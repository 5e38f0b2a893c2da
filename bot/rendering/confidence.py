"""How sure an answer is, in words."""

from bot.localisation.words import ENGLISH, Words
from retrieval.domain import Level

__all__ = ["confidence_text", "verdict_text"]

_LEVELS = {Level.HIGH: "high", Level.MEDIUM: "medium", Level.LOW: "low"}


def confidence_text(level: Level, words: Words = ENGLISH) -> str:
    """Say how sure an answer is: ``High confidence``."""
    return words.say("confidence", level=_LEVELS[level])


def verdict_text(level: Level, words: Words = ENGLISH, *, answered: bool) -> str:
    """Say whether what is quoted is taken for an answer, and how surely."""
    if not answered:
        return words.say("too-unsure")
    return words.say("confidence-answers", level=_LEVELS[level])
