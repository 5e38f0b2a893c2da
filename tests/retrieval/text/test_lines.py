"""LineTable counted as editors count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.lines import LineTable


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ab", [1, 1]),
        ("a\nb", [1, 1, 2]),
        ("a\r\nb", [1, 1, 1, 2]),
        ("a\rb\n\nc", [1, 1, 2, 2, 3, 4]),
        ("a\x0bb\x0cc\u2028d\u2029e\x85f\x1cg", [1] * 13),
    ],
)
def test_the_line_of_each_character(text, numbers):
    lines = LineTable(text)
    assert [lines.number(offset) for offset in range(len(text))] == numbers


@given(st.text(alphabet=st.sampled_from("a\r\n\u2028")))
def test_lines_are_those_of_a_file_in_text_mode(text):
    expected = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [text[start:end] for start, end in LineTable(text)] == expected
    assert len(LineTable(text)) == len(expected)
