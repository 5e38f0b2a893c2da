"""The index that answers now, and switching to a newer one while questions are asked."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import TypeVar

import structlog

from bot.app.protocols import Source
from bot.app.shared_source import SharedSource
from retrieval.domain import DocumentInfo, IndexInfo
from retrieval.errors import VerbatimError

__all__ = ["LiveIndex"]

Result = TypeVar("Result")
log = structlog.get_logger(__name__)


class LiveIndex:
    """Opens the published index, and the next one when there is one; each is reference counted.

    Args:
        open_source: opens the newest published build; called in a thread.
        newest_build: says which build is published, cheaply; called in a thread.
    """

    def __init__(self, open_source: Callable[[], Source], newest_build: Callable[[], str]) -> None:
        self._open_source = open_source
        self._newest_build = newest_build
        self._shared = SharedSource()
        # A thread of its own: opening an index delays no question, and no question delays it.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="index")
        self._refused: str | None = None
        self._complaint: str | None = None
        self.documents: tuple[DocumentInfo, ...] = ()
        """What can be asked about; read once a build, for every key pressed asks for it."""

    @property
    def info(self) -> IndexInfo | None:
        """What is known of the build that answers now."""
        source = self._shared.current
        return None if source is None else source.info

    def borrow(self) -> AbstractContextManager[Source]:
        """Hold the current build for as long as the block runs, from any thread.

        Raises:
            LookupError: there is none.
        """
        return self._shared.borrow()

    async def start(self) -> None:
        """Open the index.

        Raises:
            VerbatimError: there is no usable index.
        """
        self._switch_to(*await self._in_thread(self._open))

    async def refresh(self) -> bool:
        """Switch to a newer build if one was published; questions under way keep theirs.

        A build that can't be opened is reported once and the current one is kept.
        """
        newest = None
        try:
            newest = await self._in_thread(self._newest_build)
            if newest in (self.info and self.info.build_id, self._refused):
                return False
            source, documents = await self._in_thread(self._open)
        except Exception as error:
            self._refused = newest
            self._complain(error)
            return False
        self._complaint = None
        self._switch_to(source, documents)
        log.info("index switched", build=source.info.build_id, documents=source.info.documents)
        return True

    def close(self) -> None:
        """Let go of the index after its last question."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._shared.replace(None)

    def _switch_to(self, source: Source, documents: tuple[DocumentInfo, ...]) -> None:
        self._shared.replace(source)
        self.documents = documents

    def _complain(self, error: Exception) -> None:
        """Log why the index was not switched, unless that is what was logged last."""
        if str(error) == self._complaint:
            return
        self._complaint = str(error)
        if isinstance(error, VerbatimError):
            remedies = [remedy.kind.value for remedy in error.remedies]
            log.warning("index not switched", reason=str(error), remedies=remedies)
        else:
            log.warning("index not switched", reason=str(error), exc_info=error)

    def _open(self) -> tuple[Source, tuple[DocumentInfo, ...]]:
        source = self._open_source()
        return source, source.documents()

    async def _in_thread(self, job: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, job)
