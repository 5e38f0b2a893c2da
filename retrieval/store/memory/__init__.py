"""Indexes in memory: the plainest store there can be, for tests and for embedding in a program.

Everything is looked at for every question, by the definitions: what another store finds faster is
compared with this one. Its indexes are gone with it.
"""

from retrieval.store.memory.store import MemoryIndexStore

__all__ = ["MemoryIndexStore"]
