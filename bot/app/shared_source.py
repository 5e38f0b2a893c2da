"""A reference count for the source in use: one that was replaced is closed by its last user."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bot.app.protocols import Source

__all__ = ["SharedSource"]


class SharedSource:
    """Hands out the current source, counting who holds it.

    Thread-safe: questions are answered in worker threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._current: Source | None = None
        self._users: dict[int, int] = {}
        self._retired: dict[int, Source] = {}

    @property
    def current(self) -> Source | None:
        """The source that the next question gets."""
        return self._current

    def replace(self, source: Source | None) -> None:
        """Make ``source`` the current one and close the one before it when nobody uses it."""
        with self._lock:
            old, self._current = self._current, source
            if old is None or old is source:
                return
            if self._users.get(id(old)):
                self._retired[id(old)] = old
                return
        _close(old)

    @contextmanager
    def borrow(self) -> Iterator[Source]:
        """Hold the current source for as long as the block runs.

        Raises:
            LookupError: there is none.
        """
        with self._lock:
            source = self._current
            if source is None:
                raise LookupError
            self._users[id(source)] = self._users.get(id(source), 0) + 1
        try:
            yield source
        finally:
            with self._lock:
                self._users[id(source)] -= 1
                last = not self._users[id(source)]
                if last:
                    del self._users[id(source)]
                retired = self._retired.pop(id(source), None) if last else None
            if retired is not None:
                _close(retired)


def _close(source: Source) -> None:
    # A build that can't be closed cleanly is of no use to anyone; the next one must still work.
    with suppress(Exception):
        source.close()
