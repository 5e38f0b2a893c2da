"""The names of languages, as lists of documents and the help say them."""

from retrieval.text.languages.known import (
    ENGLISH,
    NAMES,
    function_words,
    script_of_language,
    stemmer_of,
)
from retrieval.text.languages.scripts import Script

__all__ = ["how_far", "in_pairs", "language_note", "stemmed"]


def language_note(code: str) -> str:
    """Return what is said of a document's language behind it: nothing of an English one."""
    return f" · {NAMES.get(code, code)}" if code and code != ENGLISH else ""


def stemmed() -> list[str]:
    """Return the names of the languages whose words are found in any form, English apart."""
    found = (code for code in NAMES if stemmer_of(code) and code in function_words())
    return sorted(NAMES[code] for code in found)


def in_pairs() -> list[str]:
    """Return the names of the languages that are found in pairs of characters."""
    return sorted(NAMES[code] for code in NAMES if script_of_language(code) is Script.UNSPACED)


def how_far() -> str:
    """Say how far each language goes."""
    return (
        "English best; by their words, in any form of them, "
        f"{', '.join(stemmed())}; in pairs of characters {', '.join(in_pairs())}; any other by its"
        " words as they stand. Documents in several can lie together."
    )
