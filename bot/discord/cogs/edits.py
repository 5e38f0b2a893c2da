"""Questions that are edited or deleted after they were asked."""

from contextlib import suppress
from datetime import timedelta
from functools import partial

import aiohttp
import discord
import structlog
from discord.ext import commands

from bot.app.error_reports import fault_of
from bot.app.outcome import Answered, Refused, Unavailable
from bot.app.request import AskRequest
from bot.app.services import Services
from bot.discord.access import Entrance
from bot.discord.answer_message import add_suggestions, card_maker
from bot.discord.cogs.messages import Messages
from bot.discord.delivery import edit
from bot.discord.mentions import exempt, ignored, mentions, question_in
from bot.discord.patience import insist
from bot.discord.reader import words_to
from bot.discord.sight import sight_in
from bot.errors import AnswerStoreError
from bot.storage.records import AnswerRecord

__all__ = ["Edits"]

LATE = timedelta(minutes=5)
"""How long after a message was written a mention may still be put into it."""

log = structlog.get_logger(__name__)


class Edits(commands.Cog):
    """Keeps answers true to the messages that they answer."""

    def __init__(
        self,
        bot: commands.AutoShardedBot,
        services: Services,
        messages: Messages,
        entrance: Entrance,
    ) -> None:
        self._bot = bot
        self._services = services
        self._messages = messages
        self._entrance = entrance

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answer an edited question anew, in the place of its old answer."""
        message = payload.message
        if ignored(message) or self._bot.user is None:
            return
        try:
            # A question may be mended while it is being answered.
            await self._services.in_progress.answered(payload.message_id)
            record = await self._services.store.by_question_message(payload.message_id)
            if record is None:
                await self._late(message)
                return
            if record.asker != message.author.id:
                return
            if await self._entrance.turns_away_author(message, quietly=True):
                return
            text = question_in(message, self._bot.user)
            # Discord also reports an edit when it has added a link's preview to a message.
            if text and text != record.answer.question:
                await self._answer_again(message, record, text)
        except Exception as error:
            self._services.metrics.errors.inc()
            fault_of(error, doing="edited question")

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Take the answer away together with its question."""
        await self._gone(payload.message_id, payload.channel_id, payload.guild_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Take the answers away when a moderator purges their questions."""
        for message_id in payload.message_ids:
            await self._gone(message_id, payload.channel_id, payload.guild_id)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget everything that was asked in a server that the bot had to leave."""
        me = self._bot.application_id or 0
        deleted = await self._services.store.leave(guild.id, bot=me)
        log.info("left a server", guild=guild.id, answers_deleted=deleted)

    async def _late(self, message: discord.Message) -> None:
        """Answer somebody who had forgotten to mention the bot and does so by an edit."""
        if message.edited_at is None or self._bot.user is None or message.guild is None:
            return
        if mentions(message, self._bot.user) and discord.utils.utcnow() - message.created_at < LATE:
            await self._messages.on_message(message)

    async def _gone(self, message_id: int, channel_id: int, guild_id: int | None) -> None:
        await self._services.in_progress.answered(message_id)
        record = await self._services.store.by_question_message(message_id)
        if record is None:
            return
        if record.answer_message is not None:
            channel = self._bot.get_partial_messageable(channel_id, guild_id=guild_id)
            answer = channel.get_partial_message(record.answer_message)
            try:
                await insist(answer.delete)
            except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
                log.info("answer not removed", answer=record.id, reason=str(error))
        await self._services.store.delete(record.id)

    async def _answer_again(self, message: discord.Message, old: AnswerRecord, text: str) -> None:
        shown = old.answer_message
        if shown is None:
            return
        request = AskRequest(
            text=text,
            door=old.door,
            asker=old.asker,
            place=old.place,
            sight=sight_in(message, self._services),
            follows=old.parent,
            fresh=old.parent is None,
            message=message.id,
            exempt=exempt(message),
        )

        words = words_to(message, text)

        async def show(answered: Answered) -> int:
            card_of = card_maker(answered.record, self._services.link, words, repeat=False)
            await insist(partial(edit, message, shown, card_of))
            with suppress(AnswerStoreError):
                await self._services.store.delete(old.id)
            return shown

        outcome = await self._services.ask.ask(request, show=show)
        if isinstance(outcome, Refused):
            return
        if isinstance(outcome, Unavailable):
            raise outcome.error
        await add_suggestions(
            self._services,
            outcome,
            message=shown,
            repeat=False,
            words=words,
            edit=lambda card_of: edit(message, shown, card_of),
        )
