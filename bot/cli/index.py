"""``verbatim index``: build or refresh the index."""

from typing import Annotated

import typer

from bot.cli.warnings import warn_of_unknown_settings

__all__ = ["index"]


def index(
    no_wait: Annotated[
        bool, typer.Option("--no-wait", help="Fail when another build is running.")
    ] = False,
) -> None:
    """Index the documents in the seeds folder; only what changed is embedded again.

    Run it after adding, changing or removing a file. Whoever is asking meanwhile keeps the old
    index until the new one is complete.

    Example: cp handbook.md seeds/ && verbatim index
    """
    from bot.app.wiring import core_build, core_encoder
    from bot.terminal.console import TerminalConsole
    from bot.terminal.progress import progress_on
    from bot.terminal.render import render_report
    from config.load import load
    from config.settings import CoreSettings

    settings = load(CoreSettings)
    warn_of_unknown_settings()
    notices = TerminalConsole(stderr=True)
    encoder = core_encoder(settings, notify=lambda line: notices.show(line, style="dim"))
    with progress_on(notices) as progress:
        report = core_build(settings, encoder, progress=progress, wait=not no_wait)
    TerminalConsole().show(render_report(report))
