"""Terms of words that no English stemmer knows: by their script alone.

A document and a question are cut alike without anybody having to know the language of either, so
that one index holds documents in many. What is written without blanks is cut into pairs of
characters, which find nearly what words would (Chinese retrieval's oldest way: Nie, Brisebois and
Ren 1996).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from retrieval.text.languages.scripts import Script, script_of
from retrieval.text.stems import snowball_stems

__all__ = ["foreign_terms", "pairs"]

_STEMMERS = {
    Script.CYRILLIC: "russian",
    Script.GREEK: "greek",
    Script.ARABIC: "arabic",
    Script.DEVANAGARI: "hindi",
    Script.TAMIL: "tamil",
}
"""The Snowball stemmer that most texts of a script are stemmed well by."""


def foreign_terms(word: str) -> list[str] | None:
    """Return the terms of a lower-case word; None for one in Latin letters or of digits."""
    if word.isascii():
        return None
    runs = [(kind, "".join(run)) for kind, run in groupby(word, key=_kind)]
    if all(kind is Script.LATIN for kind, _ in runs):
        return None
    return list(_terms(runs))


def pairs(run: str) -> list[str]:
    """Return the overlapping pairs of a run's characters; one alone is itself."""
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def _kind(character: str) -> Script:
    """Tell what a character belongs to: of a run without blanks every character, vowels too."""
    script = script_of(character)
    if script is not Script.LATIN or character.isalnum():
        return script
    # Vowel signs and tone marks are no letters to Unicode; they stay with what they stand on.
    return Script.UNSPACED if "\u0e00" <= character <= "\u17ff" else Script.LATIN


def _terms(runs: Sequence[tuple[Script, str]]) -> Iterator[str]:
    if all(script is not Script.UNSPACED for script, _ in runs):
        # One word, whatever marks and digits are in it.
        whole = "".join(run for _, run in runs)
        stemmer = _STEMMERS.get(script_of(whole))
        yield from [whole] if stemmer is None else snowball_stems([whole], stemmer)
        return
    for script, run in runs:
        yield from pairs(run) if script is Script.UNSPACED else [run]
