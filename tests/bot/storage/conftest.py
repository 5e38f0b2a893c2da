"""Answers to be stored."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import answer_records
import pytest

from bot.storage.records import AnswerRecord, Place


@pytest.fixture
def record(shelf: Any) -> Callable[..., AnswerRecord]:
    """Make a record of a question: ``record("Who?", asker=2, server=10)``."""

    def make(
        question: str, *, asker: int = 1, server: int | None = 10, **details: Any
    ) -> AnswerRecord:
        answer = shelf.published.ask("Who built the lighthouse in 1853?")
        values = {
            "asker": asker,
            "place": Place(server=server, channel=100),
            "conversation": f"{server}/100/{asker}",
            "answer": replace(answer, question=question),
        }
        return answer_records.record(shelf, **values | details)

    return make
