from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.confidence.astray import share_astray
from retrieval.text.words import read

ONCE = {"kayak": 0.4, "paddl": 0.6, "lend": 0.5, "quoll": 1.0, "zephyrboard": 1.0, "directori": 1.0}


def rarity(stem):
    return ONCE.get(stem, 0.3)


def astray(asked, far, *, pages=(), met=0.25):
    """Of words that are met by so much, and of which some stand neither in nor near a sentence."""
    words, missing = read(f"? {asked}"), read(f"? {far}")
    return share_astray(words, missing, {one.stem: 1 - met for one in missing}, rarity, pages)


def test_it_is_the_rarity_of_what_is_told_nowhere():
    # A half is added to the rarity of all, and of what is missing a quarter is met.
    assert astray("lend kayak paddle", "paddle") == pytest.approx(
        0.6 * 0.75 / (0.5 + 0.4 + 0.6 + 0.5)
    )
    assert astray("lend kayak paddle", "") == 0


def test_what_is_asked_of_anything_is_no_topic():
    assert astray("could tell please best way kayak", "tell please best way") == 0
    assert astray("tell kayak paddle", "paddle") == astray("kayak paddle", "paddle")


@pytest.mark.parametrize("pages", [["two paddles each"], ["a paddle\nis lent", "nothing"]])
def test_what_stands_on_the_same_pages_is_told(pages):
    assert astray("lend kayak paddle", "paddle", pages=pages) == 0


def test_a_word_that_only_holds_another_is_not_it():
    assert astray("kayak paddle", "paddle", pages=["dogpaddle, a stroke"]) > 0
    assert astray("kayak paddle", "paddle", pages=["dogpaddle and a paddle"]) == 0


def test_forms_of_a_word_on_the_same_pages_are_it_and_synonyms_are_not():
    assert astray("kayak library", "library", pages=["in two libraries"]) == 0
    assert astray("kayak purchase", "purchase", pages=["they buy it at the gate"]) > 0


def test_what_no_document_and_no_dictionary_has_may_be_a_slip():
    assert astray("kayak zephyrboard", "zephyrboard") == 0
    # A name counts half, as does a word of everyday English: 0.4 is the kayak's.
    assert astray("kayak Zephyrboard", "Zephyrboard") == pytest.approx(0.5 * 0.75 / 1.4)
    assert astray("kayak directory", "directory") == pytest.approx(0.5 * 0.75 / 1.4)


def test_pages_are_read_only_where_something_is_missing():
    def unread():
        raise AssertionError("read")
        yield ""

    assert astray("kayak paddle", "", pages=unread()) == 0
    assert astray("kayak please", "please", pages=unread()) == 0


@given(
    st.lists(st.sampled_from("kayak paddle lend tell Quoll".split()), max_size=6), st.floats(0, 1)
)
def test_it_is_a_share(words, met):
    asked = " ".join(dict.fromkeys(words))
    assert 0 <= astray(asked, asked, met=met) < 1
    assert astray(asked, asked, met=met, pages=chain([asked.casefold()])) == 0
