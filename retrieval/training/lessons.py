"""What the answer reader learns from: candidates of questions, as the ranking finds them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.answering.view import IndexView
from retrieval.encoder.protocol import Encoder
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import Query, encode
from retrieval.ranking.rank import rank
from retrieval.training.pairs import Pairs
from retrieval.training.unanswered import NEIGHBOURS, spoil

__all__ = ["CANDIDATES", "Lesson", "Place", "lessons", "write_documents"]

CANDIDATES = 12
"""How many of a question's candidates are kept."""

_PARAGRAPH = 5
_DOCUMENT = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a sentence was written."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A question with its best candidates."""

    question: str
    found: Candidates
    right: int | None
    """Which of them answers; ``None``: the question was made unanswerable."""


def write_documents(pairs: Pairs, folder: Path) -> tuple[Place, ...]:
    """Write the sentences of pairs as documents of neighbours, and return where each stands."""
    places = []
    for first in range(0, len(pairs.sentences), _DOCUMENT):
        number = first // _DOCUMENT
        name, text = f"{number:05}.txt", f"part {number}\n\n"
        for position, sentence in enumerate(pairs.sentences[first : first + _DOCUMENT]):
            if position:
                text += " " if position % _PARAGRAPH else "\n\n"
            places.append(Place(document=name, start=len(text), end=len(text) + len(sentence)))
            text += sentence
        (folder / name).write_text(f"{text}\n", encoding="utf-8")
    return tuple(places)


def lessons(
    pairs: Pairs,
    places: tuple[Place, ...],
    view: IndexView,
    encoder: Encoder,
    rng: np.random.Generator,
) -> Iterator[Lesson]:
    """Ask every question, and every second one made unanswerable, in turn.

    Args:
        pairs: Questions and the sentences that answer them.
        places: Where the sentences stand in the corpus.
        view: An index of what `write_documents` wrote.
        encoder: The model it was made with.
        rng: What draws how a question is made unanswerable.
    """
    for number, (question, answer) in enumerate(zip(pairs.questions, pairs.answers, strict=True)):
        found = _found(question, view, encoder)
        right = _right(found, places[answer], view)
        if right is not None:
            yield Lesson(question=question, found=found, right=right)
        if number % 2:
            near = (
                *pairs.sentences[max(answer - NEIGHBOURS, 0) : answer],
                *pairs.sentences[answer + 1 : answer + 1 + NEIGHBOURS],
            )
            spoiled = spoil(question, pairs.sentences[answer], near, rng)
            if spoiled is not None:
                yield Lesson(question=spoiled, found=_found(spoiled, view, encoder), right=None)


def _found(question: str, view: IndexView, encoder: Encoder) -> Candidates:
    (encoded,) = encode([Query(question=question)], encoder, view.reader.languages)
    found = rank(encoded, view.reader, view.sentence_text, view.block)
    return found.in_order(np.arange(min(CANDIDATES, len(found))))


def _right(found: Candidates, place: Place, view: IndexView) -> int | None:
    for candidate, row in enumerate(found.rows.tolist()):
        sentence = view.sentence(row)
        inside = sentence.start < place.end and sentence.end > place.start
        if inside and view.document(row).path == place.document:
            return candidate
    return None
