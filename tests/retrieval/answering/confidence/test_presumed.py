import pytest

from retrieval.answering.confidence.presumed import presumes_other

LOST = {
    "cours": 0.6,
    "homework": 0.6,
    "game": 0.7,
    "guild": 0.6,
    "hike": 0.3,
    "weather": 0.8,
    "case": 0.8,
    "allow": 0.8,
}


def rarity(stem):
    """Of the words of a club's documents, which say "club" for a guild."""
    return 0.4 if stem == "club" else 1.0


@pytest.mark.parametrize(
    ("question", "presumes"),
    [
        ("Can I use a laptop for this course?", True),
        ("which tools are taught in this course", True),
        ("how long is the practice, and is it part of this game?", True),
        ("who pays at this homework", True),
        # One thing among others is not what all is about, nor is what is only pointed at.
        ("is the course free", False),
        ("how do i pay my course", False),
        ("is this allowed", False),
        ("does this game cost a lot", False),
        # Met well, or called otherwise by the documents, it is spoken of.
        ("what do i wear for this hike", False),
        ("who may join in this guild", False),
        # What is asked of anything, and where and when somebody is.
        ("what do i do in this case", False),
        ("can i swim in this weather", False),
        ("can i bring food to this place", False),
        ("how do i join", False),
    ],
)
def test_what_all_documents_are_taken_to_be_about(question, presumes):
    assert presumes_other(question, LOST, rarity) is presumes


def test_what_documents_speak_of_is_presumed_rightly():
    assert not presumes_other("can i bring a dog for this course", {"dog": 0.9}, rarity)
    assert not presumes_other("can i bring a dog for this course", {}, rarity)
