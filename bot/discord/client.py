"""The Discord client: what it asks of Discord, what it loads, what it keeps running."""

import sys
import time
from typing import Any

import discord
import structlog
from discord import app_commands
from discord.ext import commands, tasks

from bot.app.services import Services
from bot.discord.access import Entrance
from bot.discord.cogs.ask import Ask
from bot.discord.cogs.channel_documents import ChannelDocuments
from bot.discord.cogs.documents import Documents
from bot.discord.cogs.edits import Edits
from bot.discord.cogs.following import Following
from bot.discord.cogs.gaps import Gaps
from bot.discord.cogs.info import Info
from bot.discord.cogs.messages import Messages
from bot.discord.cogs.saving import Saving
from bot.discord.cogs.setup import Setup
from bot.discord.cogs.show import Show
from bot.discord.cogs.states import States
from bot.discord.cogs.stats import Stats
from bot.discord.cogs.unhelpful import Unhelpful
from bot.discord.command_tree import Commands
from bot.discord.command_words import CommandWords
from bot.discord.components.dispatch import dispatch
from bot.discord.downloads import bounded_downloads
from bot.discord.following.follower import Follower
from bot.discord.interaction import Interaction
from bot.discord.monitoring import refresh_metrics
from bot.discord.permission_notices import PermissionNotices
from bot.discord.sync import sync_if_changed
from bot.discord.welcome import welcome
from bot.errors import AnswerStoreError
from bot.storage.moving import move_file
from config.settings import DiscordSettings

__all__ = ["VerbatimBot", "intents_for"]

WATCH_SECONDS = 2.0
FOLLOW_SECONDS = 1.0
PRUNE_HOURS = 6.0
RATELIMIT_SECONDS = 60.0
"""A rate limit that lasts longer raises: an answer that late is of no use."""

_OF_COMPONENTS = (discord.InteractionType.component, discord.InteractionType.modal_submit)

# The bot never speaks: what discord.py lacks for voice is no news to its owner.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False

log = structlog.get_logger(__name__)


def intents_for(settings: DiscordSettings) -> discord.Intents:
    """Return what the bot needs to hear: all message text only where it is switched on."""
    return discord.Intents(
        guilds=True,
        guild_messages=True,
        dm_messages=True,
        message_content=bool(settings.auto_answer_channels) or settings.channel_documents,
    )


