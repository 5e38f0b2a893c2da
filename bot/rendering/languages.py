"""The names of languages, as lists of documents say them."""

from retrieval.text.languages.known import ENGLISH, NAMES

__all__ = ["language_note"]


def language_note(code: str) -> str:
    """Return what is said of a document's language behind it: nothing of an English one."""
    return f" · {NAMES.get(code, code)}" if code and code != ENGLISH else ""
