"""A database is asked for where nothing talks to databases."""

import pytest

import retrieval.store
from retrieval.errors import StoreUnavailableError
from retrieval.store import open_store


def test_what_is_missing_is_named_and_both_ways_out(monkeypatch, worded):
    monkeypatch.setattr(retrieval.store, "find_spec", lambda name: None)
    said = r"verbatim\[postgres\].*leave VERBATIM_STORE out to keep everything in files"
    with pytest.raises(StoreUnavailableError, check=worded(said)):
        open_store("postgresql://me@127.0.0.1/db")
