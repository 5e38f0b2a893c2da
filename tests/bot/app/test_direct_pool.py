"""Answering in the thread that asks, without an event loop."""

import asyncio
import threading

import pytest

from bot.app.collections.sight import ALL
from bot.app.direct_pool import DirectPool, run_at_once


def test_it_answers_from_the_source_that_is_current_in_the_calling_thread(shelf):
    threads = []
    shelf.published.gate = lambda: threads.append(threading.current_thread())
    current = [shelf.published]
    pool = DirectPool(lambda: current[0])
    assert not pool.busy
    asked = pool.ask("Who built the lighthouse in 1853?", sight=ALL, document="handbook.md")
    assert run_at_once(asked).build_id == "build-1"
    assert threads == [threading.current_thread()]
    assert shelf.published.asked[-1][2] == "handbook.md"
    current[0] = shelf.coming
    assert run_at_once(pool.ask("Gertrude whale", sight=ALL)).build_id == "build-2"


def test_what_is_suggested_comes_from_the_build_that_answered(shelf):
    question = "Who built the lighthouse in 1853?"
    current = [shelf.published]
    for library in (shelf.published, shelf.coming):
        library.suggestions[question] = ("What does its lamp burn?",)
    pool = DirectPool(lambda: current[0])
    answer = run_at_once(pool.ask(question, sight=ALL))
    assert run_at_once(pool.suggest(answer, sight=ALL)) == ("What does its lamp burn?",)
    current[0] = shelf.coming
    assert run_at_once(pool.suggest(answer, sight=ALL)) == ()


def test_an_interruption_goes_through_at_once(shelf):
    def interrupt():
        raise KeyboardInterrupt

    shelf.published.gate = interrupt
    with pytest.raises(KeyboardInterrupt):
        run_at_once(DirectPool(lambda: shelf.published).ask("Who?", sight=ALL))


def test_work_that_waits_is_a_mistake_and_not_a_deadlock():
    closed = []

    async def waits():
        try:
            await asyncio.sleep(0)
        finally:
            closed.append(True)

    with pytest.raises(RuntimeError, match="waited"):
        run_at_once(waits())
    assert closed == [True]
