"""Leaving in good order: what is under way is finished, and nothing new is begun."""

import asyncio

from bot.localisation.words import Phrase

__all__ = ["RESTARTING", "finish_handlers"]

RESTARTING = Phrase("restarting")

# The names that discord.py gives to the tasks of commands and of events, clicks among them.
_HANDLERS = ("CommandTree-invoker", "discord.py: ")


async def finish_handlers(seconds: float) -> None:
    """Wait until no handler of an event runs any more; after ``seconds`` cancel those that do."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    # A handler may have begun while others were waited for: it tells somebody to try again.
    while handlers := _handlers():
        left = end - loop.time()
        if left <= 0:
            break
        await asyncio.wait(handlers, timeout=left)
    for task in handlers:
        task.cancel()
    await asyncio.gather(*handlers, return_exceptions=True)


def _handlers() -> set[asyncio.Task[object]]:
    return {task for task in asyncio.all_tasks() if task.get_name().startswith(_HANDLERS)}
