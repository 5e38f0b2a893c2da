"""Answers to be stored."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.storage.records import AnswerRecord, Place, new_id


@pytest.fixture
def record(shelf: Any) -> Callable[..., AnswerRecord]:
    """Make a record of a question: ``record("Who?", asker=2, server=10)``."""

    def make(
        question: str, *, asker: int = 1, server: int | None = 10, **details: Any
    ) -> AnswerRecord:
        answer = shelf.published.ask("Who built the lighthouse in 1853?")
        values = {
            "id": new_id(),
            "door": "slash",
            "asker": asker,
            "place": Place(server=server, channel=100),
            "private": False,
            "conversation": f"{server}/100/{asker}",
            "answer": replace(answer, question=question),
            "seconds": 0.1,
        }
        return AnswerRecord(**values | details)

    return make
