"""What people asked and the documents did not answer, questions of one meaning together."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.app.collections.seen import seen_of
from bot.app.collections.sight import Sight
from bot.app.kept import Kept
from bot.app.live_index import LiveIndex
from bot.app.protocols import Embed
from bot.errors import Busy
from bot.localisation.words import Phrase
from bot.storage.records import Miss
from bot.storage.store import AnswerStore
from retrieval.answering.likeness import SAME_MEANING
from retrieval.errors import VerbatimError

__all__ = ["Complaint", "Gap", "GapReport", "GapReports", "Seen", "group_by_meaning"]

CHECKED = 30
"""How many groups are asked again to see whether newer documents answer them."""
CHECK_SECONDS = 10.0
"""How long that may take for one report; the next one goes on where it ended."""
WAITING = 8
"""How many may wait for their reports at once."""
KEPT_SERVERS = 100
KEPT_QUESTIONS = 2000
"""Vectors and checks that are kept at most, each."""

Result = TypeVar("Result")
Seen = Callable[[Collection[int]], Awaitable[Collection[int]]]
"""Says which of some channels whoever reads the report may view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Unanswered questions that mean the same."""

    question: str
    """The latest wording."""
    document: str | None
    times: int
    wordings: int
    last: datetime
    answered_now: bool
    ids: tuple[str, ...] = ()
    """Of their answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """An answer that somebody marked as wrong."""

    question: str
    reason: str
    """Empty when none was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """What the documents did not answer, and what they answered wrongly."""

    gaps: tuple[Gap, ...]
    complaints: tuple[Complaint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grouped:
    """A server's unanswered questions, grouped once; the latest first in each group."""

    misses: tuple[Miss, ...]
    groups: tuple[tuple[Miss, ...], ...]


def group_by_meaning(vectors: NDArray[np.float32], threshold: float) -> list[list[int]]:
    """Group rows of unit-length vectors [n, d]: each joins the first group whose first is near.

    Comparing with a group's first member only keeps chains of ever less alike questions apart.
    """
    groups: list[list[int]] = []
    firsts = np.empty_like(vectors)
    for row in range(len(vectors)):
        near = np.flatnonzero(firsts[: len(groups)] @ vectors[row] >= threshold)
        if near.size:
            groups[near[0]].append(row)
        else:
            firsts[len(groups)] = vectors[row]
            groups.append([row])
    return groups


def _visible(group: Sequence[Miss], channels: frozenset[int] | None) -> tuple[Miss, ...]:
    """Return those of a group that were asked in some channels; all where these are none."""
    return tuple(miss for miss in group if channels is None or miss.channel in channels)


