"""The limits: per person and per channel, through whatever door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.limits import AskLimiter
from bot.app.outcome import Reason
from bot.storage import turns
from bot.storage.turns import MemoryTurns, MovingWindow


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


async def test_a_person_is_held_back_and_told_once(clock):
    limiter = AskLimiter(MemoryTurns(clock=clock), user_per_minute=2, channel_per_minute=100)
    assert await limiter.take(asker=1, channel=10) is None
    clock.now += 20
    assert await limiter.take(asker=1, channel=11) is None
    refusal = await limiter.take(asker=1, channel=10)
    assert refusal.reason is Reason.USER_LIMIT
    assert refusal.retry_after == 40
    assert not refusal.told
    assert (await limiter.take(asker=1, channel=10)).told
    assert await limiter.take(asker=2, channel=10) is None
    clock.now += 40
    assert await limiter.take(asker=1, channel=10) is None


async def test_a_person_who_goes_on_asking_is_told_once_a_minute(clock):
    limiter = AskLimiter(MemoryTurns(clock=clock), user_per_minute=1, channel_per_minute=100)
    heard = []
    for second in range(180):
        refused = await limiter.take(asker=1, channel=10)
        if refused is not None and not refused.told:
            heard.append(second)
        clock.now += 1
    assert heard == [1, 61, 121]


async def test_a_channel_is_held_back_without_counting_against_its_people():
    limiter = AskLimiter(MemoryTurns(), user_per_minute=2, channel_per_minute=1)
    assert await limiter.take(asker=1, channel=10) is None
    for _ in range(5):
        assert (await limiter.take(asker=2, channel=10)).reason is Reason.CHANNEL_LIMIT
    assert await limiter.take(asker=2, channel=11) is None
    assert await limiter.take(asker=2, channel=12) is None


async def test_what_only_the_asker_sees_is_no_turn_of_the_channel():
    limiter = AskLimiter(MemoryTurns(), user_per_minute=2, channel_per_minute=1)
    assert await limiter.take(asker=1, channel=None) is None
    assert await limiter.take(asker=2, channel=10) is None
    assert await limiter.take(asker=1, channel=None) is None
    assert (await limiter.take(asker=1, channel=None)).reason is Reason.USER_LIMIT


async def test_who_no_longer_asks_is_forgotten(clock):
    counted = MemoryTurns(clock=clock)
    limiter = AskLimiter(counted, user_per_minute=1, channel_per_minute=1)
    for person in range(5000):
        await limiter.take(asker=person, channel=person)
        await limiter.take(asker=person, channel=person)
        clock.now += 1
    assert len(counted.windows) == 3
    for window in counted.windows.values():
        assert len(window) <= turns.SECONDS


def test_however_many_ask_at_once_what_is_counted_has_a_bound(clock):
    window = MovingWindow(3, clock=clock)
    for person in range(turns.KEYS + 500):
        window.hit(person)
    assert len(window) == turns.KEYS
    for _ in range(100):
        window.hit(turns.KEYS)
    assert max(map(len, window._hits.values())) <= 4


async def test_a_clock_that_is_set_back_locks_nobody_out(monkeypatch):
    limiter = AskLimiter(MemoryTurns(), user_per_minute=1, channel_per_minute=10)
    assert await limiter.take(asker=1, channel=10) is None
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert (await limiter.take(asker=1, channel=10)).retry_after <= 60


@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 90)), max_size=60), st.integers(1, 4))
def test_no_key_ever_hits_more_often_than_it_may_and_none_waits_in_vain(steps, limit):
    clock = Clock()
    window = MovingWindow(limit, clock=clock)
    hits = {}
    for key, pause in steps:
        clock.now += pause
        recent = [hit for hit in hits.get(key, []) if hit > clock.now - turns.SECONDS]
        assert (window.full_for(key) > 0) == (len(recent) >= limit)
        if not window.full_for(key):
            window.hit(key)
            hits.setdefault(key, []).append(clock.now)
