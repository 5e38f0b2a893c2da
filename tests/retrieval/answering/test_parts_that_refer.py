"""A part of a question that says "it" means what the part before it names."""

import pytest

from retrieval import build_index, open_index

PAGE = """\
---
author: Ida Lund
date: 2024-03-12
---

# The bakery

You find the till beside the door.

The stone oven was built by a mason from Ghent, and it works with beech wood.
"""


@pytest.fixture
def ask(seeds, write, index, encoder):
    write({"bakery.md": PAGE})
    build_index(seeds, index, encoder)

    def ask(question: str):
        with open_index(index, encoder) as searcher:
            return searcher.ask(question)

    return ask


def test_where_its_thing_is_not_known_it_is_not_answered_for_another(ask):
    assert ask("where do I find it?").answered
    assert not ask("What is the Copy Address icon and where do I find it?").answered


def test_where_its_thing_is_known_it_is_answered(ask):
    answer = ask("Who built the stone oven and what does it work with?")
    assert answer.answered
    assert "beech wood" in answer.passages[0].text


def test_what_is_asked_of_the_document_is_told_of_it_and_so_is_what_follows(ask):
    answer = ask("who wrote this and when was it published?")
    assert [part.answered for part in answer.parts] == [True, True]
    shown = " ".join(one.text for one in answer.passages)
    assert "Ida Lund" in shown
    assert "2024-03-12" in shown


def test_beside_what_is_asked_of_the_document_the_rest_is_searched(ask):
    answer = ask("who wrote this and who built the stone oven?")
    assert [part.answered for part in answer.parts] == [True, True]
    assert "mason from Ghent" in " ".join(one.text for one in answer.passages)
