"""Clauses asked for by their numbers: of a list, of lines that begin with them, of headings."""

import pytest

from retrieval import build_index, open_index
from retrieval.testing import HashEncoder

RULES = """\
# Harbour rules

## 1 Berths

1.1 Boats lie with the bow to the pier.

1.2 Nobody ties up at the lifeboat.

## 2 Quiet

Engines are off after ten. Radios are off after nine.
"""
HOUSE = """\
# Rules of the boathouse

1. Hang the oars up.
2. Sweep the floor.

# Tarring a boat

1. Scrape the hull.
2. Warm the tar.
"""
LOOM = "# The loom\n\nStep 1: Wind the warp.\n\nStep 2: Tie it to the beam.\n"
NEWS = "# Changes of the booking page\n\n## 1.2\n\n- Berths are drawn to scale.\n"


@pytest.fixture
def ask(seeds, write, index):
    write({"harbour.md": RULES, "house.md": HOUSE, "news.md": NEWS, "loom.md": LOOM})
    encoder = HashEncoder()
    build_index(seeds, index, encoder)

    def ask(question: str) -> list[str]:
        with open_index(index, encoder) as searcher:
            answer = searcher.ask(question)
        return [
            one.text[span.start - one.start : span.end - one.start]
            for one in answer.passages
            for span in one.highlights
            if answer.answered and not answer.perhaps
        ]

    return ask


def test_a_line_that_begins_with_the_number(ask):
    assert ask("what is rule 1.2?") == ["1.2 Nobody ties up at the lifeboat."]


def test_an_item_of_the_list_that_is_called_so_and_not_of_another(ask):
    assert ask("boathouse rule 2") == ["Sweep the floor."]


def test_the_whole_section_under_a_heading(ask):
    assert ask("what does section 2 say") == [
        "Engines are off after ten.",
        "Radios are off after nine.",
    ]


def test_a_number_that_no_clause_has_is_no_answer_by_itself(ask):
    assert "Warm the tar." not in ask("rule 7")


def test_a_step_is_asked_for_by_its_number(ask):
    assert ask("what is step 2") == ["Tie it to the beam."]
