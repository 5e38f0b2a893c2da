"""Sentence boundaries by sentencex, the segmenter made for Wikimedia's languages.

The only file that knows it. It never sees the text itself but a *shape* of the same length
(retrieval/text/sentences/shape.py), so its boundaries are offsets into both.
"""

import sentencex

__all__ = ["boundaries"]

# The segmenter's time grows with the square of a text's unmatched quotation marks. In steps of
# this many characters that stays a matter of milliseconds, and no sentence worth quoting is longer.
_STEP = 4_096


def boundaries(shape: str, language: str) -> list[int]:
    """Return the offsets at which a new sentence starts, without 0; time is linear."""
    found = []
    position = 0
    while position < len(shape):
        step = shape[position : position + _STEP]
        ends = [
            boundary["end_index"] for boundary in sentencex.get_sentence_boundaries(language, step)
        ]
        if position + _STEP >= len(shape):
            found += [position + end for end in ends[:-1]]
            break
        # The last sentence of a step may go on after it, so the next step begins with it.
        if len(ends) > 1:
            found += [position + end for end in ends[:-1]]
            position += ends[-2]
        else:
            position += _STEP
    return found
