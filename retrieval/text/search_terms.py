"""The terms that BM25 counts: lower-case words without stop words, stemmed; see `languages`."""

from retrieval.text.identifiers import identifier_terms
from retrieval.text.languages.cutting import foreign_terms
from retrieval.text.stems import snowball_stems
from retrieval.text.stop_words import SEARCH_STOP_WORDS
from retrieval.text.word_patterns import SEARCH_WORD

__all__ = ["REVISION", "aliases", "document_terms", "search_terms"]

REVISION = 2
"""Raised whenever some text has other terms than before: an older index is then made anew."""


def search_terms(text: str) -> list[str]:
    """Return the terms of a text in their order, repeated ones included.

    A question and the texts that it is compared with must be cut by this same function.
    """
    # bm25s's own way builds a progress bar for every call, which takes longer than a search.
    words = SEARCH_WORD.findall(text.lower())
    kept = [word for word in words if word not in SEARCH_STOP_WORDS]
    if text.isascii():
        return snowball_stems(kept)
    terms: list[str] = []
    for word, stem in zip(kept, snowball_stems(kept), strict=True):
        foreign = foreign_terms(word)
        terms += [stem] if foreign is None else foreign
    return terms


def aliases(text: str) -> list[str]:
    """Return what the identifiers of a text are also found by: their parts, or their whole."""
    return snowball_stems(identifier_terms(text))


def document_terms(text: str) -> list[str]:
    """Return the terms of a text that is searched, each identifier whole and in parts."""
    return search_terms(text) + aliases(text)
