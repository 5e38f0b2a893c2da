"""The limits: per person and per channel, through whatever door."""

from bot.app.limits import AskLimiter
from bot.app.outcome import Reason


def test_a_person_is_held_back_and_told_once():
    limiter = AskLimiter(user_per_minute=2, channel_per_minute=100)
    assert limiter.take(asker=1, channel=10) is None
    assert limiter.take(asker=1, channel=11) is None
    refusal = limiter.take(asker=1, channel=10)
    assert refusal.reason is Reason.USER_LIMIT
    assert 0 < refusal.retry_after <= 60
    assert not refusal.told
    assert limiter.take(asker=1, channel=10).told
    assert limiter.take(asker=2, channel=10) is None


def test_a_channel_is_held_back_without_counting_against_its_people():
    limiter = AskLimiter(user_per_minute=2, channel_per_minute=1)
    assert limiter.take(asker=1, channel=10) is None
    for _ in range(5):
        assert limiter.take(asker=2, channel=10).reason is Reason.CHANNEL_LIMIT
    assert limiter.take(asker=2, channel=11) is None
    assert limiter.take(asker=2, channel=12) is None
