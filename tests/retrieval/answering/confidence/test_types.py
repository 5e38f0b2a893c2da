import pytest

from retrieval.answering.confidence.types import names_one_of_type


@pytest.mark.parametrize(
    ("question", "sentence", "names"),
    [
        ("which news agency did inbar talk to", "Efraim Inbar spoke with AFP.", True),
        ("to which agency did Inbar speak", "Efraim Inbar spoke with AFP.", True),
        # Nothing is named, something else is asked, or too little.
        ("which news agency did inbar talk to", "Efraim Inbar spoke with us.", False),
        ("which song did inbar sing for us", "Efraim Inbar spoke with AFP.", False),
        ("which agency did inbar like", "Efraim Inbar spoke with AFP.", False),
        ("who did inbar talk to", "Efraim Inbar spoke with AFP.", False),
        ("which agency is it", "It is AFP.", False),
    ],
)
def test_the_type_need_not_be_said(question, sentence, names):
    assert names_one_of_type(question, sentence) is names
