"""``verbatim rollback``: go back to an earlier state of the index."""

from typing import Annotated

import typer

from bot.cli.warnings import check_settings

__all__ = ["rollback"]


def rollback(
    state: Annotated[
        str | None,
        typer.Argument(
            help="The state's id, or how it begins; the one before the current one if left out.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Answer from an earlier state of the index, at once; `verbatim status` lists them.

    The documents stay as they are, and so does the state until one of them changes: then the index
    is made of the documents again.

    Example: verbatim rollback
    """
    from bot.app.states import Origin, go_back
    from bot.app.wiring import core_encoder, index_store
    from bot.terminal.console import TerminalConsole
    from bot.terminal.states import render_switch
    from config.load import load
    from config.settings import CoreSettings

    settings = load(CoreSettings)
    check_settings()
    notices = TerminalConsole(stderr=True)
    store = index_store(settings)
    store.current()  # What is not there is said before the model is loaded.
    encoder = core_encoder(settings, notify=notices.note)
    switch = go_back(store, state, fingerprint=encoder.fingerprint, origin=Origin.ROLLBACK)
    TerminalConsole().show(render_switch(switch, latest=store.rolled_back() is None))
