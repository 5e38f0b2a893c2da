"""Questions for countries, and sentences that name some.

"Which countries are fighting?" is answered by "Azeri and Armenian forces have been locked in
clashes", where no word of the question stands.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from retrieval.text.word_patterns import LETTERS

__all__ = ["asks_for_countries", "countries_in", "names_countries"]

_ASKED = re.compile(
    r"\b(?:which|what)\s+(?:(?!(?:the|do|does|did|is|are|was|were)\b)\w+\s+){0,2}?"
    r"(?:countries|nations|states)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:\s+[\w-]+){0,2}?(?:,|\s+(?:and|or|against|versus|vs\.?))(?:\s+[\w-]+){0,3}?\s*"
)
"""What stands between two that a sentence names side by side, or as opponents."""
_TELLING = 4
"""Letters of a name that is known without its capital."""
_OTHER_WORDS = frozenset("polish chad china guinea jordan georgia dane danes swede swedes".split())


def asks_for_countries(question: str) -> bool:
    """Tell whether a question asks for countries."""
    return _ASKED.search(question) is not None


def names_countries(sentence: str) -> bool:
    """Tell whether a sentence names several countries, or their peoples, one beside the other."""
    known, found = _countries(), list(_named().finditer(sentence))
    return any(
        known[one[0]] != known[other[0]]
        and _BETWEEN.fullmatch(sentence, one.end(), other.start()) is not None
        for one, other in pairwise(found)
    )


def countries_in(words: str, *, capitalised: bool = True) -> frozenset[str]:
    """Return the countries that are named, themselves or by their people, by their first name.

    Args:
        words: What names them.
        capitalised: Only such as are written with a capital; questions often aren't.
    """
    if not capitalised:
        written = _written_small()
        if not written.keys().isdisjoint(LETTERS.findall(words)):
            words = LETTERS.sub(lambda found: written.get(found[0], found[0]), words)
    known = _countries()
    return frozenset(known[found[0]] for found in _named().finditer(words))


@cache
def _countries() -> Mapping[str, str]:
    """Map each name, and what people and things are called, to a country's first name."""
    text = files("retrieval.answering.kinds").joinpath("countries.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            names, _, peoples = line.partition(":")
            all_names = [one.strip() for one in f"{names},{peoples}".split(",") if one.strip()]
            found.update((name, all_names[0]) for name in all_names)
    return found


@cache
def _written_small() -> Mapping[str, str]:
    """Map names of one word in small letters to how they are written, unless they say more so."""
    return {
        name.lower(): name
        for name in _countries()
        if name.isalpha() and len(name) >= _TELLING and name.lower() not in _OTHER_WORDS
    }


@cache
def _named() -> re.Pattern[str]:
    # The longest first, so that "South Korea" isn't read as "Korea".
    names = sorted(_countries(), key=len, reverse=True)
    # Most words begin with none of their letters, and need not be compared with each.
    letters = re.escape("".join(sorted({name[0] for name in names})))
    return re.compile(rf"(?<!\w)(?=[{letters}])(?:{'|'.join(map(re.escape, names))})(?!\w)")
