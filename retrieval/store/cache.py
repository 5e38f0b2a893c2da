"""What was read lately, kept within a limit."""

from collections import OrderedDict
from collections.abc import Callable, Sized
from threading import Lock
from typing import Generic, TypeVar

__all__ = ["Cache"]

T = TypeVar("T", bound=Sized)


class Cache(Generic[T]):
    """Remembers the results of a function, as many as have no more than ``limit`` items in all.

    `functools.lru_cache` counts results, and one document may be a thousand times another. The
    last result is kept whatever its size. Threads that miss at once may both call the function.
    """

    def __init__(self, function: Callable[[int], T], *, limit: int) -> None:
        self._function = function
        self._limit = limit
        self._kept: OrderedDict[int, T] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def __call__(self, key: int) -> T:
        """Return the function's result."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        value = self._function(key)
        self.keep(key, value)
        return value

    def keep(self, key: int, value: T) -> None:
        """Remember a result that came along with others."""
        with self._lock:
            if key not in self._kept:
                self._kept[key] = value
                self._size += len(value)
            while self._size > self._limit and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self._size -= len(oldest)
