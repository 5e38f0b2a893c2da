"""The stores that every contract is tried on."""

from contextlib import ExitStack

import pytest

from retrieval.store.files.index_store import FileIndexStore
from retrieval.store.memory import MemoryIndexStore

STORES = {
    "files": lambda folder, **options: FileIndexStore(folder / "index", **options),
    "memory": lambda folder, **options: MemoryIndexStore(**options),
}
"""By name, what makes a new, empty one; a further store is one more line."""


@pytest.fixture(params=STORES)
def new_store(request, tmp_path_factory):
    """Make an empty store; ``keep`` says how many states it keeps."""
    return lambda **options: STORES[request.param](tmp_path_factory.mktemp("store"), **options)


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
