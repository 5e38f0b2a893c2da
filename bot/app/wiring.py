"""Where settings become the objects that the doors use: the only place that sees both sides."""

import logging
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from textwrap import shorten

from bot.app.access import AccessPolicy
from bot.app.collections.policy import EVERYONE, CollectionPolicy, Readers
from bot.app.freshness import Freshness
from bot.app.states import TOGETHER
from bot.rendering.errors import for_terminal
from config.collections import REST
from config.settings import CoreSettings, DiscordSettings
from retrieval.answering.confidence.calibration import FILE, read_calibration
from retrieval.answering.lost import lost_quotations as quotations_lost
from retrieval.answering.searcher import Searcher, open_index
from retrieval.domain import BuildReport, Warned
from retrieval.encoder.device import CPU
from retrieval.encoder.load import open_encoder
from retrieval.encoder.protocol import Encoder
from retrieval.errors import StoreUnavailableError, VerbatimError
from retrieval.indexing.build import build_index
from retrieval.indexing.progress import Progress
from retrieval.ranking.rerank import Reranker, open_reranker
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store import is_database, open_store
from retrieval.store.interface import IndexStore
from retrieval.text.languages.detect import as_code

__all__ = [
    "access_policy",
    "cache_folder",
    "collection_policy",
    "core_build",
    "core_encoder",
    "core_searcher",
    "database_address",
    "documents_language",
    "freshness",
    "index_store",
    "lost_quotations",
    "tidy_index",
]

_logger = logging.getLogger(__name__)

_QUOTED = 80
"""Characters that are shown of what an owner's file quotes."""


def cache_folder(settings: CoreSettings) -> Path:
    """The folder for exported models: the setting, else the user's own cache folder."""
    if settings.cache is not None:
        return settings.cache
    from platformdirs import user_cache_path

    return user_cache_path("verbatim", appauthor=False)


def access_policy(settings: DiscordSettings) -> AccessPolicy:
    """Return who may ask."""
    return AccessPolicy(
        servers=frozenset(settings.servers),
        roles=frozenset(settings.roles),
        direct_messages=settings.direct_messages,
        user_install=settings.user_install,
    )


def collection_policy(settings: DiscordSettings) -> CollectionPolicy:
    """Return who may read which collection."""
    readers = {
        rule.name: Readers(
            everyone=rule.everyone,
            servers=rule.servers,
            channels=rule.channels,
            roles=rule.roles,
        )
        for rule in settings.collections
    }
    rest = readers.pop(REST, EVERYONE)
    return CollectionPolicy(named=readers, rest=rest, follows=settings.channel_documents)


def freshness(settings: CoreSettings) -> Freshness:
    """Return what tells whether the seeds folder has changed since it was indexed."""
    return Freshness(
        seeds=settings.seeds, file=settings.data / "seeds.json", store=index_store(settings)
    )


def index_store(settings: CoreSettings) -> IndexStore:
    """Return where the index is kept, with as many of its states as the settings want.

    Raises:
        VerbatimError: the setting names no database, or what talks to one isn't installed.
    """
    where = database_address(settings) or settings.index
    return open_store(where, keep=settings.keep_states, together=TOGETHER)


def database_address(settings: CoreSettings) -> str | None:
    """Return the address of the database that the settings name; none: everything is in files.

    Raises:
        VerbatimError: the setting names no database.
    """
    if settings.store is None:
        return None
    address = settings.store.get_secret_value().strip()
    if not is_database(address):
        raise StoreUnavailableError(
            "The setting of the store is no address of a PostgreSQL database",
            Remedy(RemedyKind.SET, "store", "postgresql://user:password@host/database"),
            Remedy(RemedyKind.LEAVE_OUT, "store", "keep the index in files"),
        )
    return address


def core_encoder(
    settings: CoreSettings,
    notify: Callable[[str], None] | None = None,
    *,
    builds: bool = False,
) -> Encoder:
    """Open the configured model.

    Args:
        settings: which model it is, and what it runs on.
        notify: told what takes long the first time, of a GPU, and where the cache can't be written.
        builds: documents are going to be embedded, on the device that is set; whoever only asks
            needs none.

    Raises:
        ModelUnavailableError: the model can't be found or loaded, or the device isn't there.
    """
    tell = notify or _logger.warning
    return open_encoder(
        settings.model,
        cache=cache_folder(settings),
        threads=settings.threads,
        notify=notify,
        unwritable=lambda error: tell(for_terminal(error)),
        device=settings.device if builds else CPU,
    )


def core_build(
    settings: CoreSettings,
    encoder: Encoder,
    *,
    progress: Progress | None = None,
    wait: bool = True,
    origin: str = "",
) -> BuildReport:
    """Bring the index up to date with the seeds folder; ``origin`` says what does.

    Raises:
        VerbatimError: the seeds can't be read, the index can't be written, or the language that
            is set isn't known; the published index is as it was.
    """
    fresh = freshness(settings)
    # Before the build reads it, so that what is written meanwhile counts as changed.
    files = fresh.look()
    report = build_index(
        settings.seeds,
        index_store(settings),
        encoder,
        progress=progress,
        wait=wait,
        origin=origin,
        max_bytes=int(settings.max_file_mb * 1_000_000),
        language=documents_language(settings),
    )
    fresh.remember(files, report.build_id)
    return report


def lost_quotations(settings: CoreSettings) -> tuple[Warned, ...]:
    """Name what the owner's files quote and no document of the index says, a sentence each.

    Raises:
        VerbatimError: the index can't be read.
    """
    with closing(index_store(settings).open()) as reader:
        return tuple(
            Warned(
                path=one.path,
                text=f"what it quotes below “{one.question}” stands in no document:"
                f" “{shorten(one.quotation, _QUOTED, placeholder=' …')}”",
            )
            for one in quotations_lost(reader)
        )


def tidy_index(settings: CoreSettings, *, stop: Callable[[], bool] = lambda: False) -> None:
    """Put in order behind a build what changes have scattered in the index.

    What goes wrong is left to the next build, which looks at all of it and says so.
    """
    with suppress(VerbatimError):
        index_store(settings).tidy(stop=stop)


def documents_language(settings: CoreSettings) -> str:
    """Return the code of the language that documents are in which don't name theirs; empty: any.

    Raises:
        VerbatimError: it isn't known.
    """
    if settings.language is None:
        return ""
    code = as_code(settings.language)
    if code is None:
        raise VerbatimError(
            f"{settings.language!r} is no language that Verbatim knows",
            Remedy(RemedyKind.SET, "language", "an ISO 639-1 code such as de or ja"),
        )
    return code


def core_searcher(
    settings: CoreSettings,
    encoder: Encoder,
    *,
    index: Path | None = None,
    verify: bool = False,
) -> Searcher:
    """Open the published index for asking, with the owner's calibration and threshold.

    Args:
        settings: where the index and the calibration are.
        encoder: the model the index was made with.
        index: another index than the settings' own.
        verify: check every byte of a large index too.

    Raises:
        VerbatimError: there is no index, it is damaged, or another model made it; or the
            calibration or the reranker can't be used.
    """
    return open_index(
        index_store(settings) if index is None else index,
        encoder,
        calibration=read_calibration(settings.data / FILE, fingerprint=encoder.fingerprint),
        threshold=settings.threshold,
        prior=settings.prior,
        verify=verify,
        reranker=_reranker(settings.reranker, settings.threads, settings.device)
        if settings.reranker
        else None,
    )


@cache
def _reranker(model: str, threads: int, device: str) -> Reranker:
    """Load the cross-encoder once, however often the index is opened anew."""
    return open_reranker(model, threads=threads, device=device)
