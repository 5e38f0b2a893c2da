"""Answering at once, in the thread that asks: for a terminal, where nobody else waits."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from bot.app.collections.seen import heeding, seen_of
from bot.app.collections.sight import Sight
from bot.app.protocols import Source
from bot.app.suggestions import suggestions_from
from retrieval.domain import Answer, Turn, Vote

__all__ = ["DirectPool", "run_at_once"]

Result = TypeVar("Result")


class DirectPool:
    """Answers from the source that is current.

    Its methods are coroutines like the bot's pool's, but never wait.
    """

    busy = False

    def __init__(self, source: Callable[[], Source]) -> None:
        self._source = source

    async def ask(
        self,
        question: str,
        *,
        sight: Sight,
        history: Sequence[Turn] = (),
        document: str | None = None,
        votes: Sequence[Vote] = (),
    ) -> Answer:
        """Answer a question."""
        source = heeding(seen_of(self._source(), sight), votes)
        return source.ask(question, history=history, document=document)

    async def suggest(
        self,
        answer: Answer,
        *,
        sight: Sight,
        history: Sequence[Turn] = (),
        document: str | None = None,
    ) -> tuple[str, ...]:
        """Find questions to ask next."""
        return suggestions_from(seen_of(self._source(), sight), answer, history, document)


def run_at_once(work: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine that never waits, without an event loop.

    A loop would hold Ctrl-C back until the model is done.

    Raises:
        RuntimeError: it waited for something.
    """
    try:
        work.send(None)
    except StopIteration as done:
        result: Result = done.value
        return result
    work.close()
    raise RuntimeError(f"{work!r} waited, which only an event loop can do for it")
