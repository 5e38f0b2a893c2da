"""English words that may stand for one another, and the forms of one word, from two lists.

`synonyms.txt` was written for this: words that rules, guides and those who ask about them use for
one another. `thesaurus.txt` is WordNet's (`retrieval.training.thesaurus`): synonyms in the sense in
which one of the two is mostly used, and behind a bar words that are derived from one another.
"""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from retrieval.text.words import stem_all, word_list

__all__ = ["alternatives", "synonyms"]

_NONE: frozenset[str] = frozenset()


class _Lists(NamedTuple):
    """Both lists, by stem."""

    same: dict[str, frozenset[str]]
    """The stems that may say the same, forms of the word among them."""
    words: dict[str, tuple[str, ...]]
    """The words that may stand in its place, the likeliest first."""


def synonyms(stem: str) -> frozenset[str]:
    """Return the stems that may say the same as a stem; not itself."""
    return _read().same.get(stem, _NONE)


def alternatives(stem: str) -> tuple[str, ...]:
    """Return the words, as they are written, that may stand where a word with a stem does."""
    return _read().words.get(stem, ())


@cache
def _read() -> _Lists:
    groups = [line.split() for line in word_list("synonyms.txt")]
    standing = [(one, other) for group in groups for one in group for other in group]
    derived: list[tuple[str, str]] = []
    for line in word_list("thesaurus.txt"):
        those, _, forms = line.partition("|")
        first, *others = those.split()
        standing += [pair for one in others for pair in ((first, one), (one, first))]
        derived += [pair for one in forms.split() for pair in ((first, one), (one, first))]
    # All at once: word by word it would take a quarter of a second.
    stems = stem_all({word for pair in (*standing, *derived) for word in pair})
    same: dict[str, set[str]] = defaultdict(set)
    for one, other in (*standing, *derived):
        if stems[one] != stems[other]:
            same[stems[one]].add(stems[other])
    words: dict[str, dict[str, None]] = defaultdict(dict)
    for one, other in standing:
        if stems[one] != stems[other]:
            words[stems[one]][other] = None
    return _Lists(
        same={stem: frozenset(those) for stem, those in same.items()},
        words={stem: tuple(those) for stem, those in words.items()},
    )
