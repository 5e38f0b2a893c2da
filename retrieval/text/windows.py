"""Where the words of a question are looked for: in a sentence and what stands beside it."""

from collections.abc import Sequence
from itertools import chain

__all__ = ["windows"]


def windows(texts: Sequence[str], contexts: Sequence[int], title: str) -> list[str]:
    """Join each sentence with its neighbours in the same context, and with the title.

    The answer to "when did Rollo land?" often says "he" and names Rollo one sentence before.

    Args:
        texts: n sentences of one document in order.
        contexts: n numbers, equal for sentences of one context.
        title: The document's.
    """
    last = len(texts) - 1
    joined = []
    for i, own in enumerate(contexts):
        around = range(max(i - 1, 0), min(i + 1, last) + 1)
        near = (texts[j] for j in around if contexts[j] == own)
        joined.append(" ".join(chain(near, [title])))
    return joined
