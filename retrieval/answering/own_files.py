"""The owner's files that are no documents, as each scope may see what they say."""

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Generic, TypeVar

from retrieval.domain import Scope, Warned
from retrieval.reading.registry import is_synonyms, is_unhelpful
from retrieval.reading.unhelpful_file import UnhelpfulEntry, read_unhelpful
from retrieval.store.interface import IndexReader
from retrieval.text.synonyms import NO_SYNONYMS, Synonyms, read_synonyms

__all__ = ["OwnFiles", "own_faults", "own_synonyms", "own_unhelpful"]

T = TypeVar("T")


class OwnFiles(Generic[T]):
    """Reads the files of one kind that an index has once, and puts together those of a scope.

    Args:
        reader: The index.
        is_one: Tells them by ``Document.reader``.
        parse: Reads the text of one.
        join: Puts several together, sorted by path; none, too.
    """

    def __init__(
        self,
        reader: IndexReader,
        *,
        is_one: Callable[[str], bool],
        parse: Callable[[str], T],
        join: Callable[[Sequence[T]], T],
    ) -> None:
        self._reader = reader
        self._is_one = is_one
        self._parse = parse
        self._join = join
        self._none = join(())
        self._files: dict[str, T] | None = None
        """By path."""
        self._of: dict[frozenset[str] | None, T] = {}
        self._lock = Lock()

    def of(self, scope: Scope) -> T:
        """Return what is said in the collections of a scope, whichever documents are asked."""
        with self._lock:
            if self._files is None:
                self._files = {
                    one.path: self._parse(self._reader.text(one.id))
                    for one in self._reader.documents()
                    if self._is_one(one.reader)
                }
            if not self._files:
                return self._none
            if scope.collections not in self._of:
                seen = self._reader.documents(Scope(collections=scope.collections))
                own = [self._files[one.path] for one in seen if one.path in self._files]
                self._of[scope.collections] = self._join(own)
            return self._of[scope.collections]


def own_synonyms(reader: IndexReader) -> OwnFiles[Synonyms]:
    """What the owner says is called the same."""
    return OwnFiles(
        reader,
        is_one=is_synonyms,
        parse=lambda text: read_synonyms(text).synonyms,
        join=lambda files: sum(files, start=NO_SYNONYMS),
    )


def own_unhelpful(reader: IndexReader) -> OwnFiles[tuple[UnhelpfulEntry, ...]]:
    """What the owner says is no answer to what."""
    return OwnFiles(
        reader,
        is_one=is_unhelpful,
        parse=lambda text: read_unhelpful(text).entries,
        join=lambda files: tuple(entry for one in files for entry in one),
    )


def own_faults(reader: IndexReader, scope: Scope) -> tuple[Warned, ...]:
    """Name the lines of these files that say nothing, as the build that read them did."""
    found = []
    for one in reader.documents(scope):
        if is_synonyms(one.reader):
            faults = read_synonyms(reader.text(one.id)).faults
        elif is_unhelpful(one.reader):
            faults = read_unhelpful(reader.text(one.id)).faults
        else:
            continue
        found += [Warned(path=one.path, text=fault) for fault in faults]
    return tuple(found)
