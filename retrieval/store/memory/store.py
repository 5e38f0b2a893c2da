"""Makes, keeps and switches indexes in memory."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock

from retrieval.domain import Document, IndexInfo, Sentence
from retrieval.errors import IndexBusyError, IndexNotFoundError
from retrieval.remedies import BUILD_INDEX, Remedy, RemedyKind
from retrieval.store.interface import IndexWriter, PublishedIndex
from retrieval.store.joining import joined_features
from retrieval.store.memory.index import MemoryIndex
from retrieval.store.states import KEPT, IndexState, Rollback, worth_keeping
from retrieval.store.values import (
    Features,
    IndexSpec,
    StoredContent,
    StoredDocument,
    no_features,
)

__all__ = ["MemoryIndexStore"]


class _MemoryWriter:
    """Implements `retrieval.store.interface.IndexWriter`."""

    def __init__(self, store: "MemoryIndexStore", spec: IndexSpec, *, origin: str) -> None:
        self._store = store
        self._spec = spec
        self._origin = origin
        self._old = store.newest
        self._contents: list[tuple[StoredDocument, StoredContent]] = []
        self._sentences = 0

    @property
    def previous(self) -> PublishedIndex | None:
        """The newest index."""
        if self._old is None:
            return None
        documents = {one.path: one for one in self._old.documents()}
        return PublishedIndex(
            build_id=self._old.info.build_id, spec=self._old.spec, documents=documents
        )

    def stored(self, document: StoredDocument) -> StoredContent:
        """Return everything that the previous index has of a document."""
        if self._old is None:
            raise ValueError("there is no index to read from")
        return self._old.content(document.id)

    def add(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        features: Sequence[Features],
        *,
        sha256: str,
    ) -> None:
        """Append a document; ``features`` follow each other and cover its sentences."""
        if sum(map(len, features)) != len(sentences):
            raise ValueError(f"{document.path}: features are out of step with its sentences")
        stored = StoredDocument(
            id=len(self._contents),
            path=document.path,
            title=document.title,
            author=document.author,
            sha256=sha256,
            characters=len(document.text),
            rows=range(self._sentences, self._sentences + len(sentences)),
            part=document.part,
            collection=document.collection,
            reader=document.reader,
            language=document.language,
            warnings=document.warnings,
        )
        own = joined_features(features) if features else no_features(self._spec.dimension)
        content = StoredContent(document=document, sentences=tuple(sentences), features=own)
        self._sentences += len(sentences)
        self._contents.append((stored, content))

    def keep(self, document: StoredDocument) -> None:
        """Append a document of the previous index as it is."""
        content = self.stored(document)
        self.add(content.document, content.sentences, [content.features], sha256=document.sha256)

    @property
    def unfinished(self) -> Mapping[str, StoredDocument]:
        """Nothing: of a build that was killed nothing is left here."""
        return {}

    def resume(self, document: StoredDocument) -> None:
        """Refuse it: there is no such document."""
        raise ValueError(f"{document.path} was never written")

    def publish(self) -> IndexInfo:
        """Make the index the current one."""
        number = self._store.made + 1
        info = IndexInfo(
            build_id=f"memory-{number:08}",
            built_at=datetime.now(UTC),
            documents=len(self._contents),
            sentences=self._sentences,
            model=self._spec.model,
            fingerprint=self._spec.fingerprint,
            dimension=self._spec.dimension,
            size_bytes=sum(content.features.vectors.nbytes for _, content in self._contents),
        )
        self._store.publish(MemoryIndex(info, self._spec, self._contents, origin=self._origin))
        return info


class MemoryIndexStore:
    """Implements `retrieval.store.interface.IndexStore`."""

    def __init__(self, *, keep: int = KEPT, together: Collection[str] = ()) -> None:
        self.made = 0
        """How many indexes there have been."""
        self._keep = keep
        self._together = together
        self._published: list[MemoryIndex] = []
        self._current: MemoryIndex | None = None
        self._rollback: Rollback | None = None
        self._writing = Lock()

    @property
    def newest(self) -> MemoryIndex | None:
        """The newest index, if there is one."""
        return self._published[-1] if self._published else None

    def publish(self, index: MemoryIndex) -> None:
        """Make an index the current one, and forget those that are too many."""
        self.made += 1
        before, there = self._current, [index, *reversed(self._published)]
        origins = [one.origin for one in there]
        newest = [there[at] for at in worth_keeping(origins, self._keep, self._together)]
        self._published = [one for one in reversed(there) if one in newest or one is before]
        self._current = index
        self._rollback = None

    def current(self) -> str:
        """Return the id of the current index."""
        return self.open().info.build_id

    def open(self, build_id: str | None = None, *, verify: bool = False) -> MemoryIndex:
        """Open the current index, or another one; there is nothing in it to verify."""
        if build_id is not None:
            return self._kept(build_id)
        if self._current is None:
            raise IndexNotFoundError("There is no index yet", BUILD_INDEX)
        return self._current

    def _kept(self, build_id: str) -> MemoryIndex:
        found = [one for one in self._published if one.info.build_id == build_id]
        if not found:
            raise IndexNotFoundError(
                f"There is no state {build_id} of the index", Remedy(RemedyKind.LIST_STATES)
            )
        return found[0]

    def builds(self) -> tuple[str, ...]:
        """Return the ids of the indexes that are kept, the newest first."""
        return tuple(state.info.build_id for state in self.states())

    def states(self) -> tuple[IndexState, ...]:
        """Describe the indexes that are kept, the newest first."""
        return tuple(
            IndexState(info=one.info, documents=one.documents(), origin=one.origin)
            for one in reversed(self._published)
        )

    def rolled_back(self) -> Rollback | None:
        """Say whether the current index was gone back to."""
        self.open()
        return self._rollback

    def rollback(self, build_id: str, *, origin: str = "") -> None:
        """Make an index that is kept the current one."""
        index = self._kept(build_id)
        if not self._writing.acquire(blocking=False):
            raise IndexBusyError("Another build is under way", Remedy(RemedyKind.TRY_LATER))
        try:
            latest = self._published[-1].info.build_id
            self._current = index
            self._rollback = None
            if build_id != latest:
                now = datetime.now(UTC)
                self._rollback = Rollback(build_id=build_id, latest=latest, at=now, origin=origin)
        finally:
            self._writing.release()

    def tidy(self, *, stop: Callable[[], bool] = lambda: False) -> None:
        """Do nothing: a change scatters nothing here."""

    @contextmanager
    def begin(
        self,
        spec: IndexSpec,
        *,
        timeout: float | None = None,
        waiting: Callable[[], None] = lambda: None,
        origin: str = "",
    ) -> Iterator[IndexWriter]:
        """Begin the next index, alone."""
        if not self._writing.acquire(blocking=False):
            if timeout != 0:
                waiting()
            if timeout == 0 or not self._writing.acquire(
                timeout=-1 if timeout is None else timeout
            ):
                raise IndexBusyError(
                    "Another build is under way", Remedy(RemedyKind.BUILD_AFTER_OTHER)
                )
        try:
            yield _MemoryWriter(self, spec, origin=origin)
        finally:
            self._writing.release()
