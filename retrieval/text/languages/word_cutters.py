"""Cutting what is written without blanks into words, by libraries that may be installed.

Each is imported when the first text of its language is met. Chinese words are found by rjieba (a
dictionary and a hidden Markov model), Thai ones by PyThaiNLP's dictionary; they give their pairs of
characters, so that those which a border between words cuts through are left out, while a word that
is cut otherwise elsewhere, or is a part of one there, still has most of its pairs. Japanese is
analysed by SudachiPy into its shortest units, of which particles and endings are left out and verbs
are in their base form; these are terms as they are. The commonest words of a language are left out.
Where a library is missing, every pair of characters is a term (`cutting`).
"""

import os
import threading
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

from retrieval.text.languages.known import commonest_cut

__all__ = ["CUTTERS", "WordCutter", "cutter_of", "cutters", "languages_cut", "pairs"]

_LONGEST = 2_000
"""Characters that are cut at once: what has no blank and no mark for longer is hardly a text."""
_NO_TERMS = ("助詞", "助動詞", "補助記号", "空白", "記号")
"""Japanese particles, auxiliaries, marks and blanks, by their first part of speech."""

_own = threading.local()
"""What each thread keeps for itself: a Japanese analyser works on one text at a time."""

Cut = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCutter:
    """What cuts a language into words."""

    extra: str
    """The extra of Verbatim that installs it."""
    module: str
    distributions: tuple[str, ...]
    """The packages whose versions decide where words end."""
    load: Callable[[], Cut]
    """Imports it, and returns what cuts a run without blanks."""
    whole: bool = False
    """Whether its words are terms as they are, not by their pairs of characters."""

    @property
    def is_installed(self) -> bool:
        """Whether it can be imported, as far as can be told without importing it."""
        return find_spec(self.module) is not None and None not in map(
            _installed, self.distributions
        )


def cutters() -> str:
    """Name the cutters that are installed with their versions, for an index to remember."""
    return ", ".join(
        " ".join([language, *(f"{name} {version(name)}" for name in cutter.distributions)])
        for language, cutter in sorted(CUTTERS.items())
        if cutter.is_installed
    )


def languages_cut(named: str) -> Collection[str]:
    """Return the languages that the cutters of an index cut, as `cutters` has named them."""
    return frozenset(part.split()[0] for part in named.split(", ") if part)


def pairs(run: str) -> list[str]:
    """Return the overlapping pairs of a run's characters; one alone is itself."""
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


@cache
def cutter_of(language: str) -> Cut | None:
    """Return what gives the terms of a run without blanks by its words; None: nothing here does.

    Args:
        language: An ISO 639-1 code.
    """
    cutter = CUTTERS.get(language)
    if cutter is None or not cutter.is_installed:
        return None
    cut, common = cutter.load(), commonest_cut(language)

    def terms(run: str) -> list[str]:
        words = (word for part in _parts(run) for word in cut(part) if word not in common)
        return [term for word in words for term in ([word] if cutter.whole else pairs(word))]

    return terms


def _parts(run: str) -> Iterator[str]:
    for at in range(0, len(run), _LONGEST):
        yield run[at : at + _LONGEST]


def _installed(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _chinese() -> Cut:
    import rjieba

    def cut(run: str) -> list[str]:
        words: list[str] = rjieba.cut(run)
        return words

    return cut


def _japanese() -> Cut:
    from sudachipy import Dictionary

    dictionary = Dictionary(dict="small")

    def cut(run: str) -> list[str]:
        if not hasattr(_own, "japanese"):
            from sudachipy import SplitMode

            _own.japanese = dictionary.tokenizer(mode=SplitMode.A)
        words: Any = _own.japanese.tokenize(run)
        return [
            word.dictionary_form() for word in words if word.part_of_speech()[0] not in _NO_TERMS
        ]

    return cut


def _thai() -> Cut:
    # Else it makes a folder in the home of whoever runs it, and may ask a server for more.
    if "PYTHAINLP_READ_MODE" not in os.environ:
        os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    os.environ.setdefault("PYTHAINLP_OFFLINE", "1")
    from pythainlp.tokenize import word_tokenize

    def cut(run: str) -> list[str]:
        words: list[str] = word_tokenize(run, engine="newmm-safe", keep_whitespace=False)
        return words

    return cut


CUTTERS = {
    "zh": WordCutter(extra="chinese", module="rjieba", distributions=("rjieba",), load=_chinese),
    "ja": WordCutter(
        extra="japanese",
        module="sudachipy",
        distributions=("SudachiPy", "SudachiDict-small"),
        load=_japanese,
        whole=True,
    ),
    "th": WordCutter(extra="thai", module="pythainlp", distributions=("pythainlp",), load=_thai),
}
"""The languages that can be cut into words, by their ISO 639-1 codes."""
