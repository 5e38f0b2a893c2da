"""How well each word of a question is met by the words of a sentence, in any language.

Late interaction (Khattab & Zaharia 2020) with words in the place of token vectors: each word of
the question counts for the best word of the sentence. Equal stems meet wholly; others by the share
of the runs of four letters that they have in common (character 4-grams, McNamee and Mayfield
2004), which finds German compounds and endings that no stemmer knows.
"""

from dataclasses import dataclass
from functools import lru_cache

from retrieval.text.languages.cutting import foreign_terms
from retrieval.text.languages.identify import function_words
from retrieval.text.search_terms import search_terms
from retrieval.text.stems import snowball_stems
from retrieval.text.word_patterns import SEARCH_WORD

__all__ = ["ForeignWord", "cut", "met"]

_STEMMERS = {
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "it": "italian",
    "nl": "dutch",
    "sv": "swedish",
    "tr": "turkish",
}
_RUN = 4
_PARTLY = 0.8
"""What a word counts at most that has another stem."""


@dataclass(frozen=True, slots=True)
class ForeignWord:
    """A word of a text, or a pair of characters of one without blanks."""

    stem: str
    term: str
    """What an index counts it by."""
    runs: frozenset[str]
    """Its runs of four letters; none of a pair of characters."""


@lru_cache(maxsize=2048)
def cut(text: str, language: str) -> tuple[ForeignWord, ...]:
    """Cut a text into its words, without the commonest of the language."""
    common = function_words().get(language, frozenset())
    words = [word for word in SEARCH_WORD.findall(text.lower()) if word not in common]
    return tuple(one for word in words for one in _cut(word, language))


def met(word: ForeignWord, others: tuple[ForeignWord, ...]) -> float:
    """Say how well a word is met by the best of some others, between 0 and 1."""
    best = 0.0
    for other in others:
        if word.stem == other.stem:
            return 1.0
        if word.runs and other.runs:
            share = len(word.runs & other.runs) / len(word.runs)
            best = max(best, _PARTLY * share)
    return best


@lru_cache(maxsize=16_384)
def _cut(word: str, language: str) -> tuple[ForeignWord, ...]:
    terms = foreign_terms(word)
    if terms is None:
        own = search_terms(word)
        stemmer = _STEMMERS.get(language)
        stem = snowball_stems([word], stemmer)[0] if stemmer else word
        return (ForeignWord(stem, own[0], _runs(word)),) if own else ()
    if len(terms) == 1 and len(terms[0]) > 2:
        return (ForeignWord(terms[0], terms[0], _runs(word)),)
    return tuple(ForeignWord(term, term, frozenset()) for term in terms)


def _runs(word: str) -> frozenset[str]:
    marked = f"^{word}"
    return frozenset(marked[at : at + _RUN] for at in range(max(len(marked) - _RUN + 1, 1)))
