"""The terms of a question in every language of what it is asked of.

Texts are stemmed in their own languages, and whoever asks doesn't know in which the answer stands.
So each word of a question has its term in the language of the question, and its variants: what it
would be as a word of the other languages. A name is mostly the same in all; what is not is found by
its stem in each.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from retrieval.text.languages.cutting import lower_words, one_form, terms_of, unpointed
from retrieval.text.languages.known import (
    ENGLISH,
    asking_words,
    function_words,
    script_of_language,
)
from retrieval.text.languages.scripts import Script
from retrieval.text.languages.separable import rejoined
from retrieval.text.search_terms import search_terms, stop_words
from retrieval.text.word_patterns import ANY_WORD

__all__ = ["AskedWord", "QuestionTerms", "asked_words", "question_terms"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTerms:
    """The different words of a question, as texts are searched for them."""

    terms: tuple[str, ...]
    """In the language of the question."""
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What some terms are in the other languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWord:
    """A word of a question, or a pair of characters of one without blanks."""

    term: str
    """In the language of the question."""
    word: str
    """As it is written, in small letters, a verb with its particle; of a pair, the pair."""
    by_language: Mapping[str, str]
    """Its term in each language of the texts."""
    whole: str | None = None
    """The term of a verb together with its particle, where that stands apart."""

    @property
    def variants(self) -> tuple[str, ...]:
        """Its other terms: in the other languages, and with its particle."""
        others = (*self.by_language.values(), *([] if self.whole is None else [self.whole]))
        return tuple(dict.fromkeys(one for one in others if one != self.term))


def question_terms(text: str, language: str, languages: Sequence[str]) -> QuestionTerms:
    """Return the terms of a question.

    Args:
        text: The question, with what its conversation adds.
        language: The ISO 639-1 code of its language.
        languages: Those of the texts.
    """
    if language == ENGLISH and set(languages) <= {ENGLISH}:
        return QuestionTerms(terms=tuple(dict.fromkeys(search_terms(text))))
    words = asked_words(text, language, languages)
    variants: dict[str, tuple[str, ...]] = {}
    for word in words:
        known = variants.get(word.term, ())
        variants[word.term] = tuple(dict.fromkeys((*known, *word.variants)))
    return QuestionTerms(
        terms=tuple(variants), variants={term: some for term, some in variants.items() if some}
    )


def asked_words(text: str, language: str, languages: Sequence[str]) -> tuple[AskedWord, ...]:
    """Return the words of a question that are looked for, in their order, repeated ones too."""
    return tuple(_asked_words(text, language, languages))


def _asked_words(text: str, language: str, languages: Sequence[str]) -> Iterator[AskedWord]:
    # Documents that don't tell their language are cut as English ones.
    others = [one for one in dict.fromkeys((*languages, ENGLISH)) if one != language]
    common, text = stop_words(language), one_form(text)
    if script_of_language(language) is Script.UNSPACED and language in function_words():
        text = _only_asking(language).sub(" ", text)
    apart = dict(rejoined(text, language))
    for written in ANY_WORD.findall(unpointed(text)):
        word = "".join(lower_words(written, language))
        if not word or word in common:
            continue
        own, whole = terms_of(word, language), apart.get(written)
        cuts = {one: terms_of(*_lowered(written, one)) for one in others}
        for at, term in enumerate(own):
            yield AskedWord(
                term=term,
                word=whole or (word if len(own) == 1 else term),
                by_language={
                    language: term,
                    **{one: cut[at] if len(cut) == len(own) else term for one, cut in cuts.items()},
                },
                whole=None if whole is None else terms_of(whole, language)[0],
            )


def _lowered(written: str, language: str) -> tuple[str, str]:
    return "".join(lower_words(written, language)), language


@cache
def _only_asking(language: str) -> re.Pattern[str]:
    """Match what only asks in a language without blanks, the longest stretch first."""
    own = function_words()[language] & asking_words()
    return re.compile("|".join(map(re.escape, sorted(own, key=lambda one: (-len(one), one)))))
