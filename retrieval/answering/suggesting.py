"""Real questions to ask next, or to begin with: each is surely answered by a sentence."""

from collections.abc import Container, Iterable, Sequence
from itertools import zip_longest

from retrieval.answering.asking import Asking
from retrieval.answering.conversation.propose import propose
from retrieval.answering.conversation.suggest import MOST, proposals
from retrieval.answering.view import IndexView
from retrieval.domain import Answer, Passage, SmallTalk, Turn
from retrieval.structure import Role
from retrieval.structure.wording import asks, question_of

__all__ = ["first_questions", "suggest"]

_BEGINNING = 24
"""Sentences at the beginning of a document in which a first question is looked for."""
_NEAR = 8
"""Sentences on each side of an answer in which a next question is looked for."""
_SURE = 0.75
"""Least probability of an answer to a question that is suggested. High confidence is rarer, and the
question was made of a sentence that answers it."""
_ASKING = frozenset({Role.QUESTION, Role.HEADING})
_MOST_DOCUMENTS = 5
"""Documents at whose beginnings a first question is looked for."""


def suggest(answer: Answer, asking: Asking, history: Sequence[Turn]) -> tuple[str, ...]:
    """Return at most `MOST` questions that fit an answer; often none.

    Args:
        answer: What was answered.
        asking: Where the questions would be asked.
        history: The turns of the conversation before it.
    """
    view = asking.view
    if answer.small_talk is SmallTalk.ABILITIES:
        return first_questions(asking)
    if not answer.answered:
        return ()
    seen = {row for passage in answer.passages for row in _rows_of(passage, view)}
    known = [answer.question, *(turn.question for turn in history)]
    return _sure(asking, _unread(seen, view), known=known, unless=seen)


def first_questions(asking: Asking) -> tuple[str, ...]:
    """Return at most `MOST` questions to begin with; some documents bring none to mind.

    Each is answered, by a sentence that it was made of. So many are tried and not for so long: the
    same index always begins with the same ones.

    Args:
        asking: Where the questions would be asked.
    """
    view = asking.view
    proposed = proposals(_asked_first(_beginnings(view), view), known=())
    found: list[str] = []
    for encoded in asking.encode(proposed) if proposed else ():
        if len(found) == MOST:
            break
        ranking, question = asking.rank(encoded, limit=1), encoded.query.question
        if not asking.answers(ranking) or not ranking.hits:
            continue
        hit = ranking.hits[0].sentence_id
        made_of = [_wording(row, view) for row in (hit, *view.place(hit).introduced_by)]
        if any(question in propose(words) for words in made_of):
            found.append(question)
    return tuple(found)


def _sure(
    asking: Asking, rows: Iterable[int], *, known: Sequence[str], unless: Container[int]
) -> tuple[str, ...]:
    """Propose questions that sentences answer, and keep those that others would not answer."""
    proposed = proposals((_wording(row, asking.view) for row in rows), known=known)
    sure: list[str] = []
    for encoded in asking.encode(proposed) if proposed else ():
        ranking = asking.rank(encoded, limit=1)
        sure_enough = ranking.confidence.probability >= _SURE
        if sure_enough and ranking.hits and ranking.hits[0].sentence_id not in unless:
            sure.append(encoded.query.question)
        if len(sure) == MOST:
            break
    return tuple(sure)


def _asked_first(rows: Sequence[int], view: IndexView) -> list[str]:
    """Return the words of sentences, the documents' own questions first."""
    words = [_wording(row, view) for row in rows]
    return sorted(words, key=lambda one: not one.endswith("?"))


def _wording(row: int, view: IndexView) -> str:
    """Return a sentence's words; of a question that its document answers, the question alone."""
    words, place = view.sentence_text(row), view.place(row)
    if place.role not in _ASKING:
        return words
    question = question_of(words)
    return question if place.answer is not None and asks(question) else ""


def _rows_of(passage: Passage, view: IndexView) -> range:
    return view.within(passage.citation.path, passage.start, passage.end)


def _unread(seen: set[int], view: IndexView) -> list[int]:
    """Return the sentences around those that were shown, the nearest first."""
    near: dict[int, int] = {}
    for row in seen:
        rows = view.document(row).rows
        for other in range(max(rows.start, row - _NEAR), min(rows.stop, row + _NEAR + 1)):
            near[other] = min(near.get(other, _NEAR), abs(other - row))
    return sorted(near.keys() - seen, key=lambda other: (near[other], other))


def _beginnings(view: IndexView) -> list[int]:
    """Return the first sentences of the first documents, in turn."""
    first = [document.rows[:_BEGINNING] for document in view.documents()[:_MOST_DOCUMENTS]]
    return [row for some in zip_longest(*first) for row in some if row is not None]
