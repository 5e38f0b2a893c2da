"""The words of the documents of each scope: what a slip is mended by tells nothing of others."""

from collections import OrderedDict
from threading import Lock

from retrieval.answering.understanding.vocabulary import WordTable
from retrieval.domain import Scope
from retrieval.store.interface import IndexReader
from retrieval.text.mending import mended

__all__ = ["Vocabularies"]

_KEPT = 16


class Vocabularies:
    """Counts the words of a scope when its first question comes, and remembers them."""

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        self._known: OrderedDict[Scope, WordTable] = OrderedDict()
        self._lock = Lock()

    def of(self, scope: Scope) -> WordTable:
        """Return the words of the documents of a scope."""
        with self._lock:
            if scope in self._known:
                self._known.move_to_end(scope)
                return self._known[scope]
        documents = self._reader.documents(scope)
        made = WordTable.of(mended(self._reader.text(document.id)) for document in documents)
        with self._lock:
            self._known[scope] = made
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return made
