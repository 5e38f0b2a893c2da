"""Which messages are being answered right now."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["InProgress"]


class InProgress:
    """Lets whoever handles an edit or a deletion wait for the answer that is under way."""

    def __init__(self) -> None:
        self._ends: dict[int, asyncio.Event] = {}

    @contextmanager
    def answering(self, message: int) -> Iterator[None]:
        """Mark a message as being answered while the block runs."""
        end = self._ends[message] = asyncio.Event()
        try:
            yield
        finally:
            end.set()
            self._ends.pop(message, None)

    async def answered(self, message: int) -> None:
        """Wait until a message is no longer being answered."""
        end = self._ends.get(message)
        if end is not None:
            await end.wait()
