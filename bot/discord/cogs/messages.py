"""Questions in messages: mentions, replies, threads, DMs and the auto-answer channels."""

import aiohttp
import discord
import structlog
from discord.ext import commands

from bot.app.ask import MAX_QUESTION, Desk, Question, scope_of
from bot.app.error_reports import fault_of
from bot.discord.delivery import may_write, reply, typing
from bot.discord.mentions import (
    ignored,
    looks_like_a_question,
    mentions,
    question_in,
    refusal_for,
    repliable,
)
from bot.discord.permission_notices import PermissionNotices
from bot.discord.respond import card_maker
from bot.storage.records import AnswerRecord
from retrieval.domain import Level

__all__ = ["Messages"]

EMPTY = "Ask me a question and I’ll look for the documents’ own words; `/help` shows how."
UNREADABLE = (
    "I can’t read that message: mention me directly (not my role), write me a direct message or"
    " use `/ask`."
)
LONG = f"Please ask in at most {MAX_QUESTION} characters."

log = structlog.get_logger(__name__)


class Messages(commands.Cog):
    """Reads the messages that are meant for the bot."""

    def __init__(
        self,
        bot: commands.AutoShardedBot,
        desk: Desk,
        notices: PermissionNotices,
        *,
        auto: tuple[int, ...],
    ) -> None:
        self._bot = bot
        self._desk = desk
        self._notices = notices
        self._auto = frozenset(auto)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message, if it is meant for the bot."""
        if ignored(message):
            return
        door = None
        try:
            door = await self._door(message)
            if door == "auto":
                await self._answer_quietly(message)
            elif door is not None:
                await self._answer(message, door)
        except Exception as error:
            await self._apologise(message, error, quietly=door in (None, "auto"))

    async def _door(self, message: discord.Message) -> str | None:
        """Say through which door a message comes; none if it isn't for the bot."""
        me = self._bot.user
        if me is None:
            return None
        if message.guild is None:
            return "message"
        if mentions(message, me):
            return "mention"
        if not message.content:
            return None
        replied = repliable(message)
        if replied is not None and await self._desk.store.by_answer_message(replied) is not None:
            return "message"
        if message.mentions:
            return None
        places = {message.channel.id, getattr(message.channel, "parent_id", None)}
        return "auto" if places & self._auto or await self._in_conversation(message) else None

    async def _in_conversation(self, message: discord.Message) -> bool:
        """Whether somebody writes on in a thread in which the bot has just answered them."""
        if not isinstance(message.channel, discord.Thread):
            return False
        scope = scope_of(await self._question(message, message.content, "auto"))
        return await self._desk.store.latest(scope, within=self._desk.conversation) is not None

    async def _question(self, message: discord.Message, text: str, door: str) -> Question:
        follows = None
        replied = repliable(message)
        if replied is not None:
            record = await self._desk.store.by_answer_message(replied)
            follows = record.id if record is not None and not record.private else None
        return Question(
            text=text,
            door=door,
            user_id=message.author.id,
            guild_id=message.guild.id if message.guild else None,
            channel_id=message.channel.id,
            follows=follows,
            message_id=message.id,
        )

    async def _answer(self, message: discord.Message, door: str) -> None:
        assert self._bot.user is not None  # noqa: S101 - messages arrive after the login
        if not await may_write(message.channel, self._notices):
            return
        text = question_in(message, self._bot.user)
        refused = refusal_for(message, self._desk)
        if not text and not refused:
            refused = EMPTY if message.content else UNREADABLE
        elif len(text) > MAX_QUESTION and not refused:
            refused = LONG
        if refused is not None:
            await self._say(message, refused)
            return
        with self._desk.answering(message.id):
            async with typing(message.channel):
                record = await self._desk.ask(await self._question(message, text, door))
                await self._show(message, record)

    async def _answer_quietly(self, message: discord.Message) -> None:
        text = " ".join(message.clean_content.split())
        if not looks_like_a_question(text) or len(text) > MAX_QUESTION:
            return
        if not await may_write(message.channel, self._notices):
            return
        if refusal_for(message, self._desk) is not None or self._desk.service.busy:
            return
        question = await self._question(message, text, "auto")
        record = await self._desk.ask(question, sure=True)
        if record.answer.answered and record.answer.confidence.level is Level.HIGH:
            await self._show(message, record)

    async def _show(self, message: discord.Message, record: AnswerRecord) -> None:
        card_of = card_maker(record, self._desk.link, repeat=False)
        shown = await reply(message, card_of, self._notices)
        if shown is not None:
            await self._desk.store.shown_in(record.id, shown)

    async def _apologise(
        self, message: discord.Message, error: Exception, *, quietly: bool
    ) -> None:
        fault = fault_of(error, doing="message")
        if fault.id is not None:
            self._desk.metrics.errors.inc()
        if not quietly:
            await self._say(message, fault.text)

    async def _say(self, message: discord.Message, text: str) -> None:
        if not text:
            return
        try:
            await message.reply(text, mention_author=False, suppress_embeds=True)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.info("could not reply", channel=message.channel.id, reason=str(error))
