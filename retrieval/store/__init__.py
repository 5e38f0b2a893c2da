"""Where indexes are kept: an interface, and one folder for each store that implements it."""

from pathlib import Path

from retrieval.store.interface import IndexStore

__all__ = ["open_store"]


def open_store(directory: Path) -> IndexStore:
    """Return the store of the indexes in a folder, whether or not it holds one yet."""
    from retrieval.store.files.index_store import FileIndexStore

    return FileIndexStore(directory)
