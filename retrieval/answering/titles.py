"""Which documents a question names by their titles, without looking at all of them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from pathlib import PurePosixPath

from retrieval.store.values import StoredDocument
from retrieval.text.words import content_stems

__all__ = ["Titles", "numbers_in"]

_HALF = 2
_NUMBERED = re.compile(r"(?<![^\W_])(?P<kind>[A-Za-z]{2,8})[-_ ]?#?0*(?P<number>\d{1,6})(?![^\W_])")
_NUMBER = re.compile(r"0*(?P<number>\d{1,6})(?![^\W_])")


def numbers_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield each number of something with letters, as it is written and as it is known.

    "ADR-0031" is known as "adr-31".
    """
    for found in _NUMBERED.finditer(text):
        yield found[0], f"{found['kind'].lower()}-{found['number']}"


def _number_of(document: StoredDocument) -> Iterator[str]:
    """Yield how a document is numbered by its title, its file's name or that and its folder's."""
    path = PurePosixPath(document.path)
    for name in (document.title, path.stem):
        if (found := _NUMBERED.match(name)) is not None:
            yield f"{found['kind'].lower()}-{found['number']}"
    if (found := _NUMBER.match(path.stem)) is not None and path.parent.name.isalpha():
        yield f"{path.parent.name.lower()}-{found['number']}"


class Titles:
    """The words of the titles of some documents.

    Args:
        documents: Any.
    """

    def __init__(self, documents: Iterable[StoredDocument]) -> None:
        self._users: dict[str, list[int]] = {}
        self._sizes: dict[int, int] = {}
        self._numbered: dict[str, list[int]] = {}
        for document in documents:
            title = content_stems(document.title)
            self._sizes[document.id] = len(title)
            for stem in title:
                self._users.setdefault(stem, []).append(document.id)
            for number in {*_number_of(document)}:
                self._numbered.setdefault(number, []).append(document.id)

    def numbered(self, number: str) -> list[int]:
        """Return the ids of the documents that bear a number, as `numbers_in` has it."""
        return self._numbered.get(number, [])

    def named_in(self, wanted: Set[str]) -> list[int]:
        """Return the ids of documents of whose titles half of the words at least are wanted.

        Args:
            wanted: Stems.
        """
        met = Counter(document for stem in wanted for document in self._users.get(stem, ()))
        return sorted(one for one, count in met.items() if _HALF * count >= self._sizes[one])
