"""What an index has to do, wherever it is kept.

`IndexStore` makes, opens and switches indexes; `IndexReader` is one of them, opened. Only
`IndexReader.shortlist` looks at all sentences; whatever ranks and answers sees the few that come
back, by their ids, and is the same for every store. `tests/contracts` holds what is promised here
over every store there is.

An id is a sentence's number in one published index: those of a document are one run, in the order
of the text. Nothing of another index may be asked for by it.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from retrieval.arrays import FloatArray, IdArray
from retrieval.domain import EVERYTHING, Block, Document, IndexInfo, Scope, Sentence
from retrieval.store.states import IndexState, Rollback
from retrieval.store.values import (
    NO_VARIANTS,
    Features,
    IndexSpec,
    SentencePlace,
    Shortlist,
    StoredContent,
    StoredDocument,
    TokenVectors,
)

__all__ = [
    "IndexReader",
    "IndexStore",
    "IndexWriter",
    "PublishedIndex",
]


class IndexReader(Protocol):
    """One published index. Fixed; every method may be called from several threads."""

    @property
    def info(self) -> IndexInfo:
        """What is known of the index without searching it."""

    @property
    def spec(self) -> IndexSpec:
        """What decided its numbers."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its documents, the one that most sentences are in first."""

    def documents(self, scope: Scope = EVERYTHING) -> tuple[StoredDocument, ...]:
        """Return the documents of a scope, sorted by path."""

    def document(self, document: int) -> StoredDocument:
        """Return a document by its id."""

    def shortlist(
        self,
        vector: FloatArray,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope,
        k: int,
    ) -> Shortlist:
        """Choose the sentences of a scope that are worth a closer look, by vectors and words.

        Args:
            vector: float32 [d], the question's; of unit length, or shorter where vectors are to
                count less beside words.
            terms: The different words of the question, as `retrieval.text` cuts and stems them.
            aliases: Other writings of some of them: they count like the terms where the index
                has them, and not at all where it hasn't.
            variants: What a term or an alias is in texts of other languages: each of these counts
                as if it were the term itself.
            scope: Only sentences of its documents come back; the others do not count.
            k: How many are wanted; fewer come back where there are fewer.

        Returns:
            The best by the sum of both kinds of evidence, best first; titles and headings only
            where the scope holds nothing else.
        """

    def prepare(
        self,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope,
        k: int,
    ) -> None:
        """Do what can be done for a `shortlist` while the vector isn't known yet.

        Nothing has to be: what comes back then is the same.
        """

    def introductions(self, ids: IdArray) -> IdArray:
        """Return what introduces each sentence, int64 [m, w]: ids, in order, −1 for none."""

    def titles(self, ids: IdArray) -> IdArray:
        """Return the title that each sentence's document begins with, int64 [m]; −1 for none."""

    def answers(self, ids: IdArray) -> IdArray:
        """Return what answers where each sentence is found, int64 [m]; most answer themselves."""

    def evidence(
        self,
        ids: IdArray,
        vector: FloatArray,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope = EVERYTHING,
    ) -> Shortlist:
        """Say of some sentences what `shortlist` says of those that it chooses, in their order."""

    def tokens(self, ids: IdArray) -> TokenVectors:
        """Return the token vectors of sentences, in the order of ``ids`` (int64 [m])."""

    def places(self, ids: Sequence[int]) -> tuple[SentencePlace, ...]:
        """Say where sentences stand, in the order of ``ids``."""

    def within(self, document: int, start: int, end: int) -> range:
        """Return the sentences of a document that share a character with ``start:end``."""

    def block(self, document: int, position: int) -> Block:
        """Return a block of a document."""

    def text(self, document: int, start: int = 0, end: int | None = None) -> str:
        """Return a document's text, or the characters from ``start`` up to ``end`` of it."""

    def rarity(
        self,
        terms: Sequence[str],
        *,
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope = EVERYTHING,
    ) -> FloatArray:
        """Say how rare each term is, float32 [t]: 1 where no text has it, towards 0 where most do.

        Words are counted in all documents of the scope's collections, here as in `shortlist` and
        `evidence`: what others say is nobody's to learn who may not read it. That only some of
        those documents are asked changes nothing.
        """

    def close(self) -> None:
        """Let go of what is open; no other method may be called afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedIndex:
    """The newest index before the one that is being written."""

    build_id: str
    spec: IndexSpec
    documents: Mapping[str, StoredDocument]
    """By path."""


class IndexWriter(Protocol):
    """The right to write the next index, and that index as far as it is written.

    Held by one process at a time. Nobody sees anything of it before `publish`, and nothing is
    left of it if that is never called.
    """

    @property
    def previous(self) -> PublishedIndex | None:
        """The newest index, also where an older one was gone back to.

        None where there is none, or none that can be trusted.
        """

    def stored(self, document: StoredDocument) -> StoredContent:
        """Return everything that the previous index has of a document."""

    def add(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        features: Sequence[Features],
        *,
        sha256: str,
    ) -> None:
        """Append a document; ``features`` follow each other and cover its sentences.

        Raises:
            IndexWriteError: The store can't be written, or is full.
            ValueError: The features are out of step with the sentences.
        """

    def keep(self, document: StoredDocument) -> None:
        """Append a document of the previous index as it is.

        Raises:
            IndexWriteError: As for `add`.
        """

    @property
    def unfinished(self) -> Mapping[str, StoredDocument]:
        """Documents, by path, that a build of the same spec has written before it was killed.

        Empty where there are none, or the store keeps nothing of such a build.
        """

    def resume(self, document: StoredDocument) -> None:
        """Append a document of `unfinished` as it is; before any is added.

        Raises:
            IndexWriteError: As for `add`.
            ValueError: There is no such document.
        """

    def publish(self) -> IndexInfo:
        """Complete the index and make it the current one, in one step for all readers.

        Raises:
            IndexWriteError: As for `add`; the previous index is still current.
        """


class IndexStore(Protocol):
    """Where indexes are kept: the current one, and some before it."""

    def current(self) -> str:
        """Return the id of the current index; costs one small read.

        Raises:
            IndexNotFoundError: Nothing has been published.
            IndexDamagedError: It can't be told.
        """

    def open(self, build_id: str | None = None, *, verify: bool = False) -> IndexReader:
        """Open the current index, or another one of `builds`.

        Args:
            build_id: The other one.
            verify: Check every byte, whatever the size.

        Raises:
            IndexNotFoundError: Nothing has been published, or there is no such index.
            IndexDamagedError: Something of it is missing or not what was written.
            IndexOutdatedError: It has another format.
        """

    def builds(self) -> tuple[str, ...]:
        """Return the ids of the indexes that can be switched to, the newest first."""

    def states(self) -> tuple[IndexState, ...]:
        """Describe the indexes of `builds`, in the same order, without opening one.

        Of what is published, a store keeps as many as it was made to, the newest ones, and the
        current one.
        """

    def rolled_back(self) -> Rollback | None:
        """Say whether somebody has gone back to the current index; costs one small read.

        Raises:
            IndexNotFoundError, IndexDamagedError: As for `current`.
        """

    def rollback(self, build_id: str, *, origin: str = "") -> None:
        """Make an index of `builds` the current one, in one step for all readers.

        It stays that until another one is gone to, or the next is published.

        Args:
            build_id: The index.
            origin: What goes back to it, for `rolled_back`.

        Raises:
            IndexNotFoundError: There is no such index.
            IndexDamagedError: It is not what was written; the one before is still current.
            IndexBusyError: Another process is writing.
            IndexWriteError: The store can't be written.
        """

    def tidy(self, *, stop: Callable[[], bool] = lambda: False) -> None:
        """Put in order behind what changes have scattered; the index stays the same in all it says.

        Costs nothing where there is nothing to do. May be killed at any moment, and gives way to
        whoever wants to write.

        Args:
            stop: Asked again and again whether it is to end.

        Raises:
            IndexWriteError: The store can't be written.
            IndexDamagedError: Something of the index is not what was written.
        """

    def begin(
        self,
        spec: IndexSpec,
        *,
        timeout: float | None = None,
        waiting: Callable[[], None] = lambda: None,
        origin: str = "",
    ) -> AbstractContextManager[IndexWriter]:
        """Begin the next index, alone.

        Args:
            spec: What it is made with.
            timeout: Seconds to wait for another writer; None: as long as it takes.
            waiting: Called once, when another writer is waited for.
            origin: What writes it, for `states`.

        Raises:
            IndexBusyError: Another writer held the store all that time.
            IndexWriteError: The store can't be written.
        """
