"""Figures by week, added up by hand."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.charts import draw_weeks
from bot.app.stats import Week, weeks_of
from bot.rendering.stats import latency_text, share_text, totals
from bot.storage.counts import EPOCH, LONGER, Count, Counted, bucket_of, day_of

MONDAY = date(2026, 3, 2)


def count(day, name, number=1):
    return Count(day=(day - EPOCH).days, name=name, number=number)


def test_a_week_is_monday_to_sunday():
    counts = [
        count(MONDAY - timedelta(days=1), Counted.ANSWER, 5),
        count(MONDAY, Counted.ANSWER, 3),
        count(MONDAY + timedelta(days=3), Counted.PERHAPS, 1),
        count(MONDAY + timedelta(days=6), Counted.NONE, 4),
        count(MONDAY + timedelta(days=6), Counted.UP, 2),
        count(MONDAY + timedelta(days=6), Counted.CLOSED, 6),
        count(MONDAY + timedelta(days=7), Counted.DOWN, 7),
    ]
    weeks = weeks_of(counts, today=MONDAY + timedelta(days=9), weeks=3)
    assert [week.monday for week in weeks] == [MONDAY - timedelta(7), MONDAY, MONDAY + timedelta(7)]
    before, this, after = weeks
    assert before == Week(monday=before.monday, answered=5)
    assert (this.answered, this.perhaps, this.unanswered, this.questions) == (3, 1, 4, 8)
    assert (this.up, this.down, this.closed) == (2, 0, 6)
    assert (after.questions, after.down) == (0, 7)
    assert (share_text(this, this.answered), share_text(this, this.perhaps)) == ("38 %", "12 %")
    assert (share_text(after, 0), latency_text(after)) == ("–", "–")
    assert totals(weeks).questions == 13
    # What is older than the weeks that are wanted is left out.
    assert weeks_of(counts, today=MONDAY, weeks=1)[0].questions == 8


def test_half_and_nineteen_in_twenty_fall_under_a_step():
    names = [bucket_of(seconds) for seconds in (0.05, 0.051, 0.1, 0.7, 59, 61)]
    assert names == ["took 0.05", "took 0.1", "took 0.1", "took 1", "took 60", LONGER]
    counts = [count(MONDAY, "took 0.1", 10), count(MONDAY, "took 2", 9), count(MONDAY, LONGER)]
    (week,) = weeks_of([*counts, count(MONDAY, Counted.ANSWER, 20)], today=MONDAY, weeks=1)
    assert (week.median, week.p95) == (0.1, 2.0)
    assert latency_text(week) == "0.1 s / 2 s"
    (week,) = weeks_of(
        [*counts, count(MONDAY, LONGER), count(MONDAY, Counted.NONE)], today=MONDAY, weeks=1
    )
    assert (week.median, week.p95) == (2.0, None)
    assert latency_text(week) == "2 s / > 60 s"


def test_a_day_is_utcs():
    late = datetime(2026, 3, 2, 1, 0, tzinfo=timezone(timedelta(hours=2)))
    assert day_of(late) == day_of(datetime(2026, 3, 1, 23, 0, tzinfo=UTC))


@given(
    st.lists(st.tuples(st.integers(0, 27), st.sampled_from(list(Counted)), st.integers(0, 9))),
)
def test_every_count_is_in_one_week(found):
    counts = [count(MONDAY + timedelta(days=day), name, number) for day, name, number in found]
    weeks = weeks_of(counts, today=MONDAY + timedelta(days=27), weeks=4)
    for name, field in (("answer", "answered"), ("none", "unanswered"), ("closed", "closed")):
        expected = sum(number for _, counted, number in found if counted == name)
        assert sum(getattr(week, field) for week in weeks) == expected


@pytest.mark.parametrize("number", [0, 3])
def test_the_picture_is_one(number):
    weeks = weeks_of([count(MONDAY, Counted.ANSWER, number)], today=MONDAY)
    assert draw_weeks(weeks).startswith(b"\x89PNG")
