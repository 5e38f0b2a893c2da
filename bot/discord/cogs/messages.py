"""Questions in messages: mentions, replies, threads, DMs and the auto-answer channels."""

from contextlib import AsyncExitStack

import aiohttp
import discord
import structlog
from discord.ext import commands

from bot.app.ask import Show
from bot.app.error_reports import fault_of
from bot.app.outcome import Answered, Outcome, Reason, Refused, Unavailable
from bot.app.request import AskRequest, Place, conversation_of
from bot.app.services import Services
from bot.discord.access import Entrance
from bot.discord.answer_message import add_suggestions, card_maker
from bot.discord.delivery import edit, may_write, reply, typing
from bot.discord.mentions import (
    exempt,
    ignored,
    looks_like_a_question,
    mentions,
    question_in,
    repliable,
)
from bot.discord.permission_notices import PermissionNotices
from bot.discord.reader import words_to
from bot.discord.sight import sight_in
from bot.discord.twins import TwinNotice, shows_another
from bot.localisation.words import Phrase, Words
from bot.rendering.refusals import refusal_text

__all__ = ["Messages"]

EMPTY = Phrase("ask-me")
UNREADABLE = Phrase("message-unreadable")

log = structlog.get_logger(__name__)


class Messages(commands.Cog):
    """Reads the messages that are meant for the bot."""

    def __init__(
        self,
        bot: commands.AutoShardedBot,
        services: Services,
        notices: PermissionNotices,
        entrance: Entrance,
        *,
        auto: tuple[int, ...],
    ) -> None:
        self._bot = bot
        self._services = services
        self._notices = notices
        self._entrance = entrance
        self._twins = TwinNotice(services.metrics)
        self._auto = frozenset(auto)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message, if it is meant for the bot."""
        if ignored(message):
            return
        door = None
        try:
            door = await self._door(message)
            if door is None or await self._entrance.turns_away_author(
                message, quietly=door == "auto"
            ):
                return
            if door == "auto":
                await self._answer_quietly(message)
            else:
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
        if (
            replied is not None
            and await self._services.store.by_answer_message(replied) is not None
        ):
            return "message"
        if message.mentions:
            return None
        places = {message.channel.id, getattr(message.channel, "parent_id", None)}
        return "auto" if places & self._auto or await self._in_conversation(message) else None

    async def _in_conversation(self, message: discord.Message) -> bool:
        """Whether somebody writes on in a thread in which the bot has just answered them."""
        if not isinstance(message.channel, discord.Thread):
            return False
        request = await self._request(message, message.content, "auto")
        latest = await self._services.store.latest(
            conversation_of(request), within=self._services.rules.within
        )
        return latest is not None

    async def _request(self, message: discord.Message, text: str, door: str) -> AskRequest:
        follows = None
        replied = repliable(message)
        if replied is not None:
            record = await self._services.store.by_answer_message(replied)
            follows = record.id if record is not None and not record.private else None
        return AskRequest(
            text=text,
            door=door,
            asker=message.author.id,
            place=Place(
                server=message.guild.id if message.guild else None, channel=message.channel.id
            ),
            sight=sight_in(message, self._services),
            follows=follows,
            message=message.id,
            exempt=exempt(message),
            only_if_sure=door == "auto",
        )

    async def _answer(self, message: discord.Message, door: str) -> None:
        assert self._bot.user is not None  # noqa: S101 - messages arrive after the login
        if not await may_write(message.channel, self._notices):
            return
        text = question_in(message, self._bot.user)
        request, words = await self._request(message, text, door), words_to(message, text)
        show, shown = self._shower(message, words)
        with self._services.in_progress.answering(message.id):
            async with AsyncExitStack() as stack:
                outcome = await self._services.ask.ask(
                    request,
                    acknowledge=lambda: stack.enter_async_context(typing(message.channel)),
                    show=show,
                )
                if isinstance(outcome, Refused):
                    await self._say(message, _refusal(message, outcome, words))
                elif isinstance(outcome, Unavailable):
                    await self._apologise(message, outcome.error, quietly=False)
        await self._suggest(message, outcome, shown, words)

    async def _answer_quietly(self, message: discord.Message) -> None:
        text = " ".join(message.clean_content.split())
        if not looks_like_a_question(text) or not await may_write(message.channel, self._notices):
            return
        words = words_to(message, text)
        show, shown = self._shower(message, words)
        request = await self._request(message, text, "auto")
        outcome = await self._services.ask.ask(request, show=show)
        if isinstance(outcome, Unavailable):
            await self._apologise(message, outcome.error, quietly=True)
        await self._suggest(message, outcome, shown, words)

    def _shower(self, message: discord.Message, words: Words) -> tuple[Show, list[int]]:
        """Return what shows an answer to a message, and where the id of the reply will be."""
        shown: list[int] = []

        async def show(answered: Answered) -> int | None:
            card_of = card_maker(answered.record, self._services.link, words, repeat=False)
            replied = await reply(message, card_of, self._notices)
            if replied is None:
                return None
            if shows_another(replied, answered.record.id):
                self._twins.seen()
                return None
            shown.append(replied.id)
            return replied.id

        return show, shown

    async def _suggest(
        self, message: discord.Message, outcome: Outcome, shown: list[int], words: Words
    ) -> None:
        if shown and isinstance(outcome, Answered):
            await add_suggestions(
                self._services,
                outcome,
                message=shown[0],
                repeat=False,
                words=words,
                edit=lambda card_of: edit(message, shown[0], card_of),
            )

    async def _apologise(
        self, message: discord.Message, error: Exception, *, quietly: bool
    ) -> None:
        fault = fault_of(error, words_to(message, message.content), doing="message")
        if fault.id is not None:
            self._services.metrics.errors.inc()
        if not quietly:
            await self._say(message, fault.text)

    async def _say(self, message: discord.Message, text: str) -> None:
        if not text:
            return
        try:
            await message.reply(text, mention_author=False, suppress_embeds=True)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.info("could not reply", channel=message.channel.id, reason=str(error))


def _refusal(message: discord.Message, refused: Refused, words: Words) -> str:
    """Say why a message isn't answered; nothing when its author was told just now."""
    if refused.told:
        return ""
    if refused.reason is Reason.EMPTY:
        return words.of(EMPTY if message.content else UNREADABLE)
    return refusal_text(refused, words)
