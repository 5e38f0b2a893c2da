"""The databases that the answer store's promises are tried on."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from urllib.parse import urlsplit

import answer_records
import pytest
from word_library import HANDBOOK, LEDGER, Library, Shelf

from bot.storage.records import AnswerRecord
from bot.storage.store import AnswerStore


@pytest.fixture
def shelf() -> Shelf:
    library = Library({"handbook.md": HANDBOOK, "records/ledger.txt": LEDGER})
    return Shelf(library, library)


@pytest.fixture
def record(shelf: Shelf) -> Callable[..., AnswerRecord]:
    """Make a record of a question: ``record("Who?", asker=2, server=10)``."""
    made: Callable[..., AnswerRecord] = answer_records.recorder(shelf)
    return made


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where the answer store is: a file, or the address of an empty database."""
    if request.param == "sqlite":
        return tmp_path / "deep" / "answers.sqlite3"
    return request.getfixturevalue("postgres").emptied_database()


@pytest.fixture
async def store(where: Path | str) -> AsyncIterator[AnswerStore]:
    store = await AnswerStore.open(where)
    yield store
    await store.close()


@pytest.fixture
def traces(where: Path | str, request: pytest.FixtureRequest) -> Callable[[str | int], int]:
    """Count how often a text or a number of 53 bits stands in the files of the tables."""

    def count(mark: str | int) -> int:
        if isinstance(where, Path):
            files = where.parent.glob(where.name + "*")
            sought = mark.encode() if isinstance(mark, str) else mark.to_bytes(7, "big")
        else:
            server = request.getfixturevalue("postgres")
            server.sql("CHECKPOINT")
            name = urlsplit(where).path[1:]
            ((number,),) = server.sql("SELECT oid FROM pg_database WHERE datname = %s", name)
            files = (server.folder / "data" / "base" / str(number)).iterdir()
            sought = mark.encode() if isinstance(mark, str) else mark.to_bytes(8, "little")
        return b"".join(file.read_bytes() for file in files).count(sought)

    return count
