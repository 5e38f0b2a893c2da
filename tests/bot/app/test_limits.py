"""The limits: per person and per channel, through whatever door."""

from bot.app.limits import AskLimiter


def test_a_person_is_held_back_and_told_once():
    limiter = AskLimiter(user_per_minute=2, channel_per_minute=100)
    assert limiter.take(user_id=1, channel_id=10) is None
    assert limiter.take(user_id=1, channel_id=11) is None
    refusal = limiter.take(user_id=1, channel_id=10)
    assert refusal.whose == "you"
    assert 0 < refusal.seconds <= 60
    assert not refusal.told
    assert "You have asked a lot" in refusal.text
    assert limiter.take(user_id=1, channel_id=10).told
    assert limiter.take(user_id=2, channel_id=10) is None


def test_a_channel_is_held_back_without_counting_against_its_people():
    limiter = AskLimiter(user_per_minute=2, channel_per_minute=1)
    assert limiter.take(user_id=1, channel_id=10) is None
    for _ in range(5):
        assert limiter.take(user_id=2, channel_id=10).whose == "this channel"
    assert limiter.take(user_id=2, channel_id=11) is None
    assert limiter.take(user_id=2, channel_id=12) is None


def test_administrators_are_exempt():
    limiter = AskLimiter(user_per_minute=1, channel_per_minute=1)
    for _ in range(5):
        assert limiter.take(user_id=1, channel_id=10, exempt=True) is None
    assert limiter.take(user_id=1, channel_id=10) is None
