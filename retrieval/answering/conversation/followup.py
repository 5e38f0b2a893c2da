"""Telling a follow-up from a question that stands alone.

A logistic regression over eight properties of the wording. The corpus plays no part in it, so
that the same question is understood the same way in every index. The weights are made by
``python -P -m retrieval.training.followups`` from the follow-ups of CANARD's development set (part;
CC BY-SA 4.0) and, as fresh questions, the openings of its dialogs and questions of SQuAD 2.0.
"""

import math
from collections.abc import Sequence
from dataclasses import astuple

from retrieval.answering.conversation.foreign import foreign_wording
from retrieval.answering.conversation.wording import MOST_NAMES, Wording
from retrieval.domain import Turn
from retrieval.text.languages.known import ENGLISH
from retrieval.text.stop_words import ANAPHORS, CONTINUERS, OPENERS, POINTERS
from retrieval.text.wording import content_words, folded_words, words

__all__ = ["INTERCEPT", "WEIGHTS", "Wording", "followup_probability", "wording_of"]

INTERCEPT = 4.80
WEIGHTS = (3.37, 1.84, 1.12, 2.09, -4.57, -0.94, 8.52, -0.89)
"""One weight for each field of `Wording`."""


def wording_of(question: str, history: Sequence[Turn], language: str = ENGLISH) -> Wording:
    """Look at the wording of a question that comes after these turns.

    Args:
        question: As it was asked.
        history: The earlier turns, oldest first.
        language: The ISO 639-1 code of the language that is spoken.
    """
    if language != ENGLISH:
        return foreign_wording(question, history, language)
    all_words = words(question)
    low = [word.casefold() for word in all_words]
    content = [word.casefold() for word in content_words(question)]
    said = [folded_words(text) for turn in history for text in (turn.question, turn.answer)]
    topical = set(content)
    names = sum(word[0].isupper() and word.casefold() in topical for word in all_words[1:])
    return Wording(
        anaphor=not ANAPHORS.isdisjoint(low),
        pointer=not POINTERS.isdisjoint(low),
        opener=bool(low) and low[0] in OPENERS,
        continuer=not CONTINUERS.isdisjoint(low),
        content=math.log1p(len(content)),
        names=min(names, MOST_NAMES),
        shared=sum(any(word in text for text in said) for word in content) / max(1, len(content)),
        bare=len(content) <= 1,
    )


def followup_probability(wording: Wording) -> float:
    """Return how likely a question with this wording needs the conversation to be understood."""
    score = INTERCEPT + sum(
        weight * float(value) for weight, value in zip(WEIGHTS, astuple(wording), strict=True)
    )
    return 1 / (1 + math.exp(-score))
