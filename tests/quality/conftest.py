"""The public question sets beside the checkout, indexed once each and asked by the real model."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.app.evaluate import Evaluated, Evaluation, run_evaluation
from config.settings import CoreSettings

SETS = Path(__file__).parents[3] / "shared" / "eval"


@pytest.fixture(scope="session")
def sets() -> Path:
    """The folder of question sets."""
    if not SETS.is_dir():
        pytest.skip("needs the public question sets in ../shared/eval")
    return SETS


@pytest.fixture(scope="session")
def kept_indexes(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("indexes")


@pytest.fixture
def evaluated(sets, kept_indexes, encoder_cache) -> Callable[..., Evaluated]:
    """Evaluate a set, on the index that earlier tests made of its corpus."""

    def evaluate(
        name: str, *, limit: int | None = None, prior: float | None = None, **files: Path
    ) -> Evaluated:
        folder = sets / name
        wanted = Evaluation(
            corpus=folder / "corpus",
            questions=files.get("questions", folder / "questions.jsonl"),
            negatives=files.get("negatives"),
            index=kept_indexes / name,
            limit=limit,
        )
        return run_evaluation(CoreSettings(cache=encoder_cache, prior=prior), wanted)

    return evaluate


@pytest.fixture
def write_questions(tmp_path) -> Callable[[str, list[dict]], Path]:
    """Write a question set made by a test."""

    def write(name: str, questions: list[dict]) -> Path:
        file = tmp_path / name
        file.write_text("".join(f"{json.dumps(question)}\n" for question in questions))
        return file

    return write
