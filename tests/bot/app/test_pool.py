"""The service: questions off the loop, a bounded queue, and an index that changes underneath."""

import asyncio
import threading
import time

import pytest
import structlog

from bot.app.leases import Leases
from bot.app.pool import AnswerService
from bot.errors import Busy, TooSlow
from retrieval.errors import IndexDamagedError, IndexNotFoundError


def service_over(shelf, **options):
    class Rebuild:
        def __call__(self, progress):
            progress("reading", 1, None)
            shelf.published = shelf.coming
            return "report"

        def stop(self):
            pass

    options = {"workers": 2, "queue": 4} | options
    return AnswerService(
        open_source=lambda: shelf.published,
        newest_build=lambda: shelf.published.build,
        rebuild=Rebuild(),
        embed=lambda questions: None,
        **options,
    )


async def test_the_loop_runs_on_while_a_question_is_answered(shelf):
    service = service_over(shelf)
    await service.start()
    shelf.published.gate = lambda: time.sleep(0.3)
    ticks = 0
    asked = asyncio.ensure_future(service.ask("Who built the lighthouse?"))
    while not asked.done():
        await asyncio.sleep(0.01)
        ticks += 1
    assert ticks > 10
    assert (await asked).answered
    await service.close()


async def test_beyond_workers_and_queue_it_is_busy_and_then_free_again(shelf):
    service = service_over(shelf, workers=1, queue=2)
    await service.start()
    gate = threading.Event()
    shelf.published.gate = lambda: gate.wait(10)
    waiting = [asyncio.ensure_future(service.ask("x y")) for _ in range(3)]
    await asyncio.sleep(0.05)
    assert service.busy
    with pytest.raises(Busy):
        await service.ask("one more")
    gate.set()
    await asyncio.gather(*waiting)
    await asyncio.sleep(0.05)
    assert service.waiting == 0
    await service.ask("one more")
    await service.close()


async def test_a_question_that_takes_too_long_is_given_up_but_keeps_its_place(shelf):
    service = service_over(shelf, workers=1, queue=0, timeout=0.05)
    await service.start()
    gate = threading.Event()
    shelf.published.gate = lambda: gate.wait(10)
    with pytest.raises(TooSlow):
        await service.ask("x")
    assert service.busy
    gate.set()
    await asyncio.sleep(0.1)
    assert not service.busy
    await service.close()


async def test_a_newer_build_is_switched_to_and_the_old_closed_after_its_last_question(shelf):
    service = service_over(shelf)
    await service.start()
    old, new = shelf.published, shelf.coming
    gate = threading.Event()
    old.gate = lambda: gate.wait(10)
    under_way = asyncio.ensure_future(service.ask("Who built the lighthouse?"))
    await asyncio.sleep(0.05)
    assert not await service.keeper.refresh()
    shelf.published = new
    assert await service.keeper.refresh()
    assert (await service.ask("Gertrude whale")).build_id == "build-2"
    assert not old.closed
    gate.set()
    assert (await under_way).build_id == "build-1"
    await asyncio.sleep(0.05)
    assert old.closed
    assert not new.closed
    assert {document.path for document in service.documents()} >= {"new.md"}
    await service.close()


async def test_every_answer_is_from_one_build_while_builds_come_and_go(shelf):
    service = service_over(shelf, workers=4, queue=200)
    await service.start()
    builds = [shelf.published, shelf.coming]
    for library in builds:
        library.close = lambda: None

    async def swap():
        for number in range(20):
            shelf.published = builds[number % 2]
            await service.keeper.refresh()
            await asyncio.sleep(0.005)

    swapping = asyncio.ensure_future(swap())
    answers = await asyncio.gather(*(service.ask("Gertrude Longfin whale") for _ in range(150)))
    await swapping
    for answer in answers:
        assert answer.answered is (answer.build_id == "build-2")
    await service.close()


async def test_a_build_that_cannot_be_opened_is_tried_once_and_the_old_one_answers_on(shelf):
    tries = []
    service = service_over(shelf)
    await service.start()
    service.keeper._newest_build = lambda: "broken"

    def fail():
        tries.append(1)
        raise IndexDamagedError("It is damaged.")

    service.keeper._open_source = fail
    assert not await service.keeper.refresh()
    assert not await service.keeper.refresh()
    assert len(tries) == 1
    assert (await service.ask("Who built the lighthouse?")).build_id == "build-1"
    await service.close()


async def test_without_an_index_it_says_so(shelf):
    service = service_over(shelf)
    with pytest.raises(IndexNotFoundError):
        await service.ask("x")
    await service.close()


async def test_a_rebuild_reports_progress_and_switches(shelf):
    service = service_over(shelf)
    await service.start()
    stages = []
    assert await service.rebuild(lambda *step: stages.append(step)) == "report"
    assert stages == [("reading", 1, None)]
    assert service.info.build_id == "build-2"
    await service.close()


async def test_latency_is_summarised(shelf):
    service = service_over(shelf)
    assert service.latency.summary() is None
    for seconds in range(1, 101):
        service.latency.add(seconds / 100)
    summary = service.latency.summary()
    assert (summary.answers, summary.median, summary.p95) == (100, 0.51, 0.96)
    await service.close()


def test_a_source_that_fails_to_close_does_not_keep_the_next_one_out(shelf):
    leases = Leases()

    def fail():
        raise OSError

    shelf.published.close = fail
    leases.replace(shelf.published)
    leases.replace(shelf.coming)
    with leases.borrow() as source:
        assert source is shelf.coming


@pytest.mark.parametrize("error", [IndexNotFoundError("There is none."), OSError("disk")])
async def test_an_index_that_vanishes_is_reported_once_and_the_open_one_answers_on(shelf, error):
    service = service_over(shelf)
    await service.start()

    def fail():
        raise error

    service.keeper._newest_build = fail
    with structlog.testing.capture_logs() as entries:
        for _ in range(5):
            assert not await service.keeper.refresh()
    assert [entry["event"] for entry in entries] == ["index not switched"]
    assert (await service.ask("Who built the lighthouse?")).answered
    shelf.published = shelf.coming
    service.keeper._newest_build = lambda: "build-2"
    assert await service.keeper.refresh()
    await service.close()
