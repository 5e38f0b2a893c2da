"""Which documents a question names by their titles, without looking at all of them."""

from collections import Counter
from collections.abc import Iterable, Set

from retrieval.store.values import StoredDocument
from retrieval.text.words import content_stems

__all__ = ["Titles"]

_HALF = 2


class Titles:
    """The words of the titles of some documents.

    Args:
        documents: Any.
    """

    def __init__(self, documents: Iterable[StoredDocument]) -> None:
        self._users: dict[str, list[int]] = {}
        self._sizes: dict[int, int] = {}
        for document in documents:
            title = content_stems(document.title)
            self._sizes[document.id] = len(title)
            for stem in title:
                self._users.setdefault(stem, []).append(document.id)

    def named_in(self, wanted: Set[str]) -> list[int]:
        """Return the ids of documents of whose titles half of the words at least are wanted.

        Args:
            wanted: Stems.
        """
        met = Counter(document for stem in wanted for document in self._users.get(stem, ()))
        return sorted(one for one, count in met.items() if _HALF * count >= self._sizes[one])
