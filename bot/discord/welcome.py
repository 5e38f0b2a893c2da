"""What a server is told once, when the bot has joined it: what it does and what to do next."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import aiohttp
import discord
import structlog

from bot.app.access import Visit, Way
from bot.discord.cards.view import layout_of
from bot.discord.cards.welcome import welcome_card
from bot.discord.reader import words_of_server
from bot.errors import AnswerStoreError

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["welcome"]

log = structlog.get_logger(__name__)


async def welcome(client: "VerbatimBot", guild: discord.Guild) -> None:
    """Tell whoever may manage a server, in its system channel or else its owner; once."""
    store, name = client.services.store, f"welcome/{guild.id}/{client.application_id}"
    try:
        if await store.note(name) is not None:
            return
        # Noted first: it is better missed than told again and again.
        await store.take_note(name, "told")
    except AnswerStoreError as error:
        log.warning("server not welcomed", server=guild.id, reason=str(error))
        return
    policy = client.services.access
    card = welcome_card(
        words_of_server(guild),
        documents=client.services.pool.info is not None and client.services.pool.info.sentences > 0,
        allowed=not policy.servers or guild.id in policy.servers,
        roles=bool(policy.roles) and not policy.allows(Visit(way=Way.SERVER, server=guild.id)),
        auto=any(guild.get_channel(one) for one in client.settings.auto_answer_channels),
    )
    async for place in _places(guild):
        try:
            await place.send(view=layout_of(card))
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.info("not welcomed here", server=guild.id, reason=type(error).__name__)
        else:
            log.info("server welcomed", server=guild.id)
            return
    log.info("nobody could be told", server=guild.id)


async def _places(guild: discord.Guild) -> AsyncIterator[discord.abc.Messageable]:
    channel = guild.system_channel
    if channel is not None:
        may = channel.permissions_for(guild.me)
        if may.view_channel and may.send_messages:
            yield channel
    if guild.owner_id is None:
        return
    try:
        yield guild.owner or await guild.fetch_member(guild.owner_id)
    except (discord.DiscordException, aiohttp.ClientError, OSError):
        return
