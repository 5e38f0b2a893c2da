"""The passage of a pinned answer, before what a search finds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from retrieval.answering.answer import as_hit
from retrieval.answering.passages import LONGEST, passage
from retrieval.answering.pinned.known import PinnedTo
from retrieval.answering.pinned.pins import Pin
from retrieval.answering.several import same_place
from retrieval.answering.view import IndexView
from retrieval.domain import Answer, Confidence, Passage, Pinned, Ranking, State
from retrieval.ranking.query import EncodedQuery
from retrieval.text.words import read

__all__ = ["pinned_passage", "with_pinned"]

Encode: TypeAlias = Callable[[Sequence[str]], list[EncodedQuery]]

_SHOWN = 3
_LOOKED_AT = 20
"""Sentences among which one is looked for that is quoted: it is the nearest to itself."""


def pinned_passage(found: PinnedTo, view: IndexView, encode: Encode) -> Passage | None:
    """Return what is pinned, marked as that; None where none of it can be seen.

    A quotation is shown where it is from, if all of it stands there word for word; else where it
    is pinned.

    Args:
        found: The pinned answer.
        view: What may be shown.
        encode: Encodes sentences, as questions are.
    """
    pin = found.pin
    rows = _quoted_from(pin, view, encode) if pin.is_quotation else ()
    if not rows and view.scope.holds(pin.document.path, pin.document.collection):
        rows = pin.rows
    if not rows:
        return None
    mark = Pinned(question=found.question, path=pin.document.path)
    return replace(passage(_fitting(rows, view), view, score=1.0), pinned=mark)


def with_pinned(
    pinned: Passage, ranking: Ranking, answer: Answer, confidence: Confidence, view: IndexView
) -> tuple[Ranking, Answer]:
    """Show a pinned passage first, unless what was found is surer; the rest follows.

    Args:
        pinned: The passage.
        ranking: What a search has found.
        answer: What was made of it.
        confidence: How sure it is that the passage answers.
        view: Where it stands.
    """
    is_found = bool(answer.passages) and same_place(answer.passages[0], pinned)
    surer = answer.state is State.ANSWER and (
        answer.confidence.probability > confidence.probability
    )
    if surer:
        confidence = answer.confidence
    others = [one for one in answer.passages if not same_place(one, pinned)]
    more = [one for one in answer.more if not same_place(one, pinned)]
    if not answer.answered:
        others, more = [], [*others, *more]
    first = 1 if surer and not is_found else 0
    passages = (*others[:first], pinned, *others[first:])
    return (
        _ranked(pinned, ranking, confidence, view, first=bool(first)),
        replace(
            answer,
            answered=True,
            perhaps=False,
            confidence=confidence,
            passages=passages[:_SHOWN],
            more=(*passages[_SHOWN:], *more),
            choices=(),
            differ=answer.differ and len(others) > 1,
            small_talk=None,
            titles=(),
        ),
    )


def _ranked(
    pinned: Passage, ranking: Ranking, confidence: Confidence, view: IndexView, *, first: bool
) -> Ranking:
    """Put the sentences of a pinned passage first, or behind the one that is surer."""
    rows = [
        row
        for span in pinned.highlights
        for row in view.within(pinned.citation.path, span.start, span.end)
    ]
    own = tuple(as_hit(view, row, 1.0) for row in rows)
    rest = tuple(hit for hit in ranking.hits if hit.sentence_id not in set(rows))
    at = int(first)
    return Ranking(hits=(*rest[:at], *own, *rest[at:]), confidence=confidence)


def _quoted_from(pin: Pin, view: IndexView, encode: Encode) -> tuple[int, ...]:
    """Return the sentences elsewhere that are, one after the other, those of a quotation."""
    words = [_words(one) for one in pin.said]
    (encoded,) = encode([pin.said[0]])
    near = view.reader.shortlist(
        encoded.vector, encoded.terms, aliases=encoded.aliases, scope=view.scope, k=_LOOKED_AT
    )
    for first in sorted(near.ids.tolist()):
        document = view.document(first)
        rows = range(first, first + len(words))
        if document == pin.document or rows.stop > document.rows.stop:
            continue
        if [_words(view.sentence_text(row)) for row in rows] == words:
            return tuple(rows)
    return ()


def _words(sentence: str) -> tuple[str, ...]:
    return tuple(word.lower for word in read(sentence))


def _fitting(rows: Sequence[int], view: IndexView) -> list[int]:
    """Leave out the last sentences of what is too long to be shown."""
    start = view.place(rows[0]).start
    return [row for row in rows if row == rows[0] or view.place(row).end - start <= LONGEST]
