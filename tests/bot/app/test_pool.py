"""The pool: questions off the loop, a bounded queue, and an index that changes underneath."""

import asyncio
import threading
import time

import pytest
import structlog

from bot.app.collections.sight import ALL
from bot.app.pool import AnswerPool
from bot.app.shared_source import SharedSource
from bot.errors import Busy, TooSlow
from retrieval.errors import IndexDamagedError, IndexNotFoundError


def pool_over(shelf, **options):
    class Rebuild:
        def __call__(self, progress, *, origin=""):
            progress("reading", 1, None)
            shelf.published = shelf.coming
            return "report"

        def stop(self):
            pass

    options = {"workers": 2, "queue": 4} | options
    return AnswerPool(
        open_source=lambda: shelf.published,
        newest_build=lambda: shelf.published.build,
        rebuild=Rebuild(),
        embed=lambda questions: None,
        **options,
    )


async def test_the_loop_runs_on_while_a_question_is_answered(shelf):
    pool = pool_over(shelf)
    await pool.start()
    shelf.published.gate = lambda: time.sleep(0.3)
    ticks = 0
    asked = asyncio.ensure_future(pool.ask("Who built the lighthouse?", sight=ALL))
    while not asked.done():
        await asyncio.sleep(0.01)
        ticks += 1
    assert ticks > 10
    assert (await asked).answered
    await pool.close()


async def test_beyond_workers_and_queue_it_is_busy_and_then_free_again(shelf):
    pool = pool_over(shelf, workers=1, queue=2)
    await pool.start()
    gate = threading.Event()
    shelf.published.gate = lambda: gate.wait(10)
    waiting = [asyncio.ensure_future(pool.ask("x y", sight=ALL)) for _ in range(3)]
    await asyncio.sleep(0.05)
    assert pool.busy
    with pytest.raises(Busy):
        await pool.ask("one more", sight=ALL)
    gate.set()
    await asyncio.gather(*waiting)
    await asyncio.sleep(0.05)
    assert pool.waiting == 0
    await pool.ask("one more", sight=ALL)
    await pool.close()


async def test_a_question_that_takes_too_long_is_given_up_but_keeps_its_place(shelf):
    pool = pool_over(shelf, workers=1, queue=0, timeout=0.05)
    await pool.start()
    gate = threading.Event()
    shelf.published.gate = lambda: gate.wait(10)
    with pytest.raises(TooSlow):
        await pool.ask("x", sight=ALL)
    assert pool.busy
    gate.set()
    await asyncio.sleep(0.1)
    assert not pool.busy
    await pool.close()


async def test_a_newer_build_is_switched_to_and_the_old_closed_after_its_last_question(shelf):
    pool = pool_over(shelf)
    await pool.start()
    old, new = shelf.published, shelf.coming
    gate = threading.Event()
    old.gate = lambda: gate.wait(10)
    under_way = asyncio.ensure_future(pool.ask("Who built the lighthouse?", sight=ALL))
    await asyncio.sleep(0.05)
    assert not await pool.index.refresh()
    shelf.published = new
    assert await pool.index.refresh()
    assert (await pool.ask("Gertrude whale", sight=ALL)).build_id == "build-2"
    assert not old.closed
    gate.set()
    assert (await under_way).build_id == "build-1"
    await asyncio.sleep(0.05)
    assert old.closed
    assert not new.closed
    assert {document.path for document in pool.documents(ALL)} >= {"new.md"}
    await pool.close()


async def test_every_answer_is_from_one_build_while_builds_come_and_go(shelf):
    pool = pool_over(shelf, workers=4, queue=200)
    await pool.start()
    builds = [shelf.published, shelf.coming]
    for library in builds:
        library.close = lambda: None

    async def swap():
        for number in range(20):
            shelf.published = builds[number % 2]
            await pool.index.refresh()
            await asyncio.sleep(0.005)

    swapping = asyncio.ensure_future(swap())
    answers = await asyncio.gather(
        *(pool.ask("Gertrude Longfin whale", sight=ALL) for _ in range(150))
    )
    await swapping
    for answer in answers:
        assert answer.answered is (answer.build_id == "build-2")
    await pool.close()


async def test_a_build_that_cannot_be_opened_is_tried_once_and_the_old_one_answers_on(shelf):
    tries = []
    pool = pool_over(shelf)
    await pool.start()
    pool.index._newest_build = lambda: "broken"

    def fail():
        tries.append(1)
        raise IndexDamagedError("It is damaged.")

    pool.index._open_source = fail
    assert not await pool.index.refresh()
    assert not await pool.index.refresh()
    assert len(tries) == 1
    assert (await pool.ask("Who built the lighthouse?", sight=ALL)).build_id == "build-1"
    await pool.close()


async def test_without_an_index_it_says_so(shelf):
    pool = pool_over(shelf)
    with pytest.raises(IndexNotFoundError):
        await pool.ask("x", sight=ALL)
    await pool.close()


async def test_a_rebuild_reports_progress_and_switches(shelf):
    pool = pool_over(shelf)
    await pool.start()
    stages = []
    assert await pool.rebuild(lambda *step: stages.append(step)) == "report"
    assert stages == [("reading", 1, None)]
    assert pool.info.build_id == "build-2"
    await pool.close()


async def test_suggestions_come_from_the_build_that_answered(shelf):
    pool = pool_over(shelf)
    await pool.start()
    question = "Who built the lighthouse in 1853?"
    for library in (shelf.published, shelf.coming):
        library.suggestions[question] = ("What does its lamp burn?",)
    answer = await pool.ask(question, sight=ALL)
    assert await pool.suggest(answer, sight=ALL) == ("What does its lamp burn?",)
    shelf.published = shelf.coming
    assert await pool.index.refresh()
    assert await pool.suggest(answer, sight=ALL) == ()
    await pool.close()


async def test_suggestions_give_way_to_questions(shelf):
    pool = pool_over(shelf, workers=1, queue=2)
    await pool.start()
    question = "Who built the lighthouse in 1853?"
    shelf.published.suggestions[question] = ("What does its lamp burn?",)
    answer = await pool.ask(question, sight=ALL)
    gate = threading.Event()
    shelf.published.gate = lambda: gate.wait(10)
    waiting = asyncio.ensure_future(pool.ask("x y", sight=ALL))
    await asyncio.sleep(0.05)
    assert await pool.suggest(answer, sight=ALL) == ()
    assert pool.waiting == 1
    gate.set()
    await waiting
    await asyncio.sleep(0.05)
    assert await pool.suggest(answer, sight=ALL) == ("What does its lamp burn?",)
    await pool.close()


def test_a_source_that_fails_to_close_does_not_keep_the_next_one_out(shelf):
    shared = SharedSource()

    def fail():
        raise OSError

    shelf.published.close = fail
    shared.replace(shelf.published)
    shared.replace(shelf.coming)
    with shared.borrow() as source:
        assert source is shelf.coming


@pytest.mark.parametrize("error", [IndexNotFoundError("There is none."), OSError("disk")])
async def test_an_index_that_vanishes_is_reported_once_and_the_open_one_answers_on(shelf, error):
    pool = pool_over(shelf)
    await pool.start()

    def fail():
        raise error

    pool.index._newest_build = fail
    with structlog.testing.capture_logs() as entries:
        for _ in range(5):
            assert not await pool.index.refresh()
    assert [entry["event"] for entry in entries] == ["index not switched"]
    assert (await pool.ask("Who built the lighthouse?", sight=ALL)).answered
    shelf.published = shelf.coming
    pool.index._newest_build = lambda: "build-2"
    assert await pool.index.refresh()
    await pool.close()
