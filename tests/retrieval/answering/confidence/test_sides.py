import pytest

from retrieval.answering.confidence.sides import tells_other_side


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("who voted for the playground", "Bo Berg voted against the proposal.", True),
        ("who was in favour of the bridge", "Mira opposed it.", True),
        ("who supported the plan", "Two members were against the plan.", True),
        ("who voted against the tax", "Ada voted for the tax.", True),
        ("who opposed the tax", "Ada spoke in favour of it.", True),
        ("who voted for the clock", "Mira was for it, Jon was against it.", False),
        ("who voted against the clock", "Jon voted against it.", False),
        ("who voted for the clock", "Jon and Mira.", False),
        ("who is the key for", "Rule 3 is against the law.", False),
        ("what is the money for", "Two members were against the plan.", False),
    ],
)
def test_the_other_side_is_no_answer(question, sentence, other):
    assert tells_other_side(question, sentence) is other
