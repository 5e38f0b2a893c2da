"""What a long message asks, whatever it is made of."""

import time

import pytest

from bot.app.admission import MAX_QUESTION
from bot.discord.cogs.ask import essence

STORY = "We went there on a long and rainy afternoon in the autumn of that year. " * 9


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("  Who\nbuilt it?  ", "Who built it?"),
        (STORY + "Who built it?? And when?\nIt rained.", "Who built it? And when?"),
        (STORY + "Really?! Yes.", "Really?"),
    ],
)
def test_a_long_message_is_taken_for_its_questions(text, asked):
    assert essence(text) == asked


def test_one_without_a_question_is_taken_by_its_beginning():
    assert STORY.startswith(essence(STORY))
    assert MAX_QUESTION - 20 < len(essence(STORY)) <= MAX_QUESTION


@pytest.mark.parametrize("piece", ["a", "a ", ".", "?", "a?", "\n", "!a", "  "])
def test_its_time_grows_with_the_length_alone(piece):
    def seconds(length):
        text = piece * (length // len(piece))
        started = time.process_time()
        essence(text)
        return time.process_time() - started

    # Quadratic time would be 64 times as long for 8 times the text; here it took seconds.
    seconds(40_000)
    assert seconds(320_000) < 0.05 + 30 * min(seconds(40_000) for _ in range(3))
