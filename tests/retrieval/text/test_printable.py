"""The sets of characters that act instead of being seen."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.printable import (
    BIDI_CONTROLS,
    CONTROLS,
    LINE_SEPARATORS,
    SURROGATES,
    UNSEEN,
    has_unsafe_name,
    printable,
)

EVERY = "".join(map(chr, range(0x110000)))


def members(inside: str) -> set[str]:
    return set(re.findall(f"[{inside}]", EVERY))


@pytest.mark.parametrize(
    ("inside", "categories"),
    [(CONTROLS, {"Cc"}), (SURROGATES, {"Cs"}), (LINE_SEPARATORS, {"Zl", "Zp"})],
)
def test_a_set_is_what_unicode_says(inside, categories):
    assert members(inside) == {c for c in EVERY if unicodedata.category(c) in categories}


def test_bidi_controls_are_those_that_reorder_more_than_themselves():
    classes = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert members(BIDI_CONTROLS) == {c for c in EVERY if unicodedata.bidirectional(c) in classes}


def test_what_is_not_seen_is_a_format_character_or_unassigned_and_in_no_other_set():
    assert {unicodedata.category(c) for c in members(UNSEEN)} <= {"Cf", "Cn"}
    assert not members(UNSEEN) & members(CONTROLS + SURROGATES + LINE_SEPARATORS + BIDI_CONTROLS)


@given(st.text(st.characters(exclude_categories=())))
def test_a_printed_name_is_safe_and_a_safe_one_printed_as_it_is(name):
    assert not has_unsafe_name(printable(name))
    assert has_unsafe_name(name) is (printable(name) != name)
