"""The owner's synonyms as each scope may see them: those of its collections and of no other."""

from threading import Lock

from retrieval.domain import Scope
from retrieval.reading.registry import is_synonyms
from retrieval.store.interface import IndexReader
from retrieval.text.synonyms import NO_SYNONYMS, Synonyms, read_synonyms

__all__ = ["OwnSynonyms"]


class OwnSynonyms:
    """Reads the files of synonyms that an index has once, and puts together those of a scope."""

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        self._files: dict[str, Synonyms] | None = None
        """By path."""
        self._of: dict[frozenset[str] | None, Synonyms] = {}
        self._lock = Lock()

    def of(self, scope: Scope) -> Synonyms:
        """Return what is said in the collections of a scope, whichever documents are asked."""
        with self._lock:
            if self._files is None:
                self._files = {
                    one.path: read_synonyms(self._reader.text(one.id)).synonyms
                    for one in self._reader.documents()
                    if is_synonyms(one.reader)
                }
            if not self._files:
                return NO_SYNONYMS
            if scope.collections not in self._of:
                seen = self._reader.documents(Scope(collections=scope.collections))
                own = (self._files[one.path] for one in seen if one.path in self._files)
                self._of[scope.collections] = sum(own, start=NO_SYNONYMS)
            return self._of[scope.collections]
