"""What a store keeps of the past: published states of the index, and how they differ."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from retrieval.domain import IndexInfo
from retrieval.store.values import StoredDocument

__all__ = ["KEPT", "Difference", "IndexState", "Rollback", "difference", "worth_keeping"]

KEPT = 5
"""Published states that are kept by default, the current one included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexState:
    """A published index that can be gone back to."""

    info: IndexInfo
    documents: tuple[StoredDocument, ...]
    """Sorted by path."""
    origin: str = ""
    """What published it, as its caller named itself; empty: it did not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollback:
    """An older state is the current one, because somebody has gone back to it."""

    build_id: str
    """The state that answers."""
    latest: str
    """The newest one, which documents were read for last."""
    at: datetime
    origin: str = ""
    """What has gone back, as its caller named itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Paths of documents, sorted, by what became of them from one state to another."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def difference(before: Sequence[StoredDocument], after: Sequence[StoredDocument]) -> Difference:
    """Compare the documents of two states; one whose file has other bytes has changed."""
    old = {one.path: one.sha256 for one in before}
    new = {one.path: one.sha256 for one in after}
    return Difference(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(path for path in new.keys() & old.keys() if new[path] != old[path])),
        removed=tuple(sorted(old.keys() - new.keys())),
    )


def worth_keeping(
    origins: Sequence[str], keep: int, together: Collection[str] = ()
) -> tuple[int, ...]:
    """Choose which states stay to be gone back to, by their positions.

    Args:
        origins: What published each, the newest first.
        keep: How many stay.
        together: Origins that publish often, a little each time: of several states in a row with
            the same one of these, only the newest stays.
    """
    kept: list[int] = []
    after = None
    for position, origin in enumerate(origins):
        if not (origin in together and origin == after):
            kept.append(position)
        after = origin
    return tuple(kept[:keep])
