"""The words that documents and questions are searched by, and where a sentence's are looked for."""

import re
import threading
from collections.abc import Sequence
from itertools import chain
from typing import Any

import Stemmer  # type: ignore[import-not-found]

__all__ = ["search_terms", "windows"]

_WORD = re.compile(r"\w+")
STOP_WORDS = frozenset(
    (
        "a an and are as at be but by for if in into is it no not of on or such that the their "
        "then there these they this to was will with"
    ).split()
)
"""Lucene's list for English. Question words stay: with a sentence's "when" they mean something."""

_own = threading.local()


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


def search_terms(text: str) -> list[str]:
    """Return the stemmed words of a text that are searched for, in their order."""
    words = _WORD.findall(text.lower())
    # The library's own way builds a progress bar for every call, which takes longer than a search.
    stems: list[str] = _stemmer().stemWords([word for word in words if word not in STOP_WORDS])
    return stems


def _stemmer() -> Any:  # noqa: ANN401
    # It remembers words, in a way that threads must not share.
    if not hasattr(_own, "stemmer"):
        _own.stemmer = Stemmer.Stemmer("english")
    return _own.stemmer
