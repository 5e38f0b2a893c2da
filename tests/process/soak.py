"""Asks and asks in one process, and prints how much memory that takes at two moments.

``python soak.py FOLDER CACHE questions|swaps|askers`` prints ``{"early": …, "late": …}`` in bytes.
FOLDER holds ``seeds``; the index and the answer store are made in ``data``.
"""

import asyncio
import gc
import json
import os
import random
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from bot.app.admission import MAX_QUESTION, Admission
from bot.app.ask import AskService
from bot.app.collections.sight import ALL
from bot.app.conversation import ConversationRules
from bot.app.latency import Latency
from bot.app.limits import AskLimiter
from bot.app.metrics import Metrics
from bot.app.observer import AskObserver
from bot.app.outcome import Answered
from bot.app.pool import AnswerPool
from bot.app.rebuild import ProcessRebuild
from bot.app.request import AskRequest, Place
from bot.app.wiring import core_build, core_encoder, core_searcher
from bot.storage.store import AnswerStore
from bot.storage.turns import MemoryTurns
from config.logs import configure_logging
from config.settings import CoreSettings
from retrieval.domain import Answer
from retrieval.store import open_store

QUESTIONS = (2_000, 20_000)
SWAPS = (5, 50)
ASKERS = (2_000, 100_000)
AT_ONCE = 8
SUGGESTED = 10
WORDS = "lighthouse bakery tower steps lamp bread Sunday wedding cake dragon bell engineer".split()


def resident() -> int:
    """Return the memory of this process in bytes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


class OneAnswer:
    """A pool that has the same answer for everybody, so that only who asks is new."""

    busy = False

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    async def ask(self, question: str, **_: object) -> Answer:
        return replace(self._answer, question=question)

    async def suggest(self, *_: object, **__: object) -> tuple[str, ...]:
        return ()


@asynccontextmanager
async def running(core: CoreSettings) -> AsyncIterator[tuple[AnswerPool, AnswerStore]]:
    encoder = core_encoder(core)
    core_build(core, encoder)
    pool = AnswerPool(
        open_source=partial(core_searcher, core, encoder),
        newest_build=open_store(core.index).current,
        rebuild=ProcessRebuild(),
        embed=lambda questions: encoder.encode_queries(questions).vectors,
    )
    pool.encoder = encoder  # type: ignore[attr-defined]
    await pool.start()
    store = await AnswerStore.open(core.data / "answers.sqlite3")
    yield pool, store
    await pool.close()
    await store.close()


def service(pool: AnswerPool | OneAnswer, store: AnswerStore) -> AskService:
    """Everything that a question passes but Discord."""
    return AskService(
        pool=pool,
        records=store,
        rules=ConversationRules(within=timedelta(minutes=15), turns=6),
        admission=Admission(
            limiter=AskLimiter(MemoryTurns(), user_per_minute=10**6, channel_per_minute=10**6),
            longest=MAX_QUESTION,
        ),
        observe=AskObserver(Metrics(), Latency()),
    )


async def ask(ask: AskService, number: int, *, asker: int) -> None:
    chance = random.Random(number)
    words = " ".join(chance.choices(WORDS, k=chance.randint(2, 8)))
    request = AskRequest(
        text=f"What of the {words} in {number}?",
        door="slash",
        asker=asker,
        place=Place(server=asker % 50, channel=asker),
        sight=ALL,
    )
    outcome = await ask.ask(request)
    assert isinstance(outcome, Answered), outcome
    # What costs most of the time has no memory of its own.
    if number % SUGGESTED == 0:
        await ask.suggest(outcome)


async def questions(core: CoreSettings) -> list[int]:
    async with running(core) as (pool, store):
        asking, marks = service(pool, store), []
        for start in range(0, QUESTIONS[1], AT_ONCE):
            wave = range(start, start + AT_ONCE)
            await asyncio.gather(*(ask(asking, n, asker=n % 300) for n in wave))
            if start + AT_ONCE in QUESTIONS:
                marks.append(resident())
        return marks


async def swaps(core: CoreSettings) -> list[int]:
    async with running(core) as (pool, store):
        asking, marks = service(pool, store), []
        for number in range(1, SWAPS[1] + 1):
            (core.seeds / "news.txt").write_text(
                f"News\n\nThe tower has {number} bells.\n", "utf-8"
            )
            await asyncio.to_thread(core_build, core, pool.encoder)  # type: ignore[attr-defined]
            under_way = [
                asyncio.ensure_future(ask(asking, number * 100 + n, asker=n))
                for n in range(AT_ONCE)
            ]
            assert await pool.index.refresh()
            await asyncio.gather(*under_way)
            if number in SWAPS:
                marks.append(resident())
        return marks


async def askers(core: CoreSettings) -> list[int]:
    async with running(core) as (pool, store):
        answer = await pool.ask("When was the lighthouse built?", sight=ALL)
        asking, marks = service(OneAnswer(answer), store), []
        await store.database.writer.execute("PRAGMA synchronous = OFF")
        for number in range(ASKERS[1]):
            await ask(asking, number, asker=number)
            if number + 1 in ASKERS:
                marks.append(resident())
        return marks


def main() -> None:
    folder, cache, what = sys.argv[1:]
    configure_logging(level="WARNING", form="json")
    core = CoreSettings(
        seeds=Path(folder) / "seeds", data=Path(folder) / "data", cache=Path(cache), threads=1
    )
    run = {"questions": questions, "swaps": swaps, "askers": askers}[what]
    early, late = asyncio.run(run(core))
    print(json.dumps({"early": early, "late": late}))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
