"""Turns are counted by whoever takes them, all of a question's or none."""

import asyncio

import pytest

from bot.storage.turns import Full, Turn


async def test_a_turn_that_is_refused_is_counted_for_nobody(store):
    asker, channel = Turn("person", 1, 2), Turn("channel", 1, 1)
    assert await store.take_turns([asker, channel]) is None
    for _ in range(3):
        full = await store.take_turns([asker, channel])
        assert full.turn == channel
        assert 59 < full.wait <= 60
    assert await store.take_turns([asker]) is None
    assert (await store.take_turns([asker])).turn == asker
    assert await store.take_turns([Turn("person", 2, 2)]) is None


@pytest.mark.parametrize("limit", [1, 7])
async def test_of_many_at_once_as_many_pass_as_may(store, limit):
    taken = await asyncio.gather(
        *(store.take_turns([Turn("person", 1, limit), Turn("channel", n, 1)]) for n in range(30))
    )
    assert taken.count(None) == limit
    assert all(isinstance(one, Full) for one in taken if one is not None)
