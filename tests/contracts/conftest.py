"""The stores that every contract is tried on."""

import itertools
from contextlib import ExitStack

import pytest

from retrieval.store.files.index_store import FileIndexStore
from retrieval.store.memory import MemoryIndexStore

STORES = ("files", "memory", "postgres")
_SCHEMAS = (f"store {number}" for number in itertools.count())
"""One for each store, in one database: to make a database takes longer than most tests."""


@pytest.fixture(params=STORES)
def new_store(request, tmp_path_factory):
    """Make an empty store; ``keep`` says how many states it keeps."""
    if request.param == "memory":
        return MemoryIndexStore
    if request.param == "files":
        return lambda **options: FileIndexStore(tmp_path_factory.mktemp("store") / "i", **options)
    url = request.getfixturevalue("postgres").emptied_database()
    from retrieval.store.postgres.index_store import PostgresIndexStore

    return lambda **options: PostgresIndexStore(url, schema=next(_SCHEMAS), **options)


@pytest.fixture
def store(new_store):
    return new_store()


@pytest.fixture
def opened(store):
    """Open what is published now; it is closed after the test."""
    with ExitStack() as readers:

        def open_now():
            reader = store.open()
            readers.callback(reader.close)
            return reader

        yield open_now
