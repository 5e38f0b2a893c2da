"""What the owner's file of pinned answers says, and what in it is pinned to nothing."""

import pytest

from retrieval.reading import read_file
from retrieval.reading.pinned_files import is_pinned, is_saved

GOOD = """\
---
author: Ann
---

# Pinned answers

## When is it open?
## When can I come?

> It opens at nine.
> It closes at eight.

## May I swim?

Yes, below the bridge.
"""


def read(text, path="pinned.md"):
    return read_file(text.encode(), path)


def test_headings_are_questions_and_quotations_are_only_said_there():
    reading = read(GOOD)
    assert reading.warnings == ()
    (document,) = reading.documents
    assert document.reader.startswith("pinned 1 ")
    quoted = [block for block in document.blocks if block.is_navigation]
    words = " ".join(document.text[one.start : one.end] for one in quoted)
    assert words == "It opens at nine. It closes at eight."


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Lost words.\n\n## When?\n\nNow.\n", ["Line 1 is pinned to nothing: put its question"]),
        ("# Pinned\n\n## When?\n", ["Line 3 is a question with nothing below it."]),
        ("## When?\n\nNow.\n\n### How?\n## Why?\n\nSo.\n", ["Line 5 is a question with nothing"]),
        ("## When?\n## How?\n\nNow.\n", []),
    ],
)
def test_what_is_pinned_to_nothing_is_named_by_its_line(text, faults):
    found = read(text).warnings
    assert len(found) == len(faults)
    for said, fault in zip(found, faults, strict=True):
        assert said.startswith(fault)


def test_there_is_an_end_to_questions():
    text = "".join(f"## Question {number}?\n\nAnswer {number}.\n\n" for number in range(302))
    assert read(text).warnings == (
        "From line 1201 on nothing is pinned: 300 questions are the most.",
    )


def test_only_a_file_of_that_name_right_there_pins():
    assert [is_pinned(path) for path in ("pinned.md", "crew/Pinned.md", "a/b/pinned.md")] == [
        True,
        True,
        False,
    ]
    assert [is_saved(path) for path in ("answer-12.md", "crew/answer-gap-x.md", "answers.md")] == [
        True,
        True,
        False,
    ]
    assert read(GOOD, "a/b/pinned.md").documents[0].reader.startswith("markdown ")
