"""What the document of a sentence tells of a question: names it never has, words it has together.

In documents about several products, or about another one, a sentence may have all of a question
but the name: "run the image for AWS Lambda" to a page on another platform, which never speaks of
Lambda. And where two neighbouring words of a question stand together on a page, as "service
account" does, the page speaks of what they mean and doesn't have them by chance.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from retrieval.answering.confidence.astray import topic_weight
from retrieval.answering.confidence.standing import stand_together, stands_in
from retrieval.text.words import Word

__all__ = ["pairs_together", "worst_stranger"]

_MOST_PAIRS = 2


def worst_stranger(
    far: Iterable[Word],
    lost: Mapping[str, float],
    rarity: Callable[[str], float],
    texts: Iterable[str],
) -> float:
    """Return how badly the vectors meet a name that a document never has, 0 to about 1.

    What has a capital or a digit is a name; a bare number, which evidence of its own is about, is
    none, nor is what anything may be asked with.

    Args:
        far: The words of a question that neither the sentence nor what is around it has.
        lost: How badly the vectors of the sentence meet each of these, by stem, 0 to about 1.
        rarity: How rare a stem is.
        texts: All of the document, in small letters; read only if a name is missing.
    """
    names = [word for word in far if _is_name(word) and topic_weight(word, rarity) > 0]
    for text in texts if names else ():
        names = [word for word in names if not stands_in(word, text)]
    return max((lost[word.stem] for word in names), default=0.0)


def pairs_together(
    question: Sequence[Word],
    asked: Collection[str],
    rarity: Callable[[str], float],
    pages: Sequence[str],
) -> int:
    """Count neighbouring words of a question that stand near one another on a page, 2 at most.

    Args:
        question: All of its words.
        asked: The stems of those that may be looked for in an answer.
        rarity: How rare a stem is.
        pages: What stands around the sentence, in small letters.
    """
    found = 0
    for one, other in pairwise(question):
        tells = all(word.stem in asked and topic_weight(word, rarity) > 0 for word in (one, other))
        if tells and one.stem != other.stem:
            found += any(stand_together(one, other, page) for page in pages)
        if found == _MOST_PAIRS:
            break
    return found


def _is_name(word: Word) -> bool:
    return not word.number and (word.name or any(map(str.isdigit, word.text)))
