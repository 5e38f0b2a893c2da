"""What is stored of each sentence of the structure of its document, as numbers.

All of them are distances, so that what stands elsewhere in the index, or in the document, doesn't
change them. They depend on the whole document and not on a sentence's context, so they are made
anew for every document that is read, and cost no embedding.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from retrieval.store.values import ANSWER, INTRODUCED_BY, QUOTABLE, ROLE, Features
from retrieval.structure import MOST_INTRODUCTIONS, Role, Unit

__all__ = ["with_structure"]

_CODES = {role: code for code, role in enumerate(Role)}


def with_structure(features: Features, units: Sequence[Unit], first: int) -> Features:
    """Add the structure to the features of sentences in a row.

    Args:
        features: Those of some sentences of a document.
        units: All of the document.
        first: Position of the first of the sentences.
    """
    own = units[first : first + len(features)]
    introduced = np.zeros((len(own), MOST_INTRODUCTIONS), dtype=np.int32)
    for row, unit in enumerate(own):
        for column, place in enumerate(unit.introduced_by):
            introduced[row, column] = place - (first + row)
    answers = [unit.answer - (first + row) for row, unit in enumerate(own)]
    return replace(
        features,
        per_sentence={
            **features.per_sentence,
            QUOTABLE: np.array(
                [unit.states or answer != 0 for unit, answer in zip(own, answers, strict=True)],
                dtype=np.bool_,
            ),
            ROLE: np.array([_CODES[unit.role] for unit in own], dtype=np.int8),
            ANSWER: np.array(answers, dtype=np.int32),
            INTRODUCED_BY: introduced,
        },
    )
