"""One answer to several questions that were asked at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from typing import TypeVar

from retrieval.domain import Answer, Hit, Part, Passage, Ranking, Span
from retrieval.ranking.topic import BETWEEN
from retrieval.text.thesaurus import synonyms
from retrieval.text.words import content_stems, stems

__all__ = ["join_answers", "join_rankings", "same_place"]

_SHOWN = 3
_OWN = 0.6
"""Probability from which a sentence answers a question, whatever else it answers."""
_Item = TypeVar("_Item")


def join_rankings(rankings: Sequence[Ranking]) -> Ranking:
    """Put the first hits of all rankings first, then their second ones, each sentence once.

    The confidence is that of the first ranking.
    """
    in_turn = _in_turn([ranking.hits for ranking in rankings])
    once: dict[int, Hit] = {}
    for hit in in_turn:
        once.setdefault(hit.sentence_id, hit)
    return Ranking(hits=tuple(once.values()), confidence=rankings[0].confidence)


def join_answers(question: str, answers: Sequence[Answer], text_of: Callable[[str], str]) -> Answer:
    """Show what answers each question, and say which of them the documents don't answer.

    Args:
        question: All of them, as they were asked.
        answers: One a question, at least one, in their order.
        text_of: Returns the text of a document by its path.

    Returns:
        An answer if any of them is one, as sure as the least sure of those; its passages are the
        first of each, those from one place made into one.
    """
    answers = [_unless_borrowed(one, answers) for one in answers]
    answered = [answer for answer in answers if answer.answered]
    speaking = answered or answers
    least = min(speaking, key=lambda answer: answer.confidence.probability)
    passages: list[Passage] = []
    for one in _in_turn([answer.passages for answer in speaking]):
        _add(passages, one, text_of)
    more = _in_turn([answer.more for answer in speaking])
    understood = [answer.understood_as or answer.question for answer in answers]
    changed = any(answer.understood_as is not None for answer in answers)
    return replace(
        least,
        question=question,
        understood_as=BETWEEN.join(understood) if changed else None,
        answered=bool(answered),
        passages=tuple(passages[:_SHOWN]),
        more=tuple(passages[_SHOWN:]) + tuple(one for one in more if not _inside(one, passages)),
        choices=(),
        parts=tuple(Part(question=one.question, answered=one.answered) for one in answers),
    )


def _unless_borrowed(one: Answer, answers: Sequence[Answer]) -> Answer:
    """Return an answer, or none where all that it shows answers another question more surely.

    "The cafe opens at eight" beside "when does it close" is what is shown for "when does it open".
    """
    if not one.answered or not one.passages or one.confidence.probability >= _OWN:
        return one
    first = one.passages[0]
    others = [
        other
        for other in answers
        if other is not one
        and other.answered
        and other.confidence.probability > one.confidence.probability
        and any(_marks_same(first, shown) for shown in other.passages[:1])
    ]
    marked = (
        first.text[span.start - first.start : span.end - first.start] for span in first.highlights
    )
    said = stems(" ".join(marked))
    for other in others:
        own = content_stems(one.question) - content_stems(other.question)
        if own and not any(stem in said or synonyms(stem) & said for stem in own):
            return replace(one, answered=False, perhaps=False)
    return one


def _marks_same(one: Passage, other: Passage) -> bool:
    return one.citation.path == other.citation.path and one.highlights == other.highlights


def _in_turn(rows: Sequence[Sequence[_Item]]) -> list[_Item]:
    return [one for one in chain.from_iterable(zip_longest(*rows)) if one is not None]


def _add(passages: list[Passage], one: Passage, text_of: Callable[[str], str]) -> None:
    """Add a passage, or widen the one that shows the same place."""
    for position, other in enumerate(passages):
        if same_place(one, other):
            passages[position] = _joined(other, one, text_of(one.citation.path))
            return
    passages.append(one)


def _joined(one: Passage, other: Passage, text: str) -> Passage:
    spans = {(span.start, span.end) for span in (*one.highlights, *other.highlights)}
    start, end = min(one.start, other.start), max(one.end, other.end)
    return replace(
        one,
        text=text[start:end],
        start=start,
        end=end,
        highlights=tuple(Span(start=first, end=last) for first, last in sorted(spans)),
        citation=replace(
            one.citation,
            first_line=min(one.citation.first_line, other.citation.first_line),
            last_line=max(one.citation.last_line, other.citation.last_line),
        ),
    )


def _inside(one: Passage, passages: Sequence[Passage]) -> bool:
    return any(same_place(one, other) for other in passages)


def same_place(one: Passage, other: Passage) -> bool:
    """Tell whether two passages of a document share a character."""
    same = one.citation.path == other.citation.path
    return same and one.start < other.end and other.start < one.end
