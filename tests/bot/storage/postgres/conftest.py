"""Answer stores that share a database."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from bot.storage.store import AnswerStore


@pytest.fixture
def url(postgres) -> str:
    """The address of a database without answers."""
    return postgres.emptied_database()


@pytest.fixture
async def opened(url: str) -> AsyncIterator[Callable[..., Awaitable[AnswerStore]]]:
    """Open one more store in the database, or at another address."""
    stores = []

    async def open_one(at: str = "") -> AnswerStore:
        stores.append(await AnswerStore.open(at or url))
        return stores[-1]

    yield open_one
    for store in stores:
        await store.close()
