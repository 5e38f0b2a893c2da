"""From ranked sentences to passages: one for one fact, more only when they add to it.

The sentence ranked first is always shown. Another is shown beside it when it answers about as
well (score), speaks of the same (the question's words) and says something more: a word of the
question that nothing shown has yet, or a new answer of the kind that is asked for. Where another
place says something else of the same, both are shown.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from retrieval.answering.confidence.questions import Wanted, offers, wanted
from retrieval.answering.passages import LONGEST, passage
from retrieval.answering.saying import Said, Saying, compared, said
from retrieval.answering.units import Wish, home_of, spoken, wish_of
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind, Hit, Passage
from retrieval.structure import Role
from retrieval.text.languages.known import ENGLISH
from retrieval.text.words import Word, read

__all__ = ["Selection", "select"]

Words = Mapping[str, Word]

_OF_THINGS = frozenset({Role.ROW, Role.FIELD})

_SHOWN = 3
_COMPARABLE = 0.11
"""How much lower than the best score one may be to be shown beside it."""
_AROUND = 2
"""Sentences on each side of one that are looked up with it."""
_AS_MUCH = 2 / 3
"""Share of the question's words that another sentence needs, of those that one shown has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is shown, and what a reader may ask for."""

    passages: tuple[Passage, ...]
    more: tuple[Passage, ...]
    differ: bool = False
    """Two of what is shown say different things of the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What a sentence says, and where."""

    row: int
    rows: tuple[int, ...]
    """Those that answer together where it is found, itself included."""
    home: tuple[int, int]
    """Its document, and where what makes one passage with it begins."""
    words: Words
    """Those that say something, by stem; the first of each."""
    content: Said


@dataclass(slots=True, kw_only=True)
class _Group:
    """Hits that make one passage."""

    said: list[_Said]
    score: float
    twins: list[_Said] = field(default_factory=list)
    """Sentences elsewhere that say the same as one of these."""

    def add_twin(self, other: _Said) -> None:
        """Remember another place, once a passage."""
        if all(other.home != twin.home for twin in self.twins):
            self.twins.append(other)


def select(
    question: str, hits: Sequence[Hit], view: IndexView, *, listing: bool = False
) -> Selection:
    """Make passages of hits, best first.

    Args:
        question: One that stands alone.
        hits: In order of their scores.
        view: Where they stand.
        listing: A list is asked for: every hit in a block that is shown is marked, and one after
            another is shown without having to add a word of the question.
    """
    _look_up([hit.sentence_id for hit in hits], view)
    asked, wish = read(question), wish_of(question)
    topic, kind = {word.stem for word in asked if not word.common}, wanted(asked)
    shown: list[_Group] = []
    rest: list[_Group] = []
    differ = False
    for hit in hits:
        one, known = _read(hit.sentence_id, wish, view), shown + rest
        twin = _found(Saying.SAME, one, known)
        home = next((group for group in known if group.said[0].home == one.home), None)
        if home is None and twin is not None:
            twin.add_twin(one)
            continue
        if home is None and _contradicts(one, shown, topic, view):
            shown.append(_Group(said=[one], score=hit.score))
            differ = True
            continue
        told = [other.words for group in shown for other in group.said]
        close = hit.score >= hits[0].score - _COMPARABLE
        listed = listing and (home in shown or _listed(hit.sentence_id, shown, view))
        worthy = not told or (
            close and twin is None and (listed or _adds(one.words, told, topic, kind))
        )
        if home is None:
            groups = shown if worthy and len(shown) < _SHOWN else rest
            groups.append(_Group(said=[one], score=hit.score))
        elif worthy:
            home.said.append(one)
    return Selection(passages=_make(shown, view), more=_make(rest, view), differ=differ)


def _look_up(rows: Sequence[int], view: IndexView) -> None:
    """Find at once where sentences stand and those around them, with which they are shown."""
    view.look_up(rows)
    around: set[int] = set()
    for row in rows:
        whole = view.document(row).rows
        around.update(range(max(whole.start, row - _AROUND), min(whole.stop, row + _AROUND + 1)))
    view.look_up(sorted(around))


def _found(saying: Saying, said: _Said, groups: Sequence[_Group]) -> _Group | None:
    """Return the group that compares so with a sentence, if there is one."""
    for group in groups:
        for other in group.said:
            if compared(said.content, other.content) is saying:
                return group
    return None


def _contradicts(said: _Said, shown: Sequence[_Group], topic: Set[str], view: IndexView) -> bool:
    """Tell whether a sentence says something else of the same than what is shown first.

    Where the question names what one of the two stands under, it asks for that one.
    """
    if not shown or len(shown) >= _SHOWN or _found(Saying.DIFFERENT, said, shown[:1]) is None:
        return False
    first = shown[0].said[0].row
    if _of_one_table(first, said.row, view):
        return False
    one, other = _under(first, view), _under(said.row, view)
    return not (one ^ other) & topic


def _of_one_table(one: int, other: int, view: IndexView) -> bool:
    """Tell whether two sentences are rows, or values of records, in one document.

    Each tells of a thing of its own, however alike they are.
    """
    return view.place(one).document == view.place(other).document and all(
        view.place(row).role in _OF_THINGS for row in (one, other)
    )


def _under(row: int, view: IndexView) -> frozenset[str]:
    """Return the stems of what a sentence stands under."""
    above = [view.document(row).title, *view.block(row).headings]
    above += [view.sentence_text(other) for other in view.place(row).introduced_by]
    return frozenset(word.stem for words in above for word in read(words) if not word.common)


def _listed(row: int, shown: Sequence[_Group], view: IndexView) -> bool:
    """Tell whether a sentence is an item of a list of which an item is shown."""
    item = view.block(row)
    return item.kind is BlockKind.LIST_ITEM and any(
        (other := view.block(group.said[0].row)).kind is item.kind
        and other.headings == item.headings
        and view.place(group.said[0].row).document == view.place(row).document
        for group in shown
    )


def _read(row: int, wish: Wish, view: IndexView) -> _Said:
    words = view.sentence_text(row)
    return _Said(
        row=row,
        rows=tuple(spoken(row, wish, view)),
        home=(view.place(row).document, home_of(row, view).start),
        words=_telling(words),
        content=said(words, view.document(row).language or ENGLISH),
    )


@lru_cache(maxsize=2_048)
def _telling(sentence: str) -> Words:
    return {word.stem: word for word in reversed(read(sentence)) if not word.common}


def _adds(words: Words, told: Sequence[Words], topic: set[str], kind: Wanted) -> bool:
    """Tell whether a sentence speaks of what is asked and says something not told yet."""
    met = topic & words.keys()
    best = max(len(topic & other.keys()) for other in told)
    if len(met) < max(_AS_MUCH * best, len(topic) / 2):
        return False
    known = set().union(*told)
    if met - known:
        return True
    news = [word for stem, word in words.items() if stem not in known]
    return kind is not Wanted.ANYTHING and 2 * len(news) >= len(words) and offers(kind, news)


def _make(groups: Sequence[_Group], view: IndexView) -> tuple[Passage, ...]:
    return tuple(
        passage(
            _fitting(sorted({row for said in group.said for row in said.rows}), group, view),
            view,
            score=group.score,
            also_in=[twin.row for twin in group.twins],
        )
        for group in groups
    )


def _fitting(rows: list[int], group: _Group, view: IndexView) -> list[int]:
    """Leave out the last items of a list that is too long to be shown, but never what was found."""
    found = max(said.row for said in group.said)
    start = view.place(rows[0]).start
    return [row for row in rows if row <= found or view.place(row).end - start <= LONGEST]
