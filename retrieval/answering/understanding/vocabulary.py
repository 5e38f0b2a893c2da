"""Which words the documents use, and how often.

Needed to tell a slip of the keyboard from a word that the documents use; the lexical index keeps
stems only, from which no spelling can be read.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from retrieval.text.word_patterns import POSSESSIVE_OR_PLURAL, SPELLED_WORD
from retrieval.text.words import stem

__all__ = ["Vocabulary", "WordTable"]

_SHORTEST = 3
_ARTICLES = 0.02
"""Share of "the" among the words of English texts, at least; it is 4 to 10 % in most."""
_TOO_FEW = 300
"""Words: of fewer no language is told, and the question's decides."""


class Vocabulary(Protocol):
    """The words of an index, in lower case."""

    def knows(self, word: str) -> bool:
        """Tell whether the documents use a word in this or another grammatical form."""

    def count(self, word: str) -> int:
        """Return how often the documents use exactly this form."""

    def names(self, word: str) -> bool:
        """Tell whether the documents mostly write this form with a capital."""

    def of_length(self, length: int) -> Sequence[str]:
        """Return the words of so many letters."""

    @property
    def english(self) -> bool:
        """Whether the documents are mostly English, as far as can be told."""


class WordTable:
    """A vocabulary in memory."""

    def __init__(self, counts: Mapping[str, int], capitals: Mapping[str, int]) -> None:
        """Keep the counts of words in lower case.

        Args:
            counts: How often each is used.
            capitals: How often with a capital.
        """
        self._counts = dict(counts)
        self._names = frozenset(word for word, n in capitals.items() if 2 * n > counts[word])
        self._by_length: dict[int, list[str]] = {}
        for word in self._counts:
            self._by_length.setdefault(len(word), []).append(word)
        self._stems = frozenset(map(stem, self._counts))
        total = sum(self._counts.values())
        self.english = total < _TOO_FEW or self.count("the") >= _ARTICLES * total
        """Whether the documents are mostly English."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> "WordTable":
        """Count the words of some texts that are all letters, three at least."""
        written: Counter[str] = Counter()
        for text in texts:
            written.update(SPELLED_WORD.findall(text))
        counts: Counter[str] = Counter()
        capitals: Counter[str] = Counter()
        for form, count in written.items():
            word = POSSESSIVE_OR_PLURAL.sub("", form.casefold())
            if len(word) >= _SHORTEST:
                counts[word] += count
                if form[0].isupper():
                    capitals[word] += count
        return cls(counts, capitals)

    def knows(self, word: str) -> bool:
        """Tell whether the documents use a word in this or another grammatical form."""
        return word in self._counts or stem(word) in self._stems

    def count(self, word: str) -> int:
        """Return how often the documents use exactly this form."""
        return self._counts.get(word, 0)

    def names(self, word: str) -> bool:
        """Tell whether the documents mostly write this form with a capital."""
        return word in self._names

    def of_length(self, length: int) -> Sequence[str]:
        """Return the words of so many letters."""
        return self._by_length.get(length, ())
