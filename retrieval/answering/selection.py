"""From ranked sentences to passages: one for one fact, more only when they add to it.

The sentence ranked first is always shown. Another is shown beside it when it answers about as
well (score), speaks of the same (the question's words) and says something more: a word of the
question that nothing shown has yet, or a new answer of the kind that is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from retrieval.answering.confidence.questions import Wanted, offers, wanted
from retrieval.answering.passages import passage
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind, Hit, Passage
from retrieval.text.words import Word, read

__all__ = ["Selection", "select"]

Words = dict[str, Word]

_SHOWN = 3
_COMPARABLE = 0.11
"""How much lower than the best score one may be to be shown beside it."""
_SAME = 0.75
"""Share of the words of the shorter of two sentences from which they say the same."""
_AS_MUCH = 2 / 3
"""Share of the question's words that another sentence needs, of those that one shown has."""
_TELLING = 3
"""So many words a sentence needs for that comparison."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is shown, and what a reader may ask for."""

    passages: tuple[Passage, ...]
    more: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What a sentence says, and where."""

    row: int
    block: tuple[int, int]
    """Its document, and its place there."""
    words: Words
    """Those that say something, by stem; the first of each."""
    numbers: frozenset[str]
    """Stems of those that are written in digits."""


@dataclass(slots=True, kw_only=True)
class _Group:
    """Hits that make one passage."""

    said: list[_Said]
    score: float
    twins: list[_Said] = field(default_factory=list)
    """Sentences elsewhere that say the same as one of these."""

    @property
    def block(self) -> tuple[int, int]:
        """The block of this passage."""
        return self.said[0].block

    def add_twin(self, other: _Said) -> None:
        """Remember another place, once a block."""
        if all(other.block != twin.block for twin in self.twins):
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
    asked = read(question)
    topic, kind = {word.stem for word in asked if not word.common}, wanted(asked)
    shown: list[_Group] = []
    rest: list[_Group] = []
    for hit in hits:
        said, known = _read(hit.sentence_id, view), shown + rest
        twin = next((g for g in known if any(_same(said, other) for other in g.said)), None)
        home = next((g for g in known if g.block == said.block), None)
        if home is None and twin is not None:
            twin.add_twin(said)
            continue
        told = [other.words for group in shown for other in group.said]
        close = hit.score >= hits[0].score - _COMPARABLE
        listed = listing and (home in shown or _listed(hit.sentence_id, shown, view))
        worthy = not told or (
            close and twin is None and (listed or _adds(said.words, told, topic, kind))
        )
        if home is None:
            groups = shown if worthy and len(shown) < _SHOWN else rest
            groups.append(_Group(said=[said], score=hit.score))
        elif worthy:
            home.said.append(said)
    return Selection(passages=_make(shown, view), more=_make(rest, view))


def _listed(row: int, shown: Sequence[_Group], view: IndexView) -> bool:
    """Tell whether a sentence is an item of a list of which an item is shown."""
    item = view.block(row)
    return item.kind is BlockKind.LIST_ITEM and any(
        (other := view.block(group.said[0].row)).kind is item.kind
        and other.headings == item.headings
        and view.place(group.said[0].row).document == view.place(row).document
        for group in shown
    )


def _read(row: int, view: IndexView) -> _Said:
    at, words = view.place(row), reversed(read(view.sentence_text(row)))
    telling = {word.stem: word for word in words if not word.common}
    return _Said(
        row=row,
        block=(at.document, at.block),
        words=telling,
        numbers=frozenset(stem for stem, word in telling.items() if word.text[0].isdigit()),
    )


def _same(one: _Said, other: _Said) -> bool:
    """Tell whether two sentences say the same: mostly the same words, and all the same numbers."""
    shorter = min(len(one.words), len(other.words))
    if shorter < _TELLING or one.numbers != other.numbers:
        return False
    return len(one.words.keys() & other.words.keys()) >= _SAME * shorter


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
            sorted(said.row for said in group.said),
            view,
            score=group.score,
            also_in=[twin.row for twin in group.twins],
        )
        for group in groups
    )
