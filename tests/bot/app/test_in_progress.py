"""Waiting for an answer that is under way."""

import asyncio

import pytest

from bot.app.in_progress import InProgress


async def test_an_edit_waits_for_the_answer_that_is_under_way():
    messages, order = InProgress(), []

    async def edited():
        await messages.answered(1)
        order.append("edited")

    with messages.answering(1):
        waiting = asyncio.ensure_future(edited())
        await asyncio.sleep(0)
        order.append("answered")
    await waiting
    assert order == ["answered", "edited"]


async def test_nothing_is_waited_for_after_a_failure_or_for_another_message():
    messages = InProgress()

    async def fail():
        with messages.answering(1):
            await asyncio.wait_for(messages.answered(2), 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    await asyncio.wait_for(messages.answered(1), 1)
