"""Answers to be stored."""

from collections.abc import Callable
from typing import Any

import answer_records
import pytest

from bot.storage.records import AnswerRecord


@pytest.fixture
def record(shelf: Any) -> Callable[..., AnswerRecord]:
    """Make a record of a question: ``record("Who?", asker=2, server=10)``."""
    made: Callable[..., AnswerRecord] = answer_records.recorder(shelf)
    return made
