"""Whether two questions ask the same: by their words, or by their meaning; pure."""

from collections.abc import Iterator
from functools import lru_cache

from retrieval.answering.confidence.questions import framing
from retrieval.text.languages.identify import ENGLISH, language_of
from retrieval.text.languages.phrases import negates
from retrieval.text.thesaurus import synonyms
from retrieval.text.words import Word, opposed, read, stems

__all__ = ["SAME_MEANING", "may_ask_the_same", "same_words"]

SAME_MEANING = 0.78
"""Cosine from which two questions mean the same; their paraphrases are seldom less alike.

Of questions that are so near to one of thirty others, drawn by lot, 92 % had the same answer in
zoomfaq-a and 76 % in softdocs-a; but of those of squad2-a, which were written to be almost another
question, few: what differs has to be looked at too (`may_ask_the_same`).
"""


def same_words(one: str, other: str) -> bool:
    """Tell whether two questions are the same words in the same order, in any inflection."""
    return _stems_in_order(one) == _stems_in_order(other) != ()


def may_ask_the_same(asked: str, known: str, answer: str = "") -> bool:
    """Tell whether nothing in the words of two questions of like meaning tells them apart.

    It does where only one negates, where a number stands in one of them alone, where one says the
    opposite of what the other says, or where a name is asked about that the other question lacks,
    as its answer does.

    Args:
        asked: What is asked.
        known: The question that is known.
        answer: The answer to it.
    """
    here, there = read(asked), read(known)
    if _negates(asked, here) != _negates(known, there):
        return False
    missing, left = list(_missing(here, there)), list(_missing(there, here))
    if any(word.number for word in (*missing, *left)):
        return False
    if any(opposed(word.stem, stems(known)) for word in missing):
        return False
    if any(opposed(word.stem, stems(asked)) for word in left):
        return False
    told = stems(answer)
    return all(word.stem in told for word in missing if word.name)


def _negates(question: str, words: tuple[Word, ...]) -> bool:
    language = language_of(question)
    if language == ENGLISH:
        return any(word.negates for word in words)
    return negates(question, language)


def _missing(words: tuple[Word, ...], others: tuple[Word, ...]) -> Iterator[Word]:
    """Yield the telling words that the others lack, as they lack their synonyms."""
    framed, said = framing(words), {word.stem for word in others}
    for word in words:
        if word.common or word.stem in framed or word.stem in said:
            continue
        if synonyms(word.stem).isdisjoint(said):
            yield word


@lru_cache(maxsize=8_192)
def _stems_in_order(question: str) -> tuple[str, ...]:
    """Return what is compared; remembered, for every question meets all that are known."""
    return tuple(word.stem for word in read(question))
