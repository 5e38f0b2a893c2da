"""Questions of one meaning are one gap."""

import asyncio
import threading
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bot.app import gaps
from bot.app.collections.sight import ALL
from bot.app.gaps import SAME_MEANING, GapReports, group_by_meaning
from bot.app.live_index import LiveIndex
from bot.errors import Busy
from bot.storage.records import AnswerRecord, Place, new_id
from bot.storage.store import AnswerStore


def test_each_joins_the_first_group_that_is_near_and_chains_stay_apart():
    angles = np.radians([0, 20, 40, 90])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    assert group_by_meaning(vectors, 0.9) == [[0, 1], [2], [3]]
    assert group_by_meaning(vectors[:0], 0.9) == []


def test_paraphrases_are_grouped_and_different_questions_not(encoder):
    questions = [
        "How tall is the mayor?",
        "What is the mayor's height?",
        "How old is the mayor?",
        "When was the treaty signed?",
        "On what date did they sign the treaty?",
        "How do I reset my password?",
        "I forgot my password, what now?",
    ]
    vectors = encoder.encode_queries(questions).vectors
    assert group_by_meaning(vectors, SAME_MEANING) == [[0, 1], [2], [3, 4], [5, 6]]


@given(
    arrays.arrays(
        np.float32, st.tuples(st.integers(0, 12), st.just(3)), elements=st.floats(-1, 1, width=32)
    )
)
def test_grouping_is_what_comparing_one_by_one_gives(vectors):
    expected = []
    for row in range(len(vectors)):
        near = (g for g in expected if float(vectors[g[0]] @ vectors[row]) >= 0.5)
        found = next(near, None)
        if found is None:
            expected.append([row])
        else:
            found.append(row)
    assert group_by_meaning(vectors, 0.5) == expected


class Embedder:
    """Counts what is embedded; questions of the same first word mean the same."""

    def __init__(self):
        self.seen = []

    def __call__(self, questions):
        self.seen += questions
        rows = np.zeros((len(questions), 1024), np.float32)
        for row, question in enumerate(questions):
            rows[row, sum(map(ord, question.split()[0])) % 1024] = 1
        return rows


@pytest.fixture
async def reports(shelf, tmp_path):
    """Reports over a store with thirty gaps, in two channels."""
    store = await AnswerStore.open(tmp_path / "answers.sqlite3")
    index = LiveIndex(lambda: shelf.published, lambda: shelf.published.build)
    await index.start()
    for number in range(30):
        await store.add(miss(shelf, f"{chr(65 + number)} thing?", channel=100 + number % 2))
    reports = GapReports(store, index, Embedder())
    yield reports
    reports.close()
    index.close()
    await store.close()


def miss(shelf, question, *, channel=100, asker=1):
    answer = replace(shelf.published.ask("Is there a mayor?"), question=question, answered=False)
    return AnswerRecord(
        id=new_id(),
        door="slash",
        asker=asker,
        place=Place(server=10, channel=channel),
        private=False,
        conversation="c",
        answer=answer,
        seconds=0.1,
    )


async def test_questions_are_embedded_and_asked_again_once(reports, shelf):
    before = len(shelf.published.asked)
    for _ in range(10):
        assert len((await reports.report(10, sight=ALL)).gaps) == 30
    assert len(reports._embed.seen) == 30
    assert len(shelf.published.asked) == before + gaps.CHECKED
    await reports._store.add(miss(shelf, "A wholly new one?"))
    await reports._store.add(miss(shelf, "~ new?"))
    assert (await reports.report(10, sight=ALL)).gaps[0].times == 2
    assert len(reports._embed.seen) == 32


async def test_a_newer_build_is_asked_anew(reports, shelf):
    await reports.report(10, sight=ALL)
    shelf.published = shelf.coming
    await reports._index.refresh()
    await reports.report(10, sight=ALL)
    assert len(shelf.published.asked) == gaps.CHECKED


