"""What sentences gain by the title of their document.

A manual says in its title what all of it is about, and hardly ever again: "Select a level and click
Apply" answers how to limit the rate of requests under "API rate limiting", and how to set up an
alert under "Alerts". The title is read with every context, but a paragraph later its words count
for little.
"""

import numpy as np

from retrieval.arrays import FloatArray, IdArray
from retrieval.ranking.late_interaction import Interaction

__all__ = ["title_gains"]

_TITLED = 0.2
"""How much it counts beside the sum of all evidence that a context meets more of a question
together with the title."""
_OWN = 0.05
"""How much it counts that the sentence itself does."""
_MET = 0.4
"""How well a title has to meet a question to have to do with it: below that, cosines of single
tokens say nothing."""
_OPENING = 0.03
"""What a sentence gains that opens a document whose title meets what is asked."""
_NAMES = 0.65
_LONGEST_OPENING = 3
"""Sentences behind a title that say what its document is about."""


def title_gains(titled: FloatArray, close: Interaction, behind: IdArray | None) -> FloatArray:
    """Return what each of m sentences gains, float32 [m].

    Args:
        titled: float32 [m, q]: each question token's best cosine in the title of each sentence's
            document; −1 throughout where it has none.
        close: The sentences, compared with the question.
        behind: int64 [m]: how many sentences each one stands behind that title; None: the question
            goes on from another, so it doesn't ask what a document is about.
    """
    met = titled @ close.shares
    more = (np.maximum(titled, close.around) - close.around) @ close.shares
    own = (np.maximum(titled, close.matches) - close.matches) @ close.shares
    gains: FloatArray = np.where(met >= _MET, _TITLED * more + _OWN * own, 0).astype(np.float32)
    if behind is not None:
        gains += np.where((met >= _NAMES) & (behind <= _LONGEST_OPENING), _OPENING, 0)
    return gains.astype(np.float32)
