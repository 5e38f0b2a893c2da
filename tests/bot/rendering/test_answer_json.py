import pytest

from bot.rendering.answer_json import answer_object
from retrieval.domain import Answer, Confidence, Level


@pytest.mark.parametrize(
    ("answered", "perhaps", "state"),
    [(True, False, "answer"), (True, True, "perhaps"), (False, False, "none")],
)
def test_the_state_says_which_of_three_it_is(answered, perhaps, state):
    answer = Answer(
        question="Which?",
        answered=answered,
        perhaps=perhaps,
        confidence=Confidence(probability=0.5, level=Level.MEDIUM),
        passages=(),
        more=(),
        build_id="1",
    )
    found = answer_object(answer)
    assert (found["answered"], found["state"]) == (answered, state)
