"""Examining this machine: the model, the index, the answer store and the health port."""

import socket
from collections.abc import Callable

from bot.app.answers import answers_name, open_answers
from bot.app.counting import counted
from bot.app.doctor.finding import Finding, Verdict
from bot.app.wiring import cache_folder, core_encoder, core_searcher, lost_quotations
from bot.rendering.errors import for_terminal
from config.settings import CoreSettings, DiscordSettings
from retrieval.encoder.device import CPU, find_device
from retrieval.encoder.protocol import Encoder
from retrieval.encoder.published import check_model_files
from retrieval.errors import VerbatimError
from retrieval.reading.unhelpful_file import UNHELPFUL_FILE

__all__ = [
    "examine_device",
    "examine_index",
    "examine_model",
    "examine_own_files",
    "examine_port",
    "examine_store",
]


_NOT_PINNED = (
    "Quote a whole sentence as it stands, or leave out the >: then it is cited where it is pinned."
)
_NOT_SAID = "Quote a whole sentence as it stands, or take it out: nothing is put last for it."


def examine_model(
    core: CoreSettings, notify: Callable[[str], None]
) -> tuple[Finding, Encoder | None]:
    """Load the model, read all its files, encode a question; ``notify`` hears what takes long."""
    try:
        encoder = core_encoder(core, notify=notify)
        check_model_files(core.model, cache=cache_folder(core))
        encoder.encode_queries(["Is this thing on?"])
    except VerbatimError as error:
        return _bad("model", error), None
    text = f"{encoder.name} works, {encoder.dimension} dimensions, every file as it was written"
    return Finding(subject="model", verdict=Verdict.GOOD, text=text), encoder


def examine_device(core: CoreSettings) -> Finding:
    """Tell what documents are embedded on; torch is only loaded where there may be a GPU."""
    try:
        device = find_device(core.device)
    except VerbatimError as error:
        return _bad("device", error)
    where = "by the processors" if device == CPU else f"on the GPU ({device})"
    return Finding(subject="device", verdict=Verdict.GOOD, text=f"documents are embedded {where}")


def examine_index(core: CoreSettings, encoder: Encoder | None) -> Finding:
    """Open the index as the bot would, but check every byte of it."""
    if encoder is None:
        return Finding(
            subject="index",
            verdict=Verdict.HINT,
            text="not opened, because the model doesn't work",
        )
    try:
        with core_searcher(core, encoder, verify=True) as searcher:
            info = counted(searcher.info, searcher.documents())
    except VerbatimError as error:
        return _bad("index", error)
    text = (
        f"{info.documents:,} documents, {info.sentences:,} sentences, built {info.built_at:%F %R}"
    )
    if not info.sentences:
        return Finding(
            subject="index",
            verdict=Verdict.BAD,
            text="there is nothing in it",
            advice=f"Put documents into {core.seeds} and run 'verbatim index'.",
        )
    return Finding(subject="index", verdict=Verdict.GOOD, text=text)


def examine_own_files(core: CoreSettings, encoder: Encoder | None) -> list[Finding]:
    """Name what synonyms, pinned and unhelpful sentences say in vain.

    That is a line that says nothing, and a quotation that stands in no document any more.
    """
    if encoder is None:
        return []
    try:
        with core_searcher(core, encoder) as searcher:
            faults, lost = searcher.own_faults(), lost_quotations(core)
    except VerbatimError:
        return []  # What is wrong with the index is said of it.
    return [Finding(subject=one.path, verdict=Verdict.HINT, text=one.text) for one in faults] + [
        Finding(
            subject=one.path,
            verdict=Verdict.HINT,
            text=one.text,
            advice=_NOT_SAID if one.path.endswith(UNHELPFUL_FILE) else _NOT_PINNED,
        )
        for one in lost
    ]


async def examine_store(core: CoreSettings) -> Finding:
    """Open the answer store."""
    try:
        store = await open_answers(core)
    except VerbatimError as error:
        return _bad("answer store", error)
    await store.close()
    return Finding(
        subject="answer store", verdict=Verdict.GOOD, text=f"{answers_name(core)} can be used"
    )


def examine_port(settings: DiscordSettings) -> Finding | None:
    """See whether the health port is free; none when there is to be none."""
    if settings.health_port is None:
        return None
    address = f"{settings.health_host}:{settings.health_port}"
    try:
        with socket.create_server((settings.health_host, settings.health_port)):
            pass
    except OSError as error:
        return Finding(
            subject="health port",
            verdict=Verdict.HINT,
            text=f"{address} is taken ({error.strerror})",
            advice="If that isn't the bot itself, change VERBATIM_HEALTH_PORT.",
        )
    return Finding(subject="health port", verdict=Verdict.GOOD, text=f"{address} is free")


def _bad(subject: str, error: VerbatimError) -> Finding:
    return Finding(subject=subject, verdict=Verdict.BAD, text=for_terminal(error))
