"""The weekly digest: figures of the week before, told to the channels that the owner named."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import aiohttp
import discord
import structlog

from bot.app.stats import weeks_of
from bot.discord.cards.stats import digest_card
from bot.discord.cards.view import layout_of
from bot.discord.reader import words_of_server

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["tell_digests"]

log = structlog.get_logger(__name__)


async def tell_digests(
    client: "VerbatimBot", channels: Collection[int], *, today: date | None = None
) -> None:
    """Tell each channel how the last week went, once a week; begin with the week after the first.

    Args:
        client: the bot.
        channels: their ids; one that it can't see is left out.
        today: the day that it is, in UTC; now where it is none.
    """
    today = datetime.now(UTC).date() if today is None else today
    week = (today - timedelta(days=today.weekday())).isoformat()
    for channel_id in channels:
        channel = client.get_channel(channel_id)
        if not isinstance(channel, discord.TextChannel | discord.Thread):
            continue
        name = f"digest/{channel_id}"
        told = await client.services.store.note(name)
        if told == week:
            continue
        # Noted first: it is better missed once than told again and again.
        await client.services.store.take_note(name, week)
        if told is not None:
            await _tell(client, channel, today)


async def _tell(
    client: "VerbatimBot", channel: discord.TextChannel | discord.Thread, today: date
) -> None:
    counts = await client.services.store.counts(channel.guild.id)
    before, last, _now = weeks_of(counts, today=today, weeks=3)
    try:
        await channel.send(
            view=layout_of(digest_card(last, before, words_of_server(channel.guild)))
        )
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        log.warning("digest not told", channel=channel.id, reason=str(error))
    else:
        log.info("digest told", channel=channel.id, server=channel.guild.id)
