from dataclasses import replace

import pytest

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.undefined import lacks_thing

NOTHING = Evidence(**dict.fromkeys(Evidence.__dataclass_fields__, 0.0))
PARTLY, WHOLLY = replace(NOTHING, covered=0.5), replace(NOTHING, covered=1.0)


@pytest.mark.parametrize(
    "question",
    ["what is a guest pass?", "What is fade-to-grey?", "what are Lantern Keys?", "what's an SLA2?"],
)
def test_what_a_thing_is_is_said_of_it_by_name(question):
    assert lacks_thing(question, PARTLY)
    assert not lacks_thing(question, WHOLLY)


@pytest.mark.parametrize(
    "question",
    [
        "what is wifi password?",
        "what is the guest pass?",
        "what is a pass for the day good for?",
        "what does a guest pass cost?",
        "who is Ada Lund?",
    ],
)
def test_a_property_may_be_said_in_other_words(question):
    assert not lacks_thing(question, PARTLY)


def test_a_name_that_no_document_has_may_be_a_slip():
    assert not lacks_thing("what is Interlan2?", replace(PARTLY, rare=1.0))
