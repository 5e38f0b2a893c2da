"""The answer store's file: what is said when it can't be used."""

import sqlite3

import pytest

from bot.errors import AnswerStoreError
from bot.storage.store import AnswerStore


async def test_a_damaged_file_is_named_with_the_way_out(tmp_path):
    path = tmp_path / "answers.sqlite3"
    path.write_bytes(b"not a database, and long enough to be looked at" * 100)
    with pytest.raises(AnswerStoreError, match=r"answers\.sqlite3 is damaged; move it away"):
        await AnswerStore.open(path)


async def test_a_file_of_a_newer_version_is_left_alone(tmp_path):
    path = tmp_path / "answers.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(AnswerStoreError, match="newer version"):
        await AnswerStore.open(path)


async def test_a_folder_that_is_a_file_is_explained(tmp_path):
    (tmp_path / "data").write_text("x")
    with pytest.raises(AnswerStoreError, match="VERBATIM_DATA"):
        await AnswerStore.open(tmp_path / "data" / "answers.sqlite3")
