"""Telling a server's moderators, once, what keeps the bot from working there."""

import discord
import structlog

from bot.discord.cards.escape import inline
from bot.discord.reader import words_of_server
from bot.errors import AnswerStoreError
from bot.storage.store import AnswerStore

__all__ = ["PermissionNotices"]

log = structlog.get_logger(__name__)


class PermissionNotices:
    """Explains a missing permission where moderators read it, and only once per channel."""

    def __init__(self, store: AnswerStore) -> None:
        self._store = store

    async def missing(self, channel: discord.abc.GuildChannel | discord.Thread, name: str) -> None:
        """Say that the permission called ``name`` is missing in a channel."""
        key = f"missing/{channel.guild.id}/{channel.id}/{name}/{channel.guild.me.id}"
        try:
            if await self._store.note(key) is not None:
                return
            await self._store.take_note(key, "told")
        except AnswerStoreError as error:
            # Else a moderator would be told with every question, and the question waits for this.
            log.warning("missing permission not told", permission=name, reason=str(error))
            return
        log.warning("permission missing", permission=name, channel=channel.id)
        text = words_of_server(channel.guild).say(
            "permission-missing",
            channel=inline(channel.name, limit=100),
            address=channel.jump_url,
            permission=name,
        )
        for place in self._places(channel.guild):
            try:
                await place.send(text, suppress_embeds=True)
            except discord.DiscordException:
                continue
            return
        await self._tell_owner(channel.guild, text)

    @staticmethod
    def _places(guild: discord.Guild) -> list[discord.TextChannel]:
        """Return where moderators would see it: their updates channel, then the system one."""
        channels = (guild.public_updates_channel, guild.system_channel)
        return [
            channel
            for channel in channels
            if channel is not None and channel.permissions_for(guild.me).send_messages
        ]

    async def _tell_owner(self, guild: discord.Guild, text: str) -> None:
        if guild.owner_id is None:
            return
        try:
            owner = guild.owner or await guild.fetch_member(guild.owner_id)
            await owner.send(text, suppress_embeds=True)
        except discord.DiscordException:
            log.warning("no moderator could be told", guild=guild.id)
