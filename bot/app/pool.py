"""Answering questions off the event loop.

Knows nothing of Discord.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from bot.app.collections.seen import heeding, seen_of
from bot.app.collections.sight import Sight
from bot.app.live_index import LiveIndex
from bot.app.protocols import Embed, Rebuild, Source
from bot.app.suggestions import suggestions_from
from bot.errors import Busy, TooSlow
from bot.localisation.words import Phrase
from retrieval.domain import Answer, BuildReport, DocumentInfo, IndexInfo, Turn, Vote
from retrieval.errors import IndexNotFoundError
from retrieval.indexing.progress import Progress
from retrieval.remedies import BUILD_INDEX

__all__ = ["AnswerPool"]

Result = TypeVar("Result")


class AnswerPool:
    """A bounded queue of questions before a few threads, and the index they are answered from.

    Args:
        open_source: opens the newest published build; called in a thread.
        newest_build: says which build is published, cheaply.
        rebuild: brings the index up to date.
        embed: compares the meanings of questions; called in a worker thread.
        workers: how many questions are answered at the same time.
        queue: how many may wait besides.
        timeout: seconds after which whoever asked is told that it took too long.
    """

    def __init__(
        self,
        *,
        open_source: Callable[[], Source],
        newest_build: Callable[[], str],
        rebuild: Rebuild,
        embed: Embed,
        workers: int = 2,
        queue: int = 64,
        timeout: float = 60.0,
    ) -> None:
        self._rebuild = rebuild
        self.embed = embed
        self._workers = workers
        self._capacity = workers + queue
        self._timeout = timeout
        self._waiting = 0
        self.index = LiveIndex(open_source, newest_build)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="answer")
        self._builder = ThreadPoolExecutor(1, thread_name_prefix="build")
        self.rebuilding = asyncio.Lock()

    @property
    def busy(self) -> bool:
        """Whether the next question would be turned away."""
        return self._waiting >= self._capacity

    @property
    def waiting(self) -> int:
        """How many questions are being answered or wait for it."""
        return self._waiting

    @property
    def info(self) -> IndexInfo | None:
        """What is known of the build that answers now."""
        return self.index.info

    def documents(self, sight: Sight) -> tuple[DocumentInfo, ...]:
        """List the documents that somebody can ask about; empty before `start`."""
        return sight.of(self.index.documents)

    async def start(self) -> None:
        """Open the index.

        Raises:
            VerbatimError: there is no usable index.
        """
        await self.index.start()

    async def ask(
        self,
        question: str,
        *,
        sight: Sight,
        history: Sequence[Turn] = (),
        document: str | None = None,
        votes: Sequence[Vote] = (),
    ) -> Answer:
        """Answer a question from what whoever asks may see, all of it from one build.

        ``votes`` are those that count where it is asked, the latest first.

        Raises:
            Busy: too many questions are waiting.
            TooSlow: the time is up.
            VerbatimError: it can't be answered, for a reason that a person can mend.
        """
        return await self.use(
            lambda source: heeding(source, votes).ask(question, history=history, document=document),
            sight=sight,
        )

    async def suggest(
        self,
        answer: Answer,
        *,
        sight: Sight,
        history: Sequence[Turn] = (),
        document: str | None = None,
    ) -> tuple[str, ...]:
        """Find questions to ask next; none while every worker has a question to answer.

        Raises:
            TooSlow, VerbatimError: as for `ask`.
        """
        if self._waiting >= self._workers:
            return ()
        return await self.use(
            lambda source: suggestions_from(source, answer, history, document), sight=sight
        )

    async def use(self, job: Callable[[Source], Result], *, sight: Sight) -> Result:
        """Run ``job`` with what may be seen of the current build in a worker thread.

        It is queued like a question.

        Raises:
            Busy, TooSlow: as for `ask`.
        """
        if self.busy:
            raise Busy(Phrase("busy"))
        loop = asyncio.get_running_loop()
        self._waiting += 1
        future = self._threads.submit(partial(self._with_source, job, sight))
        # A question whose asker has given up still occupies its thread: only its end frees it.
        future.add_done_callback(lambda _done: _call(loop, self._free))
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), self._timeout)
        except TimeoutError:
            raise TooSlow(Phrase("too-slow")) from None

    async def rebuild(self, progress: Progress, *, origin: str = "") -> BuildReport:
        """Bring the index up to date and switch to it; one rebuild at a time.

        ``progress`` is called from another thread; ``origin`` says what rebuilds.

        Raises:
            VerbatimError: the build failed; the old index goes on answering.
        """
        async with self.rebuilding:
            loop = asyncio.get_running_loop()
            build = partial(self._rebuild, progress, origin=origin)
            report = await loop.run_in_executor(self._builder, build)
            await self.index.refresh()
            return report

    async def switch(self, job: Callable[[], Result]) -> Result:
        """Run ``job``, which makes another build the current one, and switch to it.

        No rebuild runs meanwhile.

        Raises:
            VerbatimError: what ``job`` raises; the same index goes on answering.
        """
        async with self.rebuilding:
            result = await asyncio.get_running_loop().run_in_executor(self._builder, job)
            await self.index.refresh()
            return result

    async def close(self) -> None:
        """Turn away what waits and let go of the index, without waiting for anything."""
        self._capacity = 0
        self._rebuild.stop()
        self._builder.shutdown(wait=False, cancel_futures=True)
        self._threads.shutdown(wait=False, cancel_futures=True)
        self.index.close()

    def _with_source(self, job: Callable[[Source], Result], sight: Sight) -> Result:
        try:
            with self.index.borrow() as source:
                return job(seen_of(source, sight))
        except LookupError:
            raise IndexNotFoundError("There is no index yet", BUILD_INDEX) from None

    def _free(self) -> None:
        self._waiting -= 1


def _call(loop: asyncio.AbstractEventLoop, action: Callable[[], None]) -> None:
    # The loop may be gone when a thread ends after the bot was closed.
    if not loop.is_closed():
        loop.call_soon_threadsafe(action)
