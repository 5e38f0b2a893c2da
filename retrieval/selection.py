"""From ranked sentences to passages: one for one fact, more only when they add to it.

The sentence ranked first is always shown. Another is shown beside it when it answers about as
well (score), speaks of the same (the question's words) and says something more: a word of the
question that nothing shown has yet, or a new answer of the kind that is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from retrieval.confidence.questions import Wanted, offers, wanted
from retrieval.confidence.words import Word, read
from retrieval.corpus import Corpus
from retrieval.domain import Hit, Passage
from retrieval.passages import passage

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


@dataclass(slots=True, kw_only=True)
class _Group:
    """Hits that make one passage."""

    rows: list[int]
    score: float
    twins: list[int] = field(default_factory=list)
    """Sentences elsewhere that say the same as one of the rows."""

    def holds(self, row: int, corpus: Corpus) -> bool:
        """Tell whether a sentence stands in the block of this passage."""
        return _in_one_block([row, self.rows[0]], corpus)

    def add_twin(self, row: int, corpus: Corpus) -> None:
        """Remember another place, once a block."""
        if not any(_in_one_block([row, twin], corpus) for twin in self.twins):
            self.twins.append(row)


def select(question: str, hits: Sequence[Hit], corpus: Corpus) -> Selection:
    """Make passages of hits, best first.

    Args:
        question: One that stands alone.
        hits: In order of their scores.
        corpus: Where they stand.
    """
    asked, said = read(question), {h.sentence_id: _content(h, corpus) for h in hits}
    topic, kind = {word.stem for word in asked if not word.common}, wanted(asked)
    shown: list[_Group] = []
    rest: list[_Group] = []
    for hit in hits:
        row, words = hit.sentence_id, said[hit.sentence_id]
        known = shown + rest
        twin = next((g for g in known if any(_same(words, said[r]) for r in g.rows)), None)
        home = next((g for g in known if g.holds(row, corpus)), None)
        if home is None and twin is not None:
            twin.add_twin(row, corpus)
            continue
        told = [said[other] for group in shown for other in group.rows]
        close = hit.score >= hits[0].score - _COMPARABLE
        worthy = not told or (close and twin is None and _adds(words, told, topic, kind))
        if home is None:
            groups = shown if worthy and len(shown) < _SHOWN else rest
            groups.append(_Group(rows=[row], score=hit.score))
        elif worthy:
            home.rows.append(row)
    return Selection(passages=_make(shown, corpus), more=_make(rest, corpus))


def _content(hit: Hit, corpus: Corpus) -> Words:
    """Return the words of a sentence that say something, by stem; the first of each."""
    words = read(corpus.sentence_text(hit.sentence_id))
    return {word.stem: word for word in reversed(words) if not word.common}


def _same(one: Words, other: Words) -> bool:
    """Tell whether two sentences say the same: mostly the same words, and all the same numbers."""
    shorter = min(len(one), len(other))
    if shorter < _TELLING or _numbers(one) != _numbers(other):
        return False
    return len(one.keys() & other.keys()) >= _SAME * shorter


def _numbers(words: Words) -> set[str]:
    return {stem for stem, word in words.items() if word.text[0].isdigit()}


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


def _in_one_block(rows: Sequence[int], corpus: Corpus) -> bool:
    return len({int(corpus.paragraph_of[row]) for row in rows}) == 1


def _make(groups: Sequence[_Group], corpus: Corpus) -> tuple[Passage, ...]:
    return tuple(
        passage(sorted(group.rows), corpus, score=group.score, also_in=group.twins)
        for group in groups
    )