class GapReports:
    """Makes reports in a thread of its own, so that no question ever waits for one.

    A server's questions are grouped once, until there are others or some are forgotten; which of
    them newer documents answer is found out once a build.

    Args:
        store: where questions and votes are.
        index: is asked again.
        embed: compares the meanings of questions.
    """

    def __init__(self, store: AnswerStore, index: LiveIndex, embed: Embed) -> None:
        self._store = store
        self._index = index
        self._embed = embed
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="gaps")
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._grouped: Kept[int | None, _Grouped] = Kept(KEPT_SERVERS)
        self._vectors: Kept[str, NDArray[np.float32]] = Kept(KEPT_QUESTIONS)
        self._answered: Kept[tuple[str, str, str | None, Sight], bool] = Kept(KEPT_QUESTIONS)

    async def report(
        self, server: int | None, *, sight: Sight, seen: Seen | None = None
    ) -> GapReport:
        """Report on the questions of one server, or of all where ``server`` is none.

        Args:
            server: the server.
            sight: what whoever reads it may see: what else answers a question isn't told.
            seen: which channels whoever reads it may view; none: all of them.

        Raises:
            Busy: too many are waiting for theirs.
        """
        if self._waiting >= WAITING:
            raise Busy(Phrase("lists-busy"))
        self._waiting += 1
        try:
            channels = None if seen is None else await self._visible(server, seen)
            async with self._turn:
                grouped = await self._group(server)
                gaps = await self._in_thread(lambda: self._gaps(grouped, channels, sight))
            rows = await self._store.complaints(server, channels=channels)
        finally:
            self._waiting -= 1
        await self._store.close_gaps([one for gap in gaps if gap.answered_now for one in gap.ids])
        complaints = (Complaint(question=row["question"], reason=row["reason"]) for row in rows)
        return GapReport(gaps=gaps, complaints=tuple(complaints))

    async def find(
        self, server: int | None, answer_id: str, *, seen: Seen | None = None
    ) -> Miss | None:
        """Find an unanswered question by the id of its answer; none where it isn't to be seen.

        The arguments are as for `report`.
        """
        misses = await self._store.misses(server)
        found = next((miss for miss in misses if miss.id == answer_id), None)
        if found is None or seen is None:
            return found
        return found if found.channel in await seen([found.channel]) else None

    async def group(
        self, server: int | None, answer_id: str, *, seen: Seen | None = None
    ) -> tuple[Miss, ...]:
        """Find the questions that mean the same as one, it included; the latest first.

        They are those that whoever reads the report may see; none where the one isn't among them.
        The arguments are as for `report`.
        """
        channels = None if seen is None else await self._visible(server, seen)
        async with self._turn:
            grouped = await self._group(server)
        groups = (_visible(group, channels) for group in grouped.groups)
        return next((group for group in groups if any(m.id == answer_id for m in group)), ())

    async def answered(self, miss: Miss, *, sight: Sight) -> bool:
        """Whether the documents that somebody sees answer a question now."""
        end = float("inf")
        return bool(await self._in_thread(lambda: self._is_answered(miss, sight, end=end)))

    def close(self) -> None:
        """End without waiting for a report that is under way."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _visible(self, server: int | None, seen: Seen) -> frozenset[int]:
        return frozenset(await seen(await self._store.unhappy_channels(server)))

    async def _group(self, server: int | None) -> _Grouped:
        misses = await self._store.misses(server)
        kept = self._grouped.get(server)
        if kept is None or kept.misses != misses:
            groups = await self._in_thread(lambda: self._groups(misses))
            kept = _Grouped(misses=misses, groups=groups)
            self._grouped.put(server, kept)
        return kept

    def _groups(self, misses: Sequence[Miss]) -> tuple[tuple[Miss, ...], ...]:
        if not misses:
            return ()
        unknown = [m.question for m in misses if self._vectors.get(m.question) is None]
        new = dict.fromkeys(unknown)
        vectors = dict(zip(new, self._embed(list(new)), strict=True)) if new else {}
        rows = [self._vectors.get(m.question) for m in misses]
        pairs = zip(misses, rows, strict=True)
        stacked = np.stack([vectors[m.question] if row is None else row for m, row in pairs])
        for question, vector in vectors.items():
            self._vectors.put(question, vector)
        groups = group_by_meaning(stacked, SAME_MEANING)
        return tuple(tuple(misses[row] for row in group) for group in groups)

    def _gaps(
        self, grouped: _Grouped, channels: frozenset[int] | None, sight: Sight
    ) -> tuple[Gap, ...]:
        """Make gaps of what may be seen; the most asked first.

        One that a moderator has answered is none any more, unless the documents don't answer it
        all the same: its document may be gone again.
        """
        visible = [_visible(group, channels) for group in grouped.groups]
        ordered = sorted(filter(None, visible), key=lambda group: -len(group))
        end = time.monotonic() + CHECK_SECONDS
        gaps = (
            self._gap(group, sight, end=end if number < CHECKED else 0.0)
            for number, group in enumerate(ordered)
        )
        return tuple(gap for gap in gaps if gap is not None)

    def _gap(self, misses: Sequence[Miss], sight: Sight, *, end: float) -> Gap | None:
        latest = misses[0]
        answered = self._is_answered(latest, sight, end=end)
        if latest.taught and answered is not False:
            return None
        return Gap(
            question=latest.question,
            document=latest.document,
            times=len(misses),
            wordings=len({miss.question.casefold() for miss in misses}),
            last=latest.asked_at,
            answered_now=bool(answered),
            ids=tuple(miss.id for miss in misses),
        )

    def _is_answered(self, miss: Miss, sight: Sight, *, end: float) -> bool | None:
        """Whether the documents answer it now; None when that isn't known and the time is up."""
        try:
            with self._index.borrow() as source:
                key = (source.info.build_id, miss.question, miss.document, sight)
                known = self._answered.get(key)
                if known is None and time.monotonic() < end:
                    seen = seen_of(source, sight)
                    paths = {document.path for document in seen.documents()}
                    document = miss.document if miss.document in paths else None
                    known = seen.ask(miss.question, document=document).answered
                    self._answered.put(key, known)
        except (LookupError, VerbatimError):
            return None
        return known

    async def _in_thread(self, job: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, job)
