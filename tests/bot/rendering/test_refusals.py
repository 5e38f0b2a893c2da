"""A refusal in words."""

import pytest

from bot.app.outcome import Reason, Refused
from bot.rendering.refusals import refusal_text


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        (Refused(reason=Reason.EMPTY), "write a question"),
        (Refused(reason=Reason.TOO_LONG, longest=500), "ask in at most 500 characters."),
        (Refused(reason=Reason.BUSY), "Many questions are waiting right now"),
        (
            Refused(reason=Reason.USER_LIMIT, retry_after=12.4),
            "You have asked a lot in the last minute; please ask again in 12 seconds.",
        ),
        (
            Refused(reason=Reason.CHANNEL_LIMIT, retry_after=0.2),
            "This channel has asked a lot in the last minute; please ask again in 1 second.",
        ),
    ],
)
def test_each_reason_is_one_sentence_with_what_to_do(refused, words):
    text = refusal_text(refused)
    assert words in text
    assert "\n" not in text


def test_there_are_words_for_every_reason():
    assert all(refusal_text(Refused(reason=reason)) for reason in Reason)
