"""The pinned answers of each scope, and which of them is to a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from retrieval.answering.likeness import SAME_MEANING, may_ask_the_same, same_words
from retrieval.answering.pinned.pins import Pin, read_pins
from retrieval.answering.view import IndexView
from retrieval.arrays import FloatArray
from retrieval.domain import Scope
from retrieval.encoder.protocol import Encoder
from retrieval.ranking.query import EncodedQuery
from retrieval.reading.pinned_files import is_pinned, is_saved
from retrieval.store.interface import IndexReader

__all__ = ["NO_PINS", "PinnedAnswers", "PinnedTo", "Pins"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedTo:
    """A pinned answer, and the wording of its question that was met."""

    pin: Pin
    question: str
    in_words: bool
    """Whether it was asked in the very words; else it means the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pins:
    """Pinned answers, by each wording of their questions."""

    pins: tuple[Pin, ...]
    """One a wording."""
    questions: tuple[str, ...]
    vectors: FloatArray
    """float32 [n, d], unit length."""

    def of(self, asked: Sequence[EncodedQuery]) -> PinnedTo | None:
        """Return what is pinned to a question, given in all of its wordings."""
        words = [one.query.question for one in asked]
        return self.of_words(words) or self._of_meaning(words, [one.vector for one in asked])

    def of_words(self, asked: Sequence[str]) -> PinnedTo | None:
        """Return what is pinned to one of some wordings of a question."""
        for pin, question in zip(self.pins, self.questions, strict=True):
            if any(same_words(one, question) for one in asked):
                return PinnedTo(pin=pin, question=question, in_words=True)
        return None

    def _of_meaning(self, asked: Sequence[str], vectors: Sequence[FloatArray]) -> PinnedTo | None:
        """Return what is pinned to the question that is likest to one of some wordings."""
        if not self.pins:
            return None
        cosines = np.stack(vectors) @ self.vectors.T
        for place in np.argsort(-cosines, axis=None, kind="stable").tolist():
            wording, at = divmod(place, len(self.pins))
            if cosines[wording, at] < SAME_MEANING:
                return None
            pin, question = self.pins[at], self.questions[at]
            if may_ask_the_same(asked[wording], question, " ".join(pin.said)):
                return PinnedTo(pin=pin, question=question, in_words=False)
        return None


NO_PINS = Pins(pins=(), questions=(), vectors=np.empty((0, 0), np.float32))


class PinnedAnswers:
    """Reads what an index pins once, when the first question comes, and remembers it."""

    def __init__(self, reader: IndexReader, encoder: Encoder) -> None:
        self._reader = reader
        self._encoder = encoder
        self._all: Pins | None = None
        self._of: dict[frozenset[str] | None, Pins] = {}
        self._lock = Lock()

    def of(self, scope: Scope) -> Pins:
        """Return what is pinned in the collections of a scope, whichever documents are asked."""
        with self._lock:
            if self._all is None:
                self._all = self._read()
            if not self._all.pins:
                return NO_PINS
            if scope.collections not in self._of:
                self._of[scope.collections] = _within(self._all, scope)
            return self._of[scope.collections]

    def _read(self) -> Pins:
        documents = [
            one for one in self._reader.documents() if is_pinned(one.path) or is_saved(one.path)
        ]
        view = IndexView(self._reader)
        pins = [pin for document in documents for pin in read_pins(document, view)]
        worded = [(pin, question) for pin in pins for question in pin.questions]
        if not worded:
            return NO_PINS
        questions = tuple(question for _, question in worded)
        return Pins(
            pins=tuple(pin for pin, _ in worded),
            questions=questions,
            vectors=self._encoder.encode_queries(questions).vectors,
        )


def _within(known: Pins, scope: Scope) -> Pins:
    collections = Scope(collections=scope.collections)
    places = [
        place
        for place, pin in enumerate(known.pins)
        if collections.holds(pin.document.path, pin.document.collection)
    ]
    return Pins(
        pins=tuple(known.pins[place] for place in places),
        questions=tuple(known.questions[place] for place in places),
        vectors=known.vectors[places],
    )
