"""Scores moved by what similarity can't tell: the kind that is asked for, names, and speakers.

By little: of sentences that are about as good, the one that fits comes first. What brings how much
is in retrieval/README.md.
"""

from collections.abc import Sequence

import numpy as np

from retrieval.answering.confidence.questions import framing
from retrieval.answering.introductions import introductions, told_by
from retrieval.answering.kinds.names import names_in, speaks_of
from retrieval.answering.kinds.statements import asks_for_saying
from retrieval.answering.kinds.wanted import wanted_kind
from retrieval.answering.view import IndexView
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import Query
from retrieval.text.thesaurus import synonyms
from retrieval.text.value_names import value_names
from retrieval.text.words import read, stems

__all__ = ["adjusted"]

_OF_KIND_AMONG = 20
"""Among how many of the best those of the kind that is asked for are looked for."""

_NAMELESS = 0.03
"""What a sentence loses that lacks a name of the question, as its whole paragraph does, where
another has all of them."""
_PARAGRAPH = 4_000
"""Characters of it that are looked at."""
_TOLD = 0.04
"""What one gains that quotes whom the question asks about."""
_TOLD_AMONG = 5


def adjusted(found: Candidates, query: Query, view: IndexView) -> Candidates:
    """Raise the sentences of the kind that is asked for, and lower those about somebody else."""
    question = query.question
    best = found.rows[:_OF_KIND_AMONG].tolist()
    view.look_up(best)
    texts = [view.sentence_text(row) for row in best]
    changed = np.zeros(len(found), dtype=np.float32)
    kind = wanted_kind(question, alone=not query.topic)
    if kind is not None:
        telling = _telling(question)
        changed[: len(best)] += [
            (kind.gain + kind.whole * _has_all(telling, text)) if kind.holds(text) else 0
            for text in texts
        ]
    names = names_in(question, texts)
    speaking = [speaks_of(names, text) for text in texts] if names else []
    if any(speaking):
        for place, (row, speaks) in enumerate(zip(best, speaking, strict=True)):
            if not (speaks or _introduced(place, row, names, view)):
                changed[place] -= _NAMELESS
    if asks_for_saying(question):
        asked = {word.stem for word in read(question) if not word.common}
        for place, row in enumerate(best[:_TOLD_AMONG]):
            if asked & {word.stem for word in read(told_by(row, view))}:
                changed[place] += _TOLD
    return found.raised(changed) if changed.any() else found


def _telling(question: str) -> list[str]:
    """Return the stems of a question that say what it is about, and not what is asked of that."""
    words = read(question)
    framed = framing(words)
    return [word.stem for word in words if not word.common and word.stem not in framed]


def _has_all(wanted: Sequence[str], sentence: str) -> bool:
    """Tell whether a sentence has every one of some stems, at least one, or its synonym."""
    said = stems(sentence) | value_names(sentence)
    return bool(wanted) and all(one in said or synonyms(one) & said for one in wanted)


def _around(row: int, view: IndexView) -> str:
    """Return the paragraph that a sentence stands in, and what stands above it."""
    block, document = view.block(row), view.document(row)
    end = min(block.end, block.start + _PARAGRAPH)
    return " ".join((document.title, *block.headings, view.text(document.id, block.start, end)))


def _introduced(place: int, row: int, names: frozenset[str], view: IndexView) -> bool:
    """Tell whether the paragraph has the names, or speaks of whom the document has introduced."""
    around = _around(row, view)
    if speaks_of(names, around):
        return True
    known = introductions(row, view) if place < _TOLD_AMONG else []
    return bool(known) and speaks_of(names, " ".join((around, *known)))
