import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.confidence.standing import stand_together, stands_in
from retrieval.text.words import read


def word(text):
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    ("asked", "text", "stands"),
    [
        ("paddle", "two paddles each", True),
        ("libraries", "the library", True),
        ("paddle", "dogpaddle", False),
        ("paddle", "dogpaddle and a paddle", True),
        ("purchase", "they buy it", False),
        ("paddle", "", False),
    ],
)
def test_a_word_in_some_form(asked, text, stands):
    assert stands_in(word(asked), text) is stands


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("the service account", True),
        ("accounts of a service", True),
        # 30 characters lie between them, and 31.
        (f"service{' ' * 22}account", True),
        (f"service{' ' * 23}account", False),
        (f"service{' ' * 90}service account", True),
        ("a service, and nothing", False),
        ("disservice account", False),
        ("service subaccount", False),
    ],
)
def test_two_words_near_one_another(text, near):
    assert stand_together(word("service"), word("account"), text) is near


@given(st.text("ab ", max_size=40))
def test_what_stands_together_stands(text):
    one, other = word("abba"), word("bab")
    if stand_together(one, other, text):
        assert stands_in(one, text)
        assert stands_in(other, text)
