"""A question is understood while the model reads it.

The graph of a model runs outside Python's lock: while one thread waits for it, another can find
out what the words of the question tell. Most questions turn out to be just what was typed, so what
was typed is given to the model before that is known; anything else is encoded when it is.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

import numpy as np

from retrieval.encoder.protocol import Encoded, Encoder

__all__ = ["AheadEncoder"]

Read = TypeVar("Read")

_LONGEST = 200
"""Characters of what is encoded ahead: a question stands somewhere in what is longer."""
_AT_ONCE = 8
"""Questions that are understood beside the model at once; more wait for their turn."""


class AheadEncoder:
    """The encoder of one utterance, which may have its vectors before they are asked for.

    Args:
        encoder: The model.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._text = ""
        self._known: Encoded | None = None

    @property
    def name(self) -> str:
        """The model as its user named it."""
        return self._encoder.name

    @property
    def dimension(self) -> int:
        """Length of a sentence vector."""
        return self._encoder.dimension

    @property
    def fingerprint(self) -> str:
        """Equal for equal vectors."""
        return self._encoder.fingerprint

    def encode_while(self, text: str, read: Callable[[], Read]) -> Read:
        """Encode what was typed while something else is done in another thread.

        Args:
            text: What was typed.
            read: What else there is to be done; it gets no vectors of what is encoded beside it.

        Returns:
            What was done. `encode_queries` gives the vectors.
        """
        if len(text) > _LONGEST:
            return read()
        reading = _readers().submit(read)
        try:
            known = self._encoder.encode_queries([text])
        finally:
            # Whoever sees the failure of one may close what the other one is at.
            reading.exception()
        done = reading.result()
        self._text, self._known = text, known
        return done

    def encode_queries(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode questions, those whose vectors aren't known."""
        known = self._known
        if known is None or hidden or self._text not in texts:
            return self._encoder.encode_queries(texts, hidden=hidden)
        if len(texts) == 1:
            return known
        others = [text for text in texts if text != self._text]
        places = {text: place for place, text in enumerate([self._text, *others])}
        encoded = _beside(known, self._encoder.encode_queries(others)) if others else known
        return _taken(encoded, [places[text] for text in texts])

    def encode_passages(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode pieces of documents."""
        return self._encoder.encode_passages(texts, hidden=hidden)


@cache
def _readers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="understanding")


def _beside(some: Encoded, others: Encoded) -> Encoded:
    return Encoded(
        vectors=np.concatenate([some.vectors, others.vectors]),
        tokens=some.tokens + others.tokens,
        token_ids=some.token_ids + others.token_ids,
        token_spans=some.token_spans + others.token_spans,
        weights=some.weights + others.weights,
    )


def _taken(encoded: Encoded, places: Sequence[int]) -> Encoded:
    return Encoded(
        vectors=encoded.vectors[list(places)],
        tokens=tuple(encoded.tokens[place] for place in places),
        token_ids=tuple(encoded.token_ids[place] for place in places),
        token_spans=tuple(encoded.token_spans[place] for place in places),
        weights=tuple(encoded.weights[place] for place in places) if encoded.weights else (),
    )
