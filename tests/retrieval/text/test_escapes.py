"""What a terminal sends beside the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.escapes import without_escapes


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[D",
        "\x1b[1;5C",
        "\x1b[3~",
        "\x1b[[A",
        "\x1b[200~",
        "\x1b[201~",
        "\x1b[0;31m",
        "\x1b[38:5:1m",
        "\x1b[?2004h",
        "\x1b[ q",
        "\x1bOD",
        "\x1bOP",
        "\x1b(B",
        "\x1b7",
        "\x1b=",
        "\x1b]0;a title\x07",
        "\x1b]8;;https://example.org\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x9b31m",
        "\x9d0;a title\x9c",
        "\x1b",
    ],
)
def test_a_sequence_goes_whole(sequence):
    assert without_escapes(f"the {sequence}fee{sequence}") == "the fee"


@pytest.mark.parametrize("cut", ["\x1b[", "\x1b[1;", "\x1b[200"])
def test_one_that_is_cut_off_at_the_end_goes_too(cut):
    assert without_escapes(f"the fee{cut}") == "the fee"


def test_what_is_typed_behind_a_lone_escape_stays():
    assert without_escapes("\x1bOn which day? \x1bwho \x1bNobody") == "On which day? who Nobody"


@pytest.mark.parametrize("text", ["what [D is", "a[0] = 1\n\tb", "^[[D", "naïve 数字?", ""])
def test_text_without_one_is_as_it_was(text):
    assert without_escapes(text) == text


@given(st.text(alphabet="\x1b\x9b\x9d[]();0D~O\\\x07 a", max_size=30))
def test_no_escape_is_left(text):
    assert "\x1b" not in without_escapes(text)
