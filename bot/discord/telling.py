"""Telling those who asked that a moderator has answered: once, where they asked, nobody else.

Nothing is told where not everyone who reads it may read the document.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp
import discord
import structlog

from bot.app.access import Visit, Way
from bot.discord.channels import Viewed, find_channel, may_view
from bot.discord.delivery import CardOf, send
from bot.discord.visits import visit_to
from bot.storage.records import AnswerRecord, Place

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["CardFor", "Told", "tell_askers"]

TOLD = 50
"""People who are told at most: each is looked up first, and a message has no room for more."""
SECONDS = 30.0
"""How long is tried while Discord is down: the moderator waits for it."""
_UNDELIVERED = (discord.DiscordException, aiohttp.ClientError, OSError)

CardFor = Callable[[Sequence[int]], CardOf]
"""Makes what is told to some people, by their ids; to nobody by name where there are none."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How many of those who asked were told."""

    told: int
    asked: int


async def tell_askers(
    client: "VerbatimBot", records: Sequence[AnswerRecord], folder: str, card_for: CardFor
) -> Told:
    """Tell those who asked, as far as they can be told; what can't be delivered is no error.

    Args:
        client: the bot.
        records: what they asked; the latest first, and of one person that alone counts.
        folder: the collection of the document that answers it.
        card_for: makes what they are told.
    """
    latest: dict[int, AnswerRecord] = {}
    for record in records:
        latest.setdefault(record.asker, record)
    public: dict[Place, list[AnswerRecord]] = defaultdict(list)
    told = 0
    for record in list(latest.values())[:TOLD]:
        if record.place.server is not None and not record.private:
            public[record.place].append(record)
        else:
            told += await _tried(_tell_directly(client, record, folder, card_for))
    for place, asked in public.items():
        told += await _tried(_tell_in(client, place, asked, folder, card_for))
    return Told(told=told, asked=len(latest))


async def _tried(telling: Awaitable[int]) -> int:
    """Return how many were told; none where it can't be delivered."""
    try:
        return await telling
    except _UNDELIVERED as error:
        log.info("askers not told", reason=str(error))
        return 0


async def _tell_in(
    client: "VerbatimBot",
    place: Place,
    asked: Sequence[AnswerRecord],
    folder: str,
    card_for: CardFor,
) -> int:
    """Tell those who asked in a channel of a server, all in one message; returns how many."""
    guild = client.get_guild(place.server or 0)
    channel = None if guild is None else await find_channel(client, guild, place.channel)
    if guild is None or not isinstance(channel, discord.abc.Messageable):
        return 0
    if not client.services.collections.sight(visit_to(channel), privately=False).sees(folder):
        return 0
    mine = channel.permissions_for(guild.me)
    threaded = isinstance(channel, discord.Thread)
    if not (mine.send_messages_in_threads if threaded else mine.send_messages):
        return 0
    people = [one for one in asked if await _may_be_told(client, channel, one.asker)]
    if not people:
        return 0
    await send(
        channel,
        card_for([one.asker for one in people]),
        plain=not mine.embed_links,
        seconds=SECONDS,
        nonce=f"told-{people[0].id}",
        **_reply_to(people[0]) if mine.read_message_history else {},
    )
    return len(people)


async def _may_be_told(client: "VerbatimBot", channel: Viewed, asker: int) -> bool:
    """Whether somebody still may ask, and view the channel in which they did."""
    try:
        member = await channel.guild.fetch_member(asker)
        if isinstance(channel, discord.Thread) and channel.is_private():
            await channel.fetch_member(asker)
        elif not may_view(channel, member):
            return False
    except _UNDELIVERED:
        return False
    return await client.entrance.admits(visit_to(channel, member), member)


async def _tell_directly(
    client: "VerbatimBot", record: AnswerRecord, folder: str, card_for: CardFor
) -> int:
    """Tell somebody who asked where nobody else reads, by a direct message; 1 if it got there."""
    visit = Visit(way=Way.DIRECT)
    if not client.services.collections.sight(visit, privately=True).sees(folder):
        return 0
    user = await client.fetch_user(record.asker)
    if not await client.entrance.admits(visit, user):
        return 0
    channel = await user.create_dm()
    asked_there = channel.id == record.place.channel
    await send(
        channel,
        card_for(()),
        plain=False,
        seconds=SECONDS,
        nonce=f"told-{record.id}",
        **_reply_to(record) if asked_there else {},
    )
    return 1


def _reply_to(record: AnswerRecord) -> dict[str, discord.MessageReference]:
    """Return the arguments that make a message a reply to a question, or to its answer."""
    message = record.question_message or record.answer_message
    if message is None:
        return {}
    reference = discord.MessageReference(
        message_id=message,
        channel_id=record.place.channel,
        guild_id=record.place.server,
        fail_if_not_exists=False,
    )
    return {"reference": reference}
