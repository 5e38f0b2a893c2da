"""Where the settings become a running bot."""

import asyncio
from datetime import timedelta
from functools import partial

import structlog

from bot.app.ask import Desk
from bot.app.library import Shelf
from bot.app.limits import AskLimiter
from bot.app.metrics import Metrics
from bot.app.pool import AnswerService
from bot.app.rebuild import ProcessRebuild
from bot.app.wiring import answers_path, core_encoder, core_searcher
from bot.discord.client import VerbatimBot
from bot.discord.run import NO_TOKEN, run_bot
from bot.errors import DiscordError
from bot.rendering.links import link_maker
from bot.storage.store import AnswerStore
from config.settings import CoreSettings, DiscordSettings
from retrieval.answering.searcher import current_build

__all__ = ["live", "open_service"]

log = structlog.get_logger(__name__)


async def open_service(core: CoreSettings, settings: DiscordSettings) -> AnswerService:
    """Load the model and open the index.

    Raises:
        VerbatimError: either can't be used.
    """
    encoder = await asyncio.to_thread(
        partial(core_encoder, core, notify=lambda line: log.info("model", notice=line))
    )
    service = AnswerService(
        open_source=partial(core_searcher, core, encoder),
        newest_build=partial(current_build, core.index),
        rebuild=ProcessRebuild(),
        embed=lambda questions: encoder.encode_queries(questions).vectors,
        workers=settings.workers,
        queue=settings.queue,
    )
    await service.start()
    return service


async def live(core: CoreSettings, settings: DiscordSettings) -> int:
    """Run the bot and return its exit code.

    Everything that can fail for a reason its owner can mend is opened before Discord is asked.

    Raises:
        VerbatimError: something can't be used; the message says what to do.
    """
    if settings.discord_token is None or not settings.discord_token.get_secret_value().strip():
        raise DiscordError(NO_TOKEN)
    service = await open_service(core, settings)
    store = None
    try:
        store = await AnswerStore.open(answers_path(core))
        desk = Desk(
            service=service,
            store=store,
            limiter=AskLimiter(
                user_per_minute=settings.user_per_minute,
                channel_per_minute=settings.channel_per_minute,
            ),
            metrics=Metrics(),
            shelf=Shelf(
                seeds=core.seeds,
                removed=core.data / "removed",
                max_bytes=int(core.max_file_mb * 1_000_000),
            ),
            link=link_maker(settings.source_url),
            conversation=timedelta(minutes=core.conversation_minutes),
            turns=core.conversation_turns,
            retention=timedelta(days=settings.retention_days),
            log_questions=settings.log_questions,
        )
        return await run_bot(settings, VerbatimBot(settings, desk))
    finally:
        await service.close()
        if store is not None:
            await store.close()
