"""Where what is remembered of answers is kept: in a file, or in the database of the index."""

from pathlib import Path
from typing import TYPE_CHECKING

from bot.app.wiring import database_address
from config.settings import CoreSettings

if TYPE_CHECKING:
    from bot.storage.store import AnswerStore

__all__ = ["answers_file", "answers_name", "earlier_answers", "has_answers", "open_answers"]

# The terminal's commands do without structlog, which takes as long to import as they to answer:
# they load what opens the store where somebody wants it.


def answers_file(settings: CoreSettings) -> Path:
    """Return the file that the answer store is in where there is no database."""
    return settings.data / "answers.sqlite3"


def answers_name(settings: CoreSettings) -> str:
    """Say where the answer store is, for a person to read."""
    url = database_address(settings)
    if url is None:
        return str(answers_file(settings))
    from bot.storage.rows import name_of

    return name_of(url)


def earlier_answers(settings: CoreSettings) -> Path | None:
    """Return the file that the answer store was in before it was in a database, if there is one."""
    file = answers_file(settings)
    return file if database_address(settings) is not None and file.exists() else None


def has_answers(settings: CoreSettings) -> bool:
    """Tell whether there is an answer store already.

    Raises:
        VerbatimError: its database can't be reached.
    """
    url = database_address(settings)
    if url is None:
        return answers_file(settings).exists()
    from bot.storage.rows import is_there

    return is_there(url)


async def open_answers(settings: CoreSettings) -> "AnswerStore":
    """Open the answer store, making it when there is none.

    Raises:
        VerbatimError: it can't be used.
    """
    from bot.storage.store import AnswerStore

    return await AnswerStore.open(database_address(settings) or answers_file(settings))
