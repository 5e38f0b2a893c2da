"""The terms that BM25 counts: lower-case words without stop words, stemmed; see `languages`."""

from retrieval.text.identifiers import identifier_terms
from retrieval.text.languages.cutting import foreign_terms, lower_words, terms_of
from retrieval.text.languages.known import ENGLISH, function_words
from retrieval.text.stems import snowball_stems
from retrieval.text.stop_words import SEARCH_STOP_WORDS

__all__ = ["REVISION", "aliases", "document_terms", "search_terms", "stop_words"]

REVISION = 8
"""Raised whenever some text has other terms than before: an older index is then made anew."""


def search_terms(text: str, language: str = ENGLISH) -> list[str]:
    """Return the terms of a text in their order, repeated ones included.

    A question and the texts that it is compared with must be cut by this same function.

    Args:
        text: Any.
        language: The ISO 639-1 code of its language.
    """
    words = lower_words(text, language)
    common = stop_words(language)
    kept = [word for word in words if word not in common]
    if language != ENGLISH:
        return [term for word in kept for term in terms_of(word, language)]
    if text.isascii():
        return snowball_stems(kept)
    terms: list[str] = []
    for word, stem in zip(kept, snowball_stems(kept), strict=True):
        foreign = foreign_terms(word)
        terms += [stem] if foreign is None else foreign
    return terms


def stop_words(language: str) -> frozenset[str]:
    """Return the words of a language that a search leaves out."""
    if language == ENGLISH:
        return SEARCH_STOP_WORDS
    return function_words().get(language, frozenset())


def aliases(text: str) -> list[str]:
    """Return what the identifiers of a text are also found by: their parts, or their whole."""
    return snowball_stems(identifier_terms(text))


def document_terms(text: str, language: str = ENGLISH) -> list[str]:
    """Return the terms of a text that is searched, each identifier whole and in parts."""
    return search_terms(text, language) + aliases(text)
