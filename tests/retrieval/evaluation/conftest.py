"""Outcomes made up by hand."""

import pytest

from retrieval.domain import Hit, Level, State
from retrieval.evaluation.judging import Judgement
from retrieval.evaluation.runner import Outcome


@pytest.fixture
def outcome():
    def make(
        number,
        *,
        rank=None,
        probability=0.5,
        answerable=True,
        paragraph=None,
        level=Level.MEDIUM,
        state=None,
        seconds=0.01,
        violations=(),
    ):
        return Outcome(
            id=f"q{number}",
            answerable=answerable,
            judgement=Judgement(
                rank=rank,
                paragraph=rank == 1 if paragraph is None else paragraph,
                document=rank is not None,
            ),
            hits=(Hit(sentence_id=7, path="a.txt", start=0, end=5, score=1.5),),
            probability=probability,
            level=level,
            state=state or (State.ANSWER if probability >= 0.5 else State.NONE),
            quotations=2,
            violations=violations,
            seconds=seconds,
        )

    return make