async def test_what_is_forgotten_is_in_no_report(reports, shelf):
    await reports._store.add(miss(shelf, "secret thing?", asker=2))
    assert "secret thing?" in {gap.question for gap in (await reports.report(10, sight=ALL)).gaps}
    await reports._store.forget_person(2)
    assert "secret thing?" not in {
        gap.question for gap in (await reports.report(10, sight=ALL)).gaps
    }


async def test_only_channels_that_the_reader_may_view_are_told_of(reports, shelf):
    async def seen(channels):
        assert set(channels) == {100, 101}
        return {101}

    hidden = miss(shelf, "B in another channel?", channel=100)
    await reports._store.add(hidden)
    for channel, reason in ((100, "hidden"), (101, "seen")):
        answer = miss(shelf, "Wrong?", channel=channel)
        await reports._store.add(answer)
        await reports._store.vote(answer.id, 3, -1, reason)
    report = await reports.report(10, sight=ALL, seen=seen)
    assert len(report.gaps) == 16
    (group,) = [gap for gap in report.gaps if gap.question.startswith("B ")]
    assert (group.question, group.times) == ("B thing?", 1)
    assert [complaint.reason for complaint in report.complaints] == ["seen"]


async def test_a_report_holds_up_no_question_and_many_are_refused(reports, shelf, monkeypatch):
    gate = threading.Event()
    shelf.published.gate = lambda: gate.wait(10)
    waiting = [asyncio.ensure_future(reports.report(10, sight=ALL)) for _ in range(gaps.WAITING)]
    await asyncio.sleep(0.05)
    with pytest.raises(Busy):
        await reports.report(10, sight=ALL)
    gate.set()
    assert {len(report.gaps) for report in await asyncio.gather(*waiting)} == {30}


async def test_a_report_has_its_time_and_the_next_one_goes_on(reports, shelf, monkeypatch):
    monkeypatch.setattr(gaps, "CHECK_SECONDS", 0.0)
    before = len(shelf.published.asked)
    assert len((await reports.report(10, sight=ALL)).gaps) == 30
    assert len(shelf.published.asked) == before
    monkeypatch.undo()
    await reports.report(10, sight=ALL)
    assert len(shelf.published.asked) == before + gaps.CHECKED


async def test_a_gap_that_was_answered_is_listed_only_while_the_documents_do_not(reports, shelf):
    asked = miss(shelf, "Which taxes does the mayor levy?")
    await reports._store.add(asked)
    (found,) = await reports.group(10, asked.id)
    assert not await reports.answered(found, sight=ALL)
    assert await reports._store.teach([found.id]) == (found.id,)
    assert await reports._store.teach([found.id, "unknown"]) == ()
    listed = {gap.question for gap in (await reports.report(10, sight=ALL)).gaps}
    assert found.question in listed
    shelf.coming.texts["mayor.md"] = "Mayor\n\nThe mayor may levy no taxes."
    shelf.published = shelf.coming
    await reports._index.refresh()
    assert await reports.answered(found, sight=ALL)
    left = {gap.question for gap in (await reports.report(10, sight=ALL)).gaps}
    assert listed - left == {found.question}


async def test_only_what_the_reader_may_see_is_found_and_grouped(reports, shelf):
    async def seen(channels):
        return {101} & set(channels)

    hidden, open_ = (miss(shelf, "B again?", channel=channel) for channel in (100, 101))
    for one in (hidden, open_):
        await reports._store.add(one)
    assert await reports.find(10, hidden.id, seen=seen) is None
    assert (await reports.find(10, hidden.id)).question == "B again?"
    assert await reports.find(11, hidden.id) is None
    assert await reports.group(10, hidden.id, seen=seen) == ()
    together = await reports.group(10, open_.id, seen=seen)
    assert {one.channel for one in together} == {101}
    assert len(together) == 2
    assert len(await reports.group(10, open_.id)) == 3
