"""Which questions are taken: the same ones through whatever door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.admission import MAX_QUESTION, Admission
from bot.app.collections.sight import ALL
from bot.app.limits import AskLimiter
from bot.app.outcome import Reason, Refused
from bot.app.request import AskRequest, Place
from bot.storage.turns import MemoryTurns

DOORS = ("slash", "mention", "message", "menu", "button", "auto", "repl", "command line")


def request(text="Who built it?", *, door="slash", asker=1, channel=100, exempt=False):
    place = Place(server=10, channel=channel)
    return AskRequest(text=text, door=door, asker=asker, place=place, sight=ALL, exempt=exempt)


def admission(*, user=2, channel=3, longest=MAX_QUESTION):
    limiter = AskLimiter(MemoryTurns(), user_per_minute=user, channel_per_minute=channel)
    return Admission(limiter=limiter, longest=longest)


@pytest.mark.parametrize(
    ("text", "busy", "reason"),
    [
        ("Who?", False, None),
        (" \n\t ", False, Reason.EMPTY),
        ("w" * MAX_QUESTION, False, None),
        (f"  {'w' * MAX_QUESTION}\n", False, None),
        ("w" * (MAX_QUESTION + 1), False, Reason.TOO_LONG),
        ("Who?", True, Reason.BUSY),
        ("", True, Reason.EMPTY),
    ],
)
async def test_a_question_is_refused_for_what_it_is(text, busy, reason):
    refused = await admission().refuse(request(text), busy=busy)
    assert (refused and refused.reason) == reason


async def test_a_refusal_says_what_would_be_taken():
    long = "w" * (MAX_QUESTION + 1)
    assert await admission().refuse(request(long), busy=False) == Refused(
        reason=Reason.TOO_LONG, longest=MAX_QUESTION
    )
    limited = admission(user=1)
    assert await limited.refuse(request(), busy=False) is None
    refused = await limited.refuse(request(), busy=False)
    assert (refused.reason, refused.told) == (Reason.USER_LIMIT, False)
    assert 0 < refused.retry_after <= 60
    assert (await limited.refuse(request(), busy=False)).told


async def test_what_is_asked_too_often_gets_no_other_reply_either():
    """Else whoever floods a channel with empty mentions would be answered each time."""
    limited = admission(user=1)
    assert (await limited.refuse(request(""), busy=False)).reason is Reason.EMPTY
    assert (await limited.refuse(request(""), busy=False)).reason is Reason.USER_LIMIT


async def test_those_who_are_exempt_are_neither_refused_nor_counted():
    limited = admission(user=1, channel=1)
    for _ in range(5):
        assert await limited.refuse(request(exempt=True), busy=False) is None
    assert await limited.refuse(request(), busy=False) is None
    assert (await limited.refuse(request("", exempt=True), busy=False)).reason is Reason.EMPTY


async def test_without_conditions_only_a_question_is_needed():
    free = Admission()
    for _ in range(100):
        assert await free.refuse(request("w" * 10_000), busy=False) is None
    assert (await free.refuse(request(""), busy=False)).reason is Reason.EMPTY


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["", " ", "Who?", "w" * (MAX_QUESTION + 1)]),
        st.integers(1, 3),
        st.integers(100, 101),
        st.booleans(),
        st.booleans(),
        st.sampled_from(DOORS),
        st.sampled_from(DOORS),
    ),
    max_size=25,
)


@given(steps=STEPS)
async def test_the_outcome_does_not_depend_on_the_door(steps):
    one, other = admission(), admission()
    for text, asker, channel, exempt, busy, first_door, second_door in steps:
        values = {"asker": asker, "channel": channel, "exempt": exempt}
        first = await one.refuse(request(text, door=first_door, **values), busy=busy)
        second = await other.refuse(request(text, door=second_door, **values), busy=busy)
        assert (first is None) == (second is None)
        if first is not None:
            assert (first.reason, first.told, first.longest) == (
                second.reason,
                second.told,
                second.longest,
            )
