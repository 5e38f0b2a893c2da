"""Where indexes are kept: an interface, and one folder for each store that implements it."""

from pathlib import Path

from retrieval.store.interface import IndexStore
from retrieval.store.states import KEPT

__all__ = ["open_store"]


def open_store(directory: Path, *, keep: int = KEPT) -> IndexStore:
    """Return the store of the indexes in a folder, whether or not it holds one yet.

    Args:
        directory: The folder.
        keep: How many published states stay there, to go back to, the current one included.
    """
    from retrieval.store.files.index_store import FileIndexStore

    return FileIndexStore(directory, keep=keep)
