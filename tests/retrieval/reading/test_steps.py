"""Lines and paragraphs that are the steps of one list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.domain import BlockKind
from retrieval.reading import read_file


def items(text, name):
    (document,) = read_file(text.encode(), name).documents
    return [
        (block.mark, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind is BlockKind.LIST_ITEM
    ]


SAID = ["Wind the warp.", "Tie it up.", "Draw it in."]


@pytest.mark.parametrize(
    "mark",
    ["Step {}:", "STEP {}.", "step {} -", "Step {} –", "Step {})", "**Step {}:**", "**Step {}**"],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_numbered_steps_are_items(mark, gap, name):
    marks = [mark.format(number) for number in (1, 2, 3)]
    lines = gap.join(f"{one} {said}" for one, said in zip(marks, SAID, strict=True))
    found = items(f"# Loom\n\nIt is old.\n\n{lines}\n\nIt is done.\n", name)
    assert found == list(zip(marks, SAID, strict=True))


def test_paragraphs_of_a_page_are_steps_too():
    page = "<h1>Loom</h1><p>It is old.</p>" + "".join(
        f"<p><b>Step {number}:</b> {said}</p>" for number, said in enumerate(SAID, 1)
    )
    assert [said for _, said in items(f"<html><body>{page}</body></html>", "a.html")] == SAID


@pytest.mark.parametrize(
    "words",
    [
        ["First, wind it.", "Then, tie it.", "Finally, draw it."],
        ["Firstly, wind it.", "Secondly, tie it.", "Lastly, draw it."],
        ["First of all wind it.", "After that tie it.", "Next draw it."],
        ["To begin with, wind it.", "Next, tie it.", "In the end, draw it."],
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_steps_told_in_words_are_items_and_keep_their_words(words, name):
    text = "# Loom\n\nIt is old.\n\n" + "\n\n".join(words) + "\n\nIt is done.\n"
    assert [said for _, said in items(text, name)] == words


def test_what_stands_right_below_a_step_goes_on_with_it():
    text = "Loom\n\nStep 1: Wind the warp.\nNot too fast.\nStep 2: Tie it up.\n\nIt is done.\n"
    assert items(text, "a.txt") == [
        ("Step 1:", "Wind the warp."),
        ("", "Not too fast."),
        ("Step 2:", "Tie it up."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Step 1: Prepare\n\nLay out the tools.\n\nStep 2: Weave\n\nThrow the shuttle.\n",
        "Step 1 is hard.\n\nStep 2 is not.\n",
        "Step 3: Wind the warp.\n\nThe rest is easy.\n",
        "First, it rained.\n\nThen it stopped.\n\nWe went home.\n",
        "First aid is given in the hall.\n\nNext, there is tea.\n\nThen we go.\n",
    ],
)
def test_others_are_none(text):
    assert items(f"# Loom\n\nIt is old.\n\n{text}", "a.md") == []


@given(
    st.lists(
        st.sampled_from(
            [
                "Step 1: a",
                "Step 2: **b** c",
                "**Step 3:** d",
                "First, e.",
                "Then f.",
                "",
                "g",
                "- h",
            ]
        ),
        min_size=1,
    ),
    st.sampled_from(["a.txt", "a.md"]),
)
def test_whatever_stands_there_blocks_are_in_order_and_lose_no_words(lines, name):
    text = "# Loom\n\nIt is old.\n\n" + "\n".join(lines) + "\n"
    (document,) = read_file(text.encode(), name).documents
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.start < block.end
        ends.append(block.end)
    said = "".join(document.text[block.start : block.end] for block in document.blocks)
    for letter in "abcdefgh":
        present = sum(letter in line.replace("Step", "").split() for line in lines)
        assert said.count(letter) >= present
