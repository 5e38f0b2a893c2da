import pytest

from retrieval.answering.kinds.obligations import asks_whether_needed, says_whether_needed


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("do i have to sign in", True),
        ("is a helmet mandatory?", True),
        ("Must we bring oars", True),
        ("are guests required to pay", True),
        ("do you have a lamp", False),
        ("what do I have to bring", False),
        ("who must sign", False),
    ],
)
def test_whether_something_has_to_be(question, asks):
    assert asks_whether_needed(question) is asks


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("A helmet is optional.", True),
        ("You don't have to sign.", True),
        ("Oars are compulsory after dusk.", True),
        ("No ticket is required, and nobody needs to ring.", True),
        ("Signing in requires a pen.", False),
        ("You have to see it.", False),
    ],
)
def test_it_is_said_in_so_many_words(sentence, says):
    assert says_whether_needed(sentence) is says
