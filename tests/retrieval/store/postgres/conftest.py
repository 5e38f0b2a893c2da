"""A store in a database of its own."""

import pytest

from retrieval.store.postgres.index_store import PostgresIndexStore


@pytest.fixture
def url(postgres):
    """The address of an empty database."""
    return postgres.new_database()


@pytest.fixture
def store(url):
    return PostgresIndexStore(url)
