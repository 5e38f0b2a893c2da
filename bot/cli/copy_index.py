"""``verbatim copy-index``: move the index between files and PostgreSQL."""

from typing import Annotated

import typer

from bot.cli.warnings import check_settings

__all__ = ["copy_index"]


def copy_index(
    back: Annotated[
        bool, typer.Option("--back", help="Copy from the database to the data folder instead.")
    ] = False,
) -> None:
    """Copy the index from the data folder to the database of VERBATIM_STORE, or back.

    Nothing is read or embedded again, and the index that is copied stays as it is.

    Example: VERBATIM_STORE=postgresql://me@db.example/verbatim verbatim copy-index
    """
    from bot.app.counting import counted
    from bot.app.states import Origin
    from bot.app.wiring import index_store
    from bot.terminal.console import TerminalConsole
    from bot.terminal.progress import progress_on
    from config.errors import ConfigurationError
    from config.load import load
    from config.settings import CoreSettings
    from retrieval.indexing.copying import copy_index as copy

    settings = load(CoreSettings)
    check_settings()
    if settings.store is None:
        raise ConfigurationError(
            "There is one place for the index only: set VERBATIM_STORE to the database to copy to"
            " or from (postgresql://user:password@host/database)."
        )
    files = index_store(settings.model_copy(update={"store": None}))
    database = index_store(settings)
    source, target = (database, files) if back else (files, database)
    with progress_on(TerminalConsole(stderr=True)) as progress:
        info = copy(source, target, progress=progress, origin=Origin.COPY)
    info = counted(info, target.states()[0].documents)
    place = "the data folder" if back else "the database"
    TerminalConsole().show(
        f"Copied {info.documents:,} documents, {info.sentences:,} sentences to {place};"
        " nothing was embedded again."
    )
