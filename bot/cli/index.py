"""``verbatim index``: build or refresh the index."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.warnings import check_settings

if TYPE_CHECKING:
    from bot.app.freshness import Freshness
    from bot.terminal.console import TerminalConsole
    from retrieval.indexing.freshness import Files

__all__ = ["index"]

_LOOK = 0.5
"""Seconds between two looks at the folder while segments are merged."""


def index(
    no_wait: Annotated[
        bool, typer.Option("--no-wait", help="Fail when another build is running.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on, and take up changes until Ctrl-C.")
    ] = False,
) -> None:
    """Index the documents in the seeds folder; only what changed is embedded again.

    Run it after adding, changing or removing a file. Whoever is asking meanwhile keeps the old
    index until the new one is complete.

    Example: cp handbook.md seeds/ && verbatim index
    """
    from bot.app.states import Origin
    from bot.app.wiring import (
        core_build,
        core_encoder,
        freshness,
        lost_quotations,
        tidy_index,
    )
    from bot.terminal.console import TerminalConsole
    from bot.terminal.progress import progress_on
    from bot.terminal.render import render_report
    from config.load import load
    from config.settings import CoreSettings

    settings = load(CoreSettings)
    check_settings()
    notices = TerminalConsole(stderr=True)
    encoder = core_encoder(settings, notify=notices.note, builds=True)

    origin = Origin.WATCH if watch else Origin.INDEX

    def build() -> None:
        with progress_on(notices) as progress:
            report = core_build(
                settings, encoder, progress=progress, wait=not no_wait, origin=origin
            )
        warnings = (*report.warnings, *lost_quotations(settings))
        TerminalConsole().show(render_report(replace(report, warnings=warnings)))

    def tidy(stop: Callable[[], bool]) -> None:
        tidy_index(settings, stop=stop)

    if watch:
        with suppress(KeyboardInterrupt):
            _keep_up_to_date(freshness(settings), build, tidy, notices)
        return
    build()
    # Whoever asks is answered from it already, and Ctrl-C does no harm.
    with suppress(KeyboardInterrupt):
        tidy_index(settings)


def _keep_up_to_date(
    fresh: "Freshness",
    build: Callable[[], None],
    tidy: Callable[[Callable[[], bool]], None],
    notices: "TerminalConsole",
) -> None:
    """Build, and build again after every change, until Ctrl-C; a failure then is only said."""
    import asyncio

    from bot.app.watching import pauses
    from bot.rendering.errors import for_terminal
    from bot.terminal.plain import printable
    from retrieval.errors import VerbatimError

    seen: Files | None = None
    looked = time.monotonic()

    def has_changed() -> bool:
        """Look at most every half second, or looking would take longer than what it interrupts."""
        nonlocal looked
        if time.monotonic() < looked + _LOOK:
            return False
        looked = time.monotonic()
        with suppress(VerbatimError):
            return fresh.look() != seen
        return False

    async def run() -> None:
        nonlocal seen
        # Before the build reads it, so that what is written meanwhile counts as changed.
        seen = fresh.look()
        build()
        folder = printable(str(fresh.seeds))
        notices.note(f"Watching {folder} for changes; Ctrl-C ends it.")
        tidy(has_changed)
        async for _pause in pauses(fresh.seeds):
            try:
                files = fresh.look()
                if files != seen:
                    seen = files
                    build()
                    tidy(has_changed)
            except VerbatimError as error:
                notices.show(f"verbatim: {for_terminal(error)}")

    asyncio.run(run())
