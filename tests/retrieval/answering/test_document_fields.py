"""What stands above the text of a document that a question names by its title."""

import pytest

from retrieval import build_index, open_index
from retrieval.testing import HashEncoder

TAPES = """\
---
title: "Retention of tapes"
author: Bogdan Ilic
approved_by: Marisol Tran
version: 7
updated: 2024-06-20
valid_until: 2026-09-30
---

Tapes are rotated weekly. The author of a tape signs its box.
"""
GUIDE = """\
---
title: Newcomer's guide to Copperhollow
maintainer: Osric
---

# Newcomer's guide

A survival world, opened in October 2019.
"""


@pytest.fixture
def line(seeds, write, index):
    """Return the lines that answer a question for sure."""
    write({"tapes.md": TAPES, "guide.md": GUIDE, "boats.md": "# Boats\n\nBo painted them.\n"})
    encoder = HashEncoder()
    build_index(seeds, index, encoder)

    def line(question):
        with open_index(index, encoder) as searcher:
            answer = searcher.ask(question)
        return [
            one.text[span.start - one.start : span.end - one.start]
            for one in answer.passages
            for span in one.highlights
            if answer.confidence.probability > 0.9
        ]

    return line


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who is the author of retention of tapes?", "author: Bogdan Ilic"),
        ("Who wrote the retention of tapes document", "author: Bogdan Ilic"),
        ("who approved Retention of Tapes", "approved_by: Marisol Tran"),
        ("which version of retention of tapes is it", "version: 7"),
        ("until when is the retention of tapes valid", "valid_until: 2026-09-30"),
        ("when was retention of tapes last updated", "updated: 2024-06-20"),
        ("who maintains the newcomer's guide", "maintainer: Osric"),
        ("who is responsible for the newcomer's guide?", "maintainer: Osric"),
    ],
)
def test_the_line_is_quoted(question, said, line):
    assert line(question) == [said]


@pytest.mark.parametrize(
    "question",
    [
        "who updated retention of tapes",
        "who signs the box of a tape",
        "who painted the boats",
        "who maintains the boats",
        "when was the author of retention of tapes born",
    ],
)
def test_another_question_is_searched(question, line):
    assert not [said for said in line(question) if ": " in said]
