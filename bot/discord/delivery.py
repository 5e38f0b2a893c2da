"""Getting a card to Discord in the best form that is permitted there."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import discord
import structlog

from bot.discord.cards.card import Card
from bot.discord.cards.view import layout_of, text_of, view_of
from bot.discord.interaction import Interaction
from bot.discord.patience import TOKEN_SECONDS, insist
from bot.discord.permission_notices import PermissionNotices

__all__ = ["CardOf", "edit", "in_plain", "may_write", "reply", "respond", "send", "typing"]

log = structlog.get_logger(__name__)

CardOf = Callable[[bool], Card]
"""Makes the card; its argument says whether it must fit into plain text."""

Channel = discord.abc.Messageable | discord.abc.GuildChannel

INVALID_FORM = 50035
TYPING_SECONDS = 120.0


def in_plain(card: Card) -> dict[str, Any]:
    """Return a card as arguments for sending plain text with buttons."""
    view = view_of(card)
    buttons = {} if view is None else {"view": view}
    return {"content": text_of(card), "suppress_embeds": True, **buttons}


async def may_write(channel: Channel, notices: PermissionNotices) -> bool:
    """Whether the bot may send messages there; a moderator is told once if it may not."""
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return True
    mine = channel.permissions_for(channel.guild.me)
    thread = isinstance(channel, discord.Thread)
    if mine.send_messages_in_threads if thread else mine.send_messages:
        return True
    await notices.missing(channel, "Send Messages in Threads" if thread else "Send Messages")
    return False


async def reply(
    message: discord.Message, card_of: CardOf, notices: PermissionNotices
) -> discord.Message | None:
    """Answer a message under it; returns the answer, none if it can't be sent.

    Without permission for links it is plain text; without permission to read history, or when
    the question is gone, it is a message of its own. A refusal is not tried again.
    """
    channel = message.channel
    if not await may_write(channel, notices):
        return None
    plain = False
    # Discord sends no second message with the same nonce, whether it was asked to twice by this
    # process, not knowing that the first time had worked, or by another one with the same token.
    reference: dict[str, Any] = {
        "reference": message.to_reference(fail_if_not_exists=False),
        "nonce": message.id,
    }
    if isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        mine = channel.permissions_for(channel.guild.me)
        if not mine.embed_links:
            plain = True
            await notices.missing(channel, "Embed Links")
        if not mine.read_message_history:
            del reference["reference"]
            await notices.missing(channel, "Read Message History")
    try:
        return await send(channel, card_of, plain=plain, **reference)
    except discord.Forbidden as error:
        log.warning("not permitted to answer", channel=channel.id, code=error.code)
        return None


async def send(
    channel: discord.abc.Messageable,
    card_of: CardOf,
    *,
    plain: bool,
    seconds: float = TOKEN_SECONDS,
    **reference: Any,  # noqa: ANN401 - arguments of discord.py's own
) -> discord.Message:
    """Post a card, as plain text where it has to be or where Discord refuses the card.

    Args:
        channel: where.
        card_of: makes the card.
        plain: whether it has to be text.
        seconds: for how long it is tried while Discord is down.
        reference: the message that it replies to, and a nonce, as ``Messageable.send`` takes them.

    Raises:
        discord.DiscordException, aiohttp.ClientError, OSError: it can't be posted.
    """
    options: dict[str, Any] = {"mention_author": False, **reference}
    if not plain:
        try:
            card = layout_of(card_of(False))
            return await insist(lambda: channel.send(view=card, **options), seconds=seconds)
        except discord.HTTPException as error:
            if error.code != INVALID_FORM:
                raise
            log.warning("components were refused", reason=error.text)
    text = in_plain(card_of(True))
    return await insist(lambda: channel.send(**text, **options), seconds=seconds)


async def respond(interaction: Interaction, card_of: CardOf, *, ephemeral: bool) -> int | None:
    """Answer an interaction, whether or not it was deferred; returns the message's id."""
    plain = (
        not ephemeral
        and interaction.guild_id is not None
        and not interaction.app_permissions.embed_links
    )
    if interaction.response.is_done():
        return (await interaction.edit_original_response(**_replacing(card_of, plain=plain))).id
    if plain:
        sent = await interaction.response.send_message(
            ephemeral=ephemeral, **in_plain(card_of(True))
        )
    else:
        sent = await interaction.response.send_message(
            view=layout_of(card_of(False)), ephemeral=ephemeral
        )
    return sent.message_id


async def edit(question: discord.Message, message_id: int, card_of: CardOf) -> None:
    """Show another card in the message that answers a question.

    Raises:
        discord.HTTPException: the message is gone or may not be edited.
    """
    channel = question.channel
    assert not isinstance(channel, discord.GroupChannel)  # noqa: S101 - no bot is ever in one
    guild = question.guild
    permitted = guild is None or channel.permissions_for(guild.me).embed_links
    message = channel.get_partial_message(message_id)
    await message.edit(**_replacing(card_of, plain=not permitted))


def _replacing(card_of: CardOf, *, plain: bool) -> dict[str, Any]:
    """Return the arguments that put a card in the place of a message's whole content."""
    card = card_of(plain)
    if plain:
        return {"content": text_of(card), "view": view_of(card)}
    # Text that was sent when cards weren't permitted has to go: a card can't stand beside it.
    return {"content": None, "view": layout_of(card)}


@asynccontextmanager
async def typing(channel: discord.abc.Messageable) -> AsyncIterator[None]:
    """Show "typing…" while the block runs, without waiting for Discord and come what may."""

    async def show() -> None:
        try:
            async with channel.typing():
                await asyncio.sleep(TYPING_SECONDS)
        except (discord.DiscordException, aiohttp.ClientError, OSError):
            return

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()