class VerbatimBot(commands.AutoShardedBot):
    """Verbatim on Discord."""

    def __init__(self, settings: DiscordSettings, services: Services) -> None:
        mine: dict[str, Any] = {}
        if settings.shard_ids:
            mine["shard_ids"] = list(settings.shard_ids)
        super().__init__(
            # Nobody uses text commands, and without a prefix no message is parsed for one.
            command_prefix=(),
            help_command=None,
            tree_cls=Commands,
            intents=intents_for(settings),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            max_messages=None,
            max_ratelimit_timeout=RATELIMIT_SECONDS,
            http_trace=bounded_downloads(services.document_library.max_bytes),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            shard_count=settings.shard_count,
            activity=discord.CustomActivity(name="Ask me: /ask or mention me"),
            **mine,
        )
        self.settings = settings
        self.services = services
        self.notices = PermissionNotices(services.store)
        self.entrance = Entrance(self, services)
        self.follower = Follower(self, most=settings.channel_messages)
        # Since when each shard is without a connection; under no number until the first has one.
        self._down: dict[int | None, float] = {None: time.monotonic()}
        self._loops = [self.watch_index, self.prune, self.measure]
        if settings.channel_documents:
            self._loops.append(self.follow_channels)
        self._servers_noted = False
        self.leaving = False
        """Whether it was told to stop: it finishes what is under way and begins nothing."""

    @property
    def down_since(self) -> float | None:
        """When a connection was lost, on the monotonic clock; none while all stand."""
        return min(self._down.values(), default=None)

    async def setup_hook(self) -> None:
        """Load everything before the connection is made."""
        settings, services = self.settings, self.services
        await self.add_cog(Ask(self, services))
        await self.add_cog(
            Info(
                services,
                auto=bool(settings.auto_answer_channels),
                logs_questions=settings.log_questions,
            )
        )
        await self.add_cog(Gaps(services))
        await self.add_cog(Unhelpful())
        await self.add_cog(Stats(self, services, digests=settings.digest_channels))
        documents = Documents(services)
        await self.add_cog(documents)
        await self.add_cog(States(services, documents.docs))
        await self.add_cog(Show(services, documents.docs))
        await self.add_cog(Setup())
        await self.add_cog(Saving(self))
        await self.add_cog(ChannelDocuments(services, documents.docs))
        await self.add_cog(Following(self, self.follower, services.followed))
        messages = Messages(
            self, services, self.notices, self.entrance, auto=settings.auto_answer_channels
        )
        await self.add_cog(messages)
        await self.add_cog(Edits(self, services, messages, self.entrance))
        await self.tree.set_translator(CommandWords())
        await self._move_answers()
        if not settings.shard_ids or 0 in settings.shard_ids:
            await sync_if_changed(self.tree, services.store)
        for loop in self._loops:
            loop.start()

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Pass an event on; messages are left to the next process once this one is leaving."""
        if not (self.leaving and "message" in event_name):
            super().dispatch(event_name, *args, **kwargs)

    async def on_interaction(self, interaction: Interaction, /) -> None:
        """Take the clicks, choices and modals; discord.py takes the commands."""
        if interaction.type in _OF_COMPONENTS:
            await dispatch(interaction)

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cog; there are no text commands."""

    async def close(self) -> None:
        """Stop the loops, then leave Discord."""
        for loop in self._loops:
            loop.cancel()
        await super().close()

    async def on_shard_ready(self, shard_id: int) -> None:
        """Note that a shard is connected."""
        self._up(shard_id)
        log.info("shard ready", shard=shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Note that a shard is connected again, with nothing missed."""
        self._up(shard_id)
        log.info("shard resumed", shard=shard_id)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """Note when a connection is lost."""
        self._down.setdefault(shard_id, time.monotonic())
        log.info("shard disconnected", shard=shard_id)

    def _up(self, shard_id: int) -> None:
        self._down.pop(None, None)
        self._down.pop(shard_id, None)

    async def on_ready(self) -> None:
        """Say that the bot works."""
        log.info("ready", user=str(self.user), servers=len(self.guilds))
        self._servers_noted = False
        await self._note_servers()

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Note that the bot is in one more server, and greet it."""
        self._servers_noted = False
        await self._note_servers()
        await welcome(self, guild)

    async def _move_answers(self) -> None:
        """Take what was remembered in a file along into the database."""
        earlier = self.services.earlier_answers
        if earlier is None:
            return
        try:
            moved = await move_file(
                earlier, self.services.store.database, bot=self.application_id or 0
            )
        except AnswerStoreError as error:
            log.warning("earlier answers stay in their file for now", reason=str(error))
        else:
            log.info("earlier answers moved into the database", answers=moved)

    async def _note_servers(self) -> None:
        """Note where the bot is, and forget servers that were left while it was not running."""
        if self._servers_noted or not self.is_ready():
            return
        shards = self.shard_ids or range(self.shard_count or 1)

        def mine(server: int) -> bool:
            return (server >> 22) % (self.shard_count or 1) in shards

        try:
            deleted = await self.services.store.now_in(
                [guild.id for guild in self.guilds], bot=self.application_id or 0, mine=mine
            )
        except AnswerStoreError as error:
            log.warning("servers not noted yet", reason=str(error))
            return
        self._servers_noted = True
        if deleted:
            log.info("servers were left meanwhile", answers_deleted=deleted)

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401
        """Log what an event handler did not catch."""
        self.services.metrics.errors.inc()
        log.error("event failed", handler=event_method, exc_info=sys.exception())

    # discord.py ends a loop at the first exception that is not a network error, for good: each
    # body catches everything.

    @tasks.loop(seconds=WATCH_SECONDS)
    async def watch_index(self) -> None:
        """Switch to a newer index when one was published."""
        try:
            await self.services.pool.index.refresh()
        except Exception:
            log.exception("index not watched")

    @tasks.loop(seconds=FOLLOW_SECONDS)
    async def follow_channels(self) -> None:
        """Take up what was said in the channels that are documents."""
        try:
            if self.follower.due:
                await self.follower.take_up()
        except Exception:
            log.exception("channels not followed")

    @tasks.loop(hours=PRUNE_HOURS)
    async def prune(self) -> None:
        """Delete what is older than answers are kept."""
        try:
            pruned = await self.services.store.prune(older_than=self.services.retention)
            if pruned:
                log.info("old answers deleted", answers=pruned)
        except Exception:
            log.exception("old answers not deleted")

    @tasks.loop(seconds=10)
    async def measure(self) -> None:
        """Bring the metrics up to date, and the answer store."""
        try:
            refresh_metrics(self)
            await self.services.store.catch_up()
            await self._note_servers()
        except Exception:
            log.exception("not measured")
