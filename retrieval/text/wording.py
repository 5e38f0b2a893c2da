"""The words of a question as far as the conversation looks at them: as they are written."""

from functools import lru_cache

from retrieval.text.stop_words import FUNCTION_WORDS
from retrieval.text.word_patterns import CONVERSATION_WORD, POSSESSIVE

__all__ = ["content_words", "folded_words", "words"]


def words(text: str) -> list[str]:
    """Split a text into its words as they are written, without a possessive ``'s``."""
    # Most words have no mark that an ending could begin with.
    return [
        word if word.isalnum() else POSSESSIVE.sub("", word)
        for word in CONVERSATION_WORD.findall(text)
    ]


def content_words(text: str) -> list[str]:
    """Return the words that say what a text is about, as they are written."""
    return [word for word in words(text) if word.casefold() not in FUNCTION_WORDS]


@lru_cache(maxsize=1024)
def folded_words(text: str) -> frozenset[str]:
    """Return the different words of a text, whatever their case.

    Remembered: every question of a conversation looks at all turns before it.
    """
    return frozenset(word.casefold() for word in words(text))
