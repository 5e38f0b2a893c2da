"""Where the settings become a running bot."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from functools import partial

import structlog

from bot.app.admission import MAX_QUESTION, Admission
from bot.app.answers import earlier_answers, open_answers
from bot.app.ask import AskService
from bot.app.collections.folders import require_folders
from bot.app.conversation import ConversationRules
from bot.app.document_library import DocumentLibrary
from bot.app.followed.channels import FollowedChannels
from bot.app.gaps import GapReports
from bot.app.latency import Latency
from bot.app.limits import AskLimiter
from bot.app.metrics import Metrics
from bot.app.observer import AskObserver
from bot.app.pool import AnswerPool
from bot.app.rebuild import ProcessRebuild
from bot.app.services import Services
from bot.app.watching import DocumentWatch
from bot.app.wiring import (
    access_policy,
    collection_policy,
    core_encoder,
    core_searcher,
    freshness,
    index_store,
)
from bot.discord.client import VerbatimBot
from bot.discord.run import NO_TOKEN, run_bot
from bot.discord.twins import alone
from bot.errors import DiscordError
from bot.rendering.links import link_maker
from bot.storage.store import AnswerStore
from config.settings import CoreSettings, DiscordSettings

__all__ = ["assemble", "live", "open_pool"]

log = structlog.get_logger(__name__)


async def open_pool(core: CoreSettings, settings: DiscordSettings) -> AnswerPool:
    """Load the model and open the index.

    Raises:
        VerbatimError: either can't be used.
    """
    encoder = await asyncio.to_thread(
        partial(core_encoder, core, notify=lambda line: log.info("model", notice=line))
    )
    pool = AnswerPool(
        open_source=partial(core_searcher, core, encoder),
        newest_build=index_store(core).current,
        rebuild=ProcessRebuild(),
        embed=lambda questions: encoder.encode_queries(questions).vectors,
        workers=settings.workers,
        queue=settings.queue,
    )
    await pool.start()
    return pool


def assemble(
    core: CoreSettings, settings: DiscordSettings, *, pool: AnswerPool, store: AnswerStore
) -> Services:
    """Put together what the bot works with, as the settings want it."""
    rules = ConversationRules(
        within=timedelta(minutes=core.conversation_minutes), turns=core.conversation_turns
    )
    limiter = AskLimiter(
        store,
        user_per_minute=settings.user_per_minute,
        channel_per_minute=settings.channel_per_minute,
    )
    metrics, latency = Metrics(), Latency()
    library = DocumentLibrary(
        seeds=core.seeds,
        removed=core.data / "removed",
        max_bytes=int(core.max_file_mb * 1_000_000),
    )
    followed = FollowedChannels(library, core.seeds, enabled=settings.channel_documents)
    followed.load()
    return Services(
        ask=AskService(
            pool=pool,
            records=store,
            rules=rules,
            admission=Admission(limiter=limiter, longest=MAX_QUESTION),
            observe=AskObserver(metrics, latency, log_questions=settings.log_questions),
        ),
        pool=pool,
        store=store,
        document_library=library,
        followed=followed,
        gaps=GapReports(store, pool.index, pool.embed),
        freshness=freshness(core),
        index_store=index_store(core),
        metrics=metrics,
        latency=latency,
        link=link_maker(settings.source_url),
        rules=rules,
        retention=timedelta(days=settings.retention_days),
        access=access_policy(settings),
        collections=collection_policy(settings),
        earlier_answers=earlier_answers(core),
    )


async def live(core: CoreSettings, settings: DiscordSettings) -> int:
    """Run the bot and return its exit code.

    Everything that can fail for a reason its owner can mend is opened before Discord is asked.

    Raises:
        VerbatimError: something can't be used; the message says what to do.
        ConfigurationError: a collection is misspelt.
    """
    if settings.discord_token is None or not settings.discord_token.get_secret_value().strip():
        raise DiscordError(NO_TOKEN)
    token = settings.discord_token.get_secret_value().strip()
    for missing in require_folders(collection_policy(settings), core.seeds):
        log.warning("collection without a folder", reason=missing.in_words(core.seeds))
    async with alone(core.data, token, settings.shard_ids):
        return await _live(core, settings)


async def _live(core: CoreSettings, settings: DiscordSettings) -> int:
    pool = await open_pool(core, settings)
    store = services = watch = None
    try:
        store = await open_answers(core)
        services = assemble(core, settings, pool=pool, store=store)
        if settings.watch:
            watch = asyncio.create_task(DocumentWatch(pool, services.freshness).run())
        return await run_bot(settings, VerbatimBot(settings, services))
    finally:
        if watch is not None:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch
        await pool.close()
        if services is not None:
            services.gaps.close()
        if store is not None:
            await store.close()
