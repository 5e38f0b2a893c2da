"""Telling that the documents have changed, once whoever changes them has paused.

The system reports what happens in the folder (watchfiles). Where it doesn't, as on some network
drives, the folder is looked at once a minute. Whether it is still the same folder, and not another
that was put in its place or that a link leads to by now, is looked at every second.
"""

import asyncio
import math
import os
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path, PurePath

import structlog
from watchfiles import Change, awatch

from bot.app.collections.sight import ALL
from bot.app.freshness import Freshness
from bot.app.pool import AnswerPool
from bot.app.states import Origin
from retrieval.errors import SeedsError, VerbatimError, error_to_data
from retrieval.indexing.freshness import Files
from retrieval.reading import SUFFIXES, is_passed_over

__all__ = ["QUIET", "DocumentWatch", "may_be_document", "pauses"]

QUIET = 1.0
"""Seconds without a change after which a file counts as written: copying and saving pause less."""
_LONGEST = 30.0
"""Seconds after which changes are taken up though they go on."""
_LOOK = 60.0
"""Seconds after which the folder is looked at though nothing was reported."""
_GLANCE = 1.0
"""Seconds between two glances at whether it is still the same folder, which the system tells nobody
who watches what was there before."""
_ENDINGS = (
    ".swp",
    ".swx",
    ".swo",
    ".tmp",
    ".temp",
    ".part",
    ".partial",
    ".crdownload",
    ".download",
)

log = structlog.get_logger(__name__)


def may_be_document(path: str, seeds: Path) -> bool:
    """Tell whether what happens to a path may change the documents.

    What editors, office programs and browsers write beside a file while they work on it does not,
    and neither does what is never read.
    """
    try:
        parts = PurePath(path).relative_to(seeds).parts
    except ValueError:
        return True  # The folder itself, or it is a link: better once too often.
    if any(map(is_passed_over, parts)) or not parts:
        return not parts
    name = parts[-1].casefold()
    # "4913" is how vim tries whether it may write; "#x#" and "x~" are what others put beside x.
    if name == "4913" or name.endswith(("~", "#", *_ENDINGS)):
        return False
    suffix = PurePath(name).suffix
    return suffix in SUFFIXES or not suffix or Path(path).is_dir()


async def pauses(
    seeds: Path, *, quiet: float = QUIET, look: float = _LOOK, glance: float = _GLANCE
) -> AsyncGenerator[None]:
    """Yield whenever the documents may have changed and nothing has happened since, until closed.

    It is yielded at once, too, when watching has begun: nobody knows what happened before.

    Args:
        seeds: The folder; it may go and come again, or be a link that leads elsewhere later.
        quiet: Seconds without a change that make a pause.
        look: Seconds after which it is yielded though nothing was reported.
        glance: Seconds between two glances at whether it is still the same folder.
    """
    while True:
        folder = _Folder(seeds, glance=glance)
        if folder.identity is None:
            if not await folder.replaced(within=look):
                yield
            continue
        async with aclosing(_pauses_in(folder, quiet=quiet, look=look)) as told:
            async for _pause in told:
                yield


class _Folder:
    """A folder as it was when watching it began."""

    def __init__(self, path: Path, *, glance: float) -> None:
        self.path = path
        self._glance = glance
        self.identity = _identity(path)
        """Of the folder itself, also where the path is a link; None: there is none."""
        self.real = Path(os.path.realpath(path))

    async def replaced(self, *, within: float = math.inf) -> bool:
        """Wait until another folder is in its place, or none; returns whether that is so."""
        left = within
        while _identity(self.path) == self.identity:
            if left <= 0:
                return False
            await asyncio.sleep(min(self._glance, left))
            left -= self._glance
        return True


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


async def _pauses_in(folder: _Folder, *, quiet: float, look: float) -> AsyncGenerator[None]:
    """Yield as `pauses` does, until another folder is in the place of this one, or none."""

    def wanted(_change: Change, path: str) -> bool:
        return may_be_document(path, folder.real)

    over = asyncio.Event()

    async def notice() -> None:
        await folder.replaced()
        over.set()

    watch = awatch(
        folder.real,
        watch_filter=wanted,
        step=int(quiet * 1000),
        debounce=int(_LONGEST * 1000),
        rust_timeout=int(look * 1000),
        yield_on_timeout=True,
        ignore_permission_denied=True,
        stop_event=over,
    )
    glances = asyncio.create_task(notice())
    # From now on changes are collected, whatever is done about the first pause.
    waiting = asyncio.ensure_future(anext(watch, None))
    try:
        await asyncio.wait((waiting, glances), timeout=quiet)
        yield
        while (changes := await waiting) is not None:
            yield
            if (Change.deleted, str(folder.real)) in changes:
                return  # Nothing is reported any more, whatever is in its place.
            waiting = asyncio.ensure_future(anext(watch, None))
        yield
    except (OSError, RuntimeError) as error:  # no more watches to be had
        log.debug("folder not watched", reason=str(error))
        await folder.replaced(within=look)
        yield
    finally:
        for task in (glances, waiting):
            task.cancel()
        await asyncio.gather(glances, waiting, return_exceptions=True)
        await watch.aclose()


class DocumentWatch:
    """Rebuilds a running bot's index when its documents have changed.

    Args:
        pool: What answers, and rebuilds.
        freshness: What tells whether anything has changed.
    """

    def __init__(self, pool: AnswerPool, freshness: Freshness) -> None:
        self._pool = pool
        self._freshness = freshness
        self._tried: Files | None = None
        """The folder as it was when a rebuild was begun last: as it is, it is not tried again."""

    async def run(self) -> None:
        """Watch until cancelled."""
        async with aclosing(pauses(self._freshness.seeds)) as told:
            async for _pause in told:
                try:
                    await self.take_up()
                except Exception:
                    log.exception("documents not watched")

    async def take_up(self) -> bool:
        """Rebuild if the documents have changed; returns whether a new index was published."""
        # Whoever rebuilds already may take the changes along.
        async with self._pool.rebuilding:
            pass
        files = await asyncio.to_thread(self._look)
        info = self._pool.info
        if files is None or files == self._tried or info is None:
            return False
        changed = await asyncio.to_thread(self._freshness.changed, info, self._pool.documents(ALL))
        if not changed:
            return False
        self._tried = files
        log.info("documents changed", files=len(changed))
        try:
            report = await self._pool.rebuild(_silent, origin=Origin.BOT)
        except VerbatimError as error:
            log.warning("rebuild failed", **error_to_data(error))
            return False
        log.info(
            "documents taken up",
            added=len(report.added),
            changed=len(report.changed),
            removed=len(report.removed),
            skipped=len(report.skipped),
            build=report.build_id,
        )
        return report.held is None and report.build_id != info.build_id

    def _look(self) -> Files | None:
        try:
            return self._freshness.look()
        except SeedsError:
            return None


def _silent(_stage: str, _done: int, _total: int | None, /) -> None:
    """Report to nobody."""
