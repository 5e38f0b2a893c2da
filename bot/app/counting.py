"""How many documents there are: what the owner's own files say is counted among none of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from retrieval.domain import IndexInfo
from retrieval.reading.registry import is_own_file

__all__ = ["counted", "without_own_files"]


class _HasPath(Protocol):
    @property
    def path(self) -> str:
        """Relative to the folder of documents."""


def without_own_files(paths: Iterable[str]) -> tuple[str, ...]:
    """Leave out files that say how documents are to be searched."""
    return tuple(path for path in paths if not is_own_file(path))


def counted(info: IndexInfo, documents: Sequence[_HasPath]) -> IndexInfo:
    """Return what is known of an index, with the documents that somebody would count.

    Args:
        info: Of the index.
        documents: What it holds, or what is seen of it.
    """
    return replace(info, documents=len(without_own_files(one.path for one in documents)))
