"""What the owner of the documents says people call the same: groups of words and phrases, pure.

A line is a group: ``dues = membership fee, annual fee``. Whatever stands in it may stand in the
place of any other. The list of common English words that ships (`synonyms.txt` beside this) is not
of these: it only keeps a missing word from counting against an answer (`retrieval.text.words`),
while a question that has a word of a group is also asked with the others.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from retrieval.text.languages.scripts import Script, script_of
from retrieval.text.words import places, read

__all__ = ["NO_SYNONYMS", "Occurrence", "SynonymFile", "Synonyms", "read_synonyms"]

_MOST_WORDS = 8
"""Of a phrase."""
_MOST_CHARACTERS = 100
_MOST_GROUPS = 2_000
_MOST_PHRASES = 50
"""Of a group, and of what may stand in the place of one: each is looked up when it is asked for."""
_BARE = re.compile(r"[\w\s'’.,/-]+")
"""What `read` cuts into words without leaving out a mark that tells one name from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A word or phrase of a group in a text."""

    start: int
    end: int
    others: tuple[str, ...]
    """What may stand in its place, in the order of the file."""


@dataclass(frozen=True)
class Synonyms:
    """Groups of phrases, each of which says the same as the others of its group."""

    groups: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups)

    def __add__(self, more: "Synonyms") -> "Synonyms":
        """Return the groups of both."""
        return Synonyms(self.groups + more.groups)

    def occurrences(self, text: str) -> tuple[Occurrence, ...]:
        """Find the phrases in a text, in any inflection, in order and without overlap.

        Of two that overlap the longer counts, of equal ones the first.
        """
        found = sorted(self._found(text), key=lambda one: (one.start - one.end, one.start))
        kept: list[Occurrence] = []
        for one in found:
            if all(one.end <= other.start or other.end <= one.start for other in kept):
                kept.append(one)
        return tuple(sorted(kept, key=lambda one: one.start))

    @cached_property
    def _others(self) -> dict[str, tuple[str, ...]]:
        """By each phrase, what may stand in its place."""
        others: dict[str, dict[str, None]] = defaultdict(dict)
        for group in self.groups:
            for phrase in group:
                others[phrase].update(dict.fromkeys(one for one in group if one != phrase))
        return {phrase: tuple(those)[:_MOST_PHRASES] for phrase, those in others.items()}

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """By the stem of its first word, each phrase behind its stems; the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for phrase in self._others:
            if not _is_literal(phrase):
                stems = _stems(phrase)
                found[stems[0]].append((stems, phrase))
        for phrases in found.values():
            phrases.sort(key=lambda one: -len(one[0]))
        return dict(found)

    @cached_property
    def _literal(self) -> list[tuple[re.Pattern[str], str]]:
        return [(_pattern(phrase), phrase) for phrase in self._others if _is_literal(phrase)]

    def _found(self, text: str) -> Iterator[Occurrence]:
        words, spans = read(text), places(text)
        for at, word in enumerate(words):
            for stems, phrase in self._by_first.get(word.stem, ()):
                here = words[at : at + len(stems)]
                if tuple(one.stem for one in here) == stems:
                    end = spans[at + len(stems) - 1][1]
                    yield self._occurrence(spans[at][0], end, phrase)
                    break
        for pattern, phrase in self._literal:
            for match in pattern.finditer(text):
                yield self._occurrence(*match.span(), phrase)

    def _occurrence(self, start: int, end: int, phrase: str) -> Occurrence:
        return Occurrence(start=start, end=end, others=self._others[phrase])


NO_SYNONYMS = Synonyms()


@dataclass(frozen=True, slots=True, kw_only=True)
class SynonymFile:
    """What a file of synonyms says."""

    synonyms: Synonyms
    faults: tuple[str, ...] = ()
    """One sentence for each line that is left out, with its number."""


def read_synonyms(text: str) -> SynonymFile:
    """Read groups, one a line; empty lines, and those that begin with ``#``, say nothing."""
    groups: list[tuple[str, ...]] = []
    faults = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        group = tuple(dict.fromkeys(_phrases(line)))
        fault = _fault(line, group)
        if fault is None and len(groups) == _MOST_GROUPS:
            fault = f"more than {_MOST_GROUPS:,} groups are not taken"
        if fault is None:
            groups.append(group)
        else:
            faults.append(f"Line {number} is left out: {fault}.")
    return SynonymFile(synonyms=Synonyms(tuple(groups)), faults=tuple(faults))


def _phrases(line: str) -> list[str]:
    name, _, others = line.partition("=")
    return [" ".join(phrase.split()) for phrase in (name, *others.split(","))]


def _fault(line: str, group: Sequence[str]) -> str | None:
    if line.count("=") != 1:
        return 'write one "=" between a word and what it is also called, as in "dues = annual fee"'
    if len(group) > _MOST_PHRASES:
        return f"more than {_MOST_PHRASES} words and phrases are not taken"
    if any(not one for one in group):
        return "a word is missing before or after its = or a comma"
    if any(not read(one) and not _is_literal(one) for one in group):
        return "something in it has neither a letter nor a digit"
    if len({_stems(one) if not _is_literal(one) else one.casefold() for one in group}) < 2:
        return "both sides say the same word"
    if any(len(one) > _MOST_CHARACTERS or len(read(one)) > _MOST_WORDS for one in group):
        return f"phrases of more than {_MOST_WORDS} words are not taken"
    return None


def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(word.stem for word in read(phrase))


def _is_literal(phrase: str) -> bool:
    """Tell whether a phrase is looked for as it stands: "C++", or one without blanks of Thai."""
    if not any(map(str.isalnum, phrase)):
        return False
    return not _BARE.fullmatch(phrase) or any(_is_unspaced(one) for one in phrase)


def _is_unspaced(character: str) -> bool:
    return character.isalpha() and script_of(character) is Script.UNSPACED


def _pattern(phrase: str) -> re.Pattern[str]:
    """Find a phrase where no word goes on before or behind it, if it is written with blanks."""
    before = "" if _is_unspaced(phrase[0]) else r"(?<!\w)"
    after = "" if _is_unspaced(phrase[-1]) else r"(?![\w+#])"
    return re.compile(before + re.escape(phrase) + after, re.IGNORECASE)
