"""The numbers of clauses, told from numbers that count something."""

import pytest

from retrieval.structure.clauses import clause_number, mark_number


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3.2 Shops close at midnight.", "3.2"),
        ("4) No dogs.", "4"),
        ("Rule 5: be kind", "5"),
        ("§ 7 Fees", "7"),
        ("Article 12.1 applies.", "12.1"),
        ("12 players may join.", None),
        ("3.2.x is old", None),
        ("No dogs.", None),
    ],
)
def test_a_line_that_begins_with_its_number(line, expected):
    assert clause_number(line) == expected


def test_a_heading_needs_no_point():
    assert clause_number("3 Market", is_heading=True) == "3"
    assert clause_number("3 Market") is None


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("2.", "2"), ("(3)", "3"), ("Step 4:", "4"), ("**STEP 5**", "5"), ("-", None), ("", None)],
)
def test_the_mark_of_an_item(mark, expected):
    assert mark_number(mark) == expected
