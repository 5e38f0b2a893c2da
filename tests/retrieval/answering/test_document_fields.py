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
RECORD = """\
---
id: KEEL-007
title: Paint below the water line
author: Ines Morrow
status: withdrawn
reviewers:
  - Abel Stone
date: 2021-04-18
---

# Choice

We paint hulls with copper.
"""


@pytest.fixture
def line(seeds, write, index):
    """Return the lines that answer a question for sure."""
    write(
        {
            "tapes.md": TAPES,
            "guide.md": GUIDE,
            "notes/keel-007.md": RECORD,
            "boats.md": "# Boats\n\nBo painted them.\n",
        }
    )
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
        ("who wrote the decision about paint below the water line", "author: Ines Morrow"),
        ("what is the status of KEEL-007", "status: withdrawn"),
        ("who reviewed keel 7?", "reviewers:\n  - Abel Stone"),
        ("who is KEEL-7 by", "author: Ines Morrow"),
        ("from when is KEEL-007", "date: 2021-04-18"),
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
        "what is the status of KEEL-008",
        "who painted KEEL-007",
        "when was the author of retention of tapes born",
    ],
)
def test_another_question_is_searched(question, line):
    assert not [said for said in line(question) if ": " in said]
