"""What a question takes all documents to be about: "for this course", "on this server".

Whoever says so asks of the whole that the documents belong to. Where none of them ever speaks of
a course, they belong to something else, however much they say of what the course is held with.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise

from retrieval.text.stop_words import OF_ANY_TOPIC
from retrieval.text.thesaurus import synonyms
from retrieval.text.words import read, stem

__all__ = ["presumes_other"]

_WITHIN = frozenset("at by for from in into of on throughout to within".split())
_UNLIKE = 0.5
"""How badly its vectors are met by what is no other word for the same."""
_OF_WHOEVER_ASKS = frozenset(
    map(
        stem,
        """age area autumn bug century city code continent country day decade email error evening
        exception fall heat hour language line month morning name night number picture place price
        quarter rain screenshot season setup size snow speed spring state stage summer temperature
        time town village weather week weekend winter year""".split(),
    )
)
"""When and where somebody is, and what is before him, which needn't be the documents'."""
_ANY = _OF_WHOEVER_ASKS | frozenset(map(stem, OF_ANY_TOPIC))


def presumes_other(
    question: str, lost: Mapping[str, float], rarity: Callable[[str], float]
) -> bool:
    """Tell whether a question is asked within something that no document speaks of.

    Args:
        question: One that stands alone.
        lost: Of each word of the question that no document has, by stem, how badly its vectors
            are met, 0 to about 1.
        rarity: How rare a stem is, 1: no document has it.
    """
    asked = read(question)
    return any(
        before.lower in _WITHIN
        and this.lower == "this"
        and lost.get(thing.stem, 0.0) >= _UNLIKE
        and thing.stem not in _ANY
        and all(rarity(other) >= 1 for other in synonyms(thing.stem))
        for (before, this), (_, thing) in pairwise(pairwise(asked))
    )
