"""The words of a question or a sentence, as far as evidence looks at them."""

from collections.abc import Iterable, Set
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from retrieval.text.stems import snowball_stems
from retrieval.text.stop_words import CONFIDENCE_STOP_WORDS, NEGATIONS
from retrieval.text.word_patterns import FACT_WORD, POSSESSIVE_OR_PLURAL

__all__ = [
    "Word",
    "content_stems",
    "joined_stems",
    "opposed",
    "places",
    "read",
    "stem",
    "stem_all",
    "stems",
    "word_list",
]

_CONTRACTED_NOT = ("n't", "n’t")

_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty
    forty fifty sixty hundred thousand million billion dozen half quarter once twice percent
    first second third fourth fifth sixth seventh eighth ninth tenth""".split()
)
_NEGATING_PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis", "anti", "de", "mis", "counter")
_SHORTEST_PREFIXED = 4
_BEGINS = 2
"""Letters that no stemming changes, of a word as long as two."""


class Word(NamedTuple):
    """One word of a text; a tuple, because every question makes hundreds of them."""

    text: str
    """As it stands there, without a possessive ending."""
    lower: str
    stem: str
    """The Snowball stem of its base form."""
    negates: bool
    """Whether it is "not" or one of its like."""
    common: bool
    """Whether it is too common to be looked for, or only negates."""
    number: bool
    """Whether it is a number, in digits or letters, an ordinal or a date's part."""
    first: bool
    """Whether the text begins with it, so that its capital tells nothing."""

    @property
    def name(self) -> bool:
        """Whether it looks like a part of a name."""
        return not self.first and self.text[0].isupper()


@lru_cache(maxsize=8_192)
def read(text: str) -> tuple[Word, ...]:
    """Cut a text into words; remembered, since questions read the same sentences again."""
    found = [_word(word) for word in FACT_WORD.findall(text)]
    if found:
        found[0] = Word(*found[0][:-1], first=True)
    return tuple(found)


@lru_cache(maxsize=4_096)
def stems(text: str) -> frozenset[str]:
    """Return the stems of all words of a text."""
    return frozenset(word.stem for word in read(text))


@lru_cache(maxsize=4_096)
def content_stems(text: str) -> frozenset[str]:
    """Return the stems of those words of a text that are not too common to be looked for."""
    return frozenset(word.stem for word in read(text) if not word.common)


def joined_stems(text: str, among: Set[str] | None = None) -> frozenset[str]:
    """Return the stems of what each two neighbouring words make: "free-cam" may be "freecam".

    Args:
        text: Any.
        among: Those that are looked for; None: all.
    """
    made = (one.lower + other.lower for one, other in pairwise(read(text)))
    if among is None:
        return frozenset(map(stem, made))
    # What can't be among them need not be stemmed: a stem begins as its word does.
    begins = {word[:_BEGINS] for word in among}
    return frozenset(stem(word) for word in made if word[:_BEGINS] in begins) & among


@lru_cache(maxsize=256)
def places(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each word of `read` stands in the text, half-open, in the same order."""
    return tuple(match.span() for match in FACT_WORD.finditer(text))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return the stem of one lower-case word."""
    return snowball_stems([_bases().get(word, word)])[0]


def stem_all(words: Iterable[str]) -> dict[str, str]:
    """Return the stem of each lower-case word, by it; of many words faster than one by one."""
    written = list(words)
    bases = _bases()
    stemmed = snowball_stems([bases.get(word, word) for word in written])
    return dict(zip(written, stemmed, strict=True))


def opposed(word: str, others: frozenset[str] | set[str]) -> bool:
    """Tell whether some of the other stems says the opposite of a stem.

    By a list of common opposites (north, south), or by a prefix that negates (stable, unstable).
    """
    if not _opposites().get(word, frozenset()).isdisjoint(others):
        return True
    for prefix in _NEGATING_PREFIXES:
        bare = word.removeprefix(prefix)
        if len(word) > len(bare) >= _SHORTEST_PREFIXED and bare in others:
            return True
        if len(word) >= _SHORTEST_PREFIXED and prefix + word in others:
            return True
    return False


@lru_cache(maxsize=16_384)
def _word(found: str) -> Word:
    """Read a word that is not the first; remembered, since most of a text are the same few."""
    # Cutting off what most words lack would take as long as all the rest.
    text = found if found.isalnum() else POSSESSIVE_OR_PLURAL.sub("", found)
    lower = text.casefold()
    negates = lower in NEGATIONS or lower.endswith(_CONTRACTED_NOT)
    common = negates or lower in CONFIDENCE_STOP_WORDS
    number = text[0].isdigit() or lower in _NUMBERS
    return Word(text, lower, stem(lower), negates, common, number, first=False)


@cache
def _bases() -> dict[str, str]:
    """Map the irregular forms of verbs to their base forms."""
    verbs = (line.split() for line in word_list("irregular.txt"))
    return {form: base for base, *forms in verbs for form in forms}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    pairs = [line.split() for line in word_list("opposites.txt")]
    return _both_ways((stem(one), stem(other)) for one, other in pairs)


def word_list(name: str) -> list[str]:
    """Return the lines of one of the lists of words beside this file, without its remarks."""
    text = files("retrieval.text").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    sides: dict[str, set[str]] = {}
    for one, other in pairs:
        sides.setdefault(one, set()).add(other)
        sides.setdefault(other, set()).add(one)
    return {word: frozenset(opposites) for word, opposites in sides.items()}
