"""Where the words of a question are looked for: in a sentence and what stands beside it."""

from collections.abc import Sequence
from itertools import chain

__all__ = ["windows"]


def windows(
    texts: Sequence[str],
    contexts: Sequence[int],
    title: str,
    introduced_by: Sequence[Sequence[int]] = (),
) -> list[str]:
    """Join each sentence with its neighbours in the same context, its introductions, and the title.

    The answer to "when did Rollo land?" often says "he" and names Rollo one sentence before.

    Args:
        texts: n sentences of one document in order.
        contexts: n numbers, equal for sentences of one context.
        title: The document's.
        introduced_by: Of each sentence, the positions of those that introduce it; empty: none.
    """
    last = len(texts) - 1
    joined = []
    for i, own in enumerate(contexts):
        around = range(max(i - 1, 0), min(i + 1, last) + 1)
        near = [j for j in around if contexts[j] == own]
        before = [j for j in (introduced_by[i] if introduced_by else ()) if j not in near]
        joined.append(" ".join(chain((texts[j] for j in (*before, *near)), [title])))
    return joined
