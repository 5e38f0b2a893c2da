"""Following channels: what is said, edited and deleted is taken up after a pause, all at once."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
import discord
import structlog

from bot.app.followed.changes import Change, applied
from bot.app.followed.values import Followed
from bot.app.states import Origin
from bot.discord.following.fetching import Fetched, fetch, lacking
from bot.discord.following.readers import Channel
from bot.errors import LibraryError
from bot.localisation.words import Phrase
from retrieval.errors import VerbatimError, error_to_data

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["Follower"]

QUIET = 5.0
"""Seconds without a message after which what was said is taken up."""
LONGEST = 60.0
"""Seconds after which it is, though people go on."""
RETRY = 60.0
"""Seconds after which a channel that could not be read is tried again."""
MOST_CHANGES = 1000
"""Changes in a channel that are kept; where there are more, it is read anew."""
_UNREACHABLE = (discord.DiscordException, aiohttp.ClientError, OSError)

log = structlog.get_logger(__name__)


class Follower:
    """Keeps the files of followed channels as the channels are.

    Args:
        client: the bot.
        most: messages of a channel that are kept at most.
    """

    def __init__(self, client: "VerbatimBot", *, most: int) -> None:
        self._client = client
        self._services = client.services
        self._most = most
        self._turn = asyncio.Lock()
        self._first = self._last = time.monotonic()
        self._stale: set[int] = set()
        self._changes: dict[int, list[Change]] = defaultdict(list)

    def changed(self, channel: int, change: Change) -> None:
        """Hear of a change in a followed channel."""
        self._note()
        self._changes[channel].append(change)
        if len(self._changes[channel]) > MOST_CHANGES:
            self._stale.add(channel)
            del self._changes[channel]

    def mistrust(self, channel: int) -> None:
        """Read a followed channel anew: something may have been missed."""
        self._note()
        self._stale.add(channel)

    @property
    def due(self) -> bool:
        """Whether something was heard of, and nothing more for a while, or for long enough."""
        if not self._stale and not self._changes:
            return False
        now = time.monotonic()
        return now >= min(self._first + LONGEST, self._last + QUIET)

    async def take_up(self) -> bool:
        """Write down what has changed, and rebuild once; returns whether a document has changed."""
        changed = False
        async with self._turn:
            stale, self._stale = self._stale, set()
            changes, self._changes = self._changes, defaultdict(list)
            for channel in sorted({*stale, *changes}):
                followed = self._services.followed.get(channel)
                if followed is not None:
                    # What was heard before it is read is in what is read.
                    heard = None if channel in stale else changes[channel]
                    changed = await self._tried(followed, heard) or changed
        if changed:
            await self._rebuild()
        return changed

    async def follow(self, channel: Channel, followed: Followed) -> Fetched:
        """Read a channel and follow it from now on; the index is not rebuilt.

        Raises:
            LibraryError: it can't be read now, or the folder of documents can't be written.
        """
        channels = self._services.followed
        # What is said while it is read is heard of, and taken up afterwards.
        async with self._turn:
            with channels.beginning(followed):
                try:
                    fetched = await fetch(channel, followed, self._most)
                except _UNREACHABLE as error:
                    log.warning("channel not read", channel=channel.id, reason=str(error))
                    raise LibraryError(Phrase("channel-unread", name=channel.name)) from error
                await asyncio.to_thread(channels.write, followed, fetched.talks)
        return fetched

    async def leave(self, channel: int) -> bool:
        """Follow a channel no longer; returns whether it was. The index is not rebuilt.

        Raises:
            LibraryError: the folder of documents can't be written.
        """
        async with self._turn:
            self._stale.discard(channel)
            self._changes.pop(channel, None)
            return await asyncio.to_thread(self._services.followed.drop, channel)

    async def lose(self, channels: Sequence[int]) -> None:
        """Follow channels no longer that are gone from Discord."""
        gone = False
        for channel in channels:
            try:
                gone = await self.leave(channel) or gone
            except LibraryError as error:
                log.warning("channel not taken out", channel=channel, reason=str(error))
        if gone:
            await self._rebuild()

    def _note(self) -> None:
        self._last = time.monotonic()
        if not self._stale and not self._changes:
            self._first = self._last

    async def _tried(self, followed: Followed, heard: Sequence[Change] | None) -> bool:
        channel = followed.channel
        if not await asyncio.to_thread(self._services.followed.is_there, channel):
            return False
        try:
            if heard is None:
                return await self._read_anew(followed)
            return await asyncio.to_thread(self._apply, followed, heard)
        except (*_UNREACHABLE, LibraryError, ValueError) as error:
            log.warning("channel not followed now", channel=channel, reason=str(error))
            asyncio.get_running_loop().call_later(RETRY, self.mistrust, channel)
            return False

    async def _read_anew(self, followed: Followed) -> bool:
        guild = self._client.get_guild(followed.server)
        if guild is None or guild.unavailable:
            return False
        channel = guild.get_channel(followed.channel)
        if not isinstance(channel, Channel):
            return await asyncio.to_thread(self._services.followed.drop, followed.channel)
        missing = lacking(channel)
        if missing:
            # What can't be read can't be followed: nobody would know what is deleted there.
            log.warning("channel can't be read", channel=channel.id, missing=missing)
            return await asyncio.to_thread(self._services.followed.write, followed, {})
        fetched = await fetch(channel, followed, self._most)
        named = replace(followed, name=channel.name)
        return await asyncio.to_thread(self._services.followed.write, named, fetched.talks)

    def _apply(self, followed: Followed, heard: Sequence[Change]) -> bool:
        before = self._services.followed.read(followed.channel)
        return self._services.followed.write(followed, applied(before, heard, most=self._most))

    async def _rebuild(self) -> None:
        try:
            report = await self._services.pool.rebuild(_silent, origin=Origin.CHANNEL)
        except VerbatimError as error:
            log.warning("rebuild failed", **error_to_data(error))
        else:
            log.info("channels taken up", changed=len(report.changed), build=report.build_id)


def _silent(_stage: str, _done: int, _total: int | None, /) -> None:
    """Report to nobody."""
