"""Lists whose bullets are what a keyboard has."""

from textwrap import dedent

import pytest

from retrieval.domain import BlockKind
from retrieval.reading.sentences import read_sentences


def items(text, path="a.txt"):
    """Return the items of a text's lists, each with its mark and its depth."""
    (one,) = read_sentences(dedent(text).encode(), path)
    text = one.document.text
    return [
        (block.mark, block.level, text[block.start : block.end])
        for block in one.document.blocks
        if block.kind is BlockKind.LIST_ITEM
    ]


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", ["o", "»", "~", "+", "->", "=>", "✓", "•", "▸"])
def test_lines_beside_each_other_with_one_mark_are_a_list(mark, gap, path):
    text = "Bring to the mooring:\n\n" + gap.join(
        f"{mark} {what}" for what in ("two long ropes", "a fender", "the blue key")
    )
    found = [(level, words) for _, level, words in items(text, path)]
    assert found == [(1, "two long ropes"), (1, "a fender"), (1, "the blue key")]


def test_a_list_may_stand_right_below_what_announces_it():
    text = """\
        # Ropes

        Bring to the mooring:
        o two long ropes
        o a fender

        That is all.
        """
    assert items(text, "a.md") == [("o", 1, "two long ropes"), ("o", 1, "a fender")]
    assert items(text) == [("o", 1, "two long ropes"), ("o", 1, "a fender")]


def test_marks_of_changes_are_items_of_one_list():
    text = "New this year\n\n + A crane\n - The old winch\n ! Mind the step\n"
    assert [mark for mark, _, _ in items(text)] == ["+", "-", "!"]


@pytest.mark.parametrize("indent", ["", "  "])
def test_a_second_level_of_letters_stands_under_the_bullet_above(indent):
    text = f"• ropes\n{indent}o long\n{indent}o short\n• fenders\n{indent}o round\n{indent}o flat\n"
    found = [(level, words) for _, level, words in items(text)]
    assert found == [
        (1, "ropes"),
        (2, "long"),
        (2, "short"),
        (1, "fenders"),
        (2, "round"),
        (2, "flat"),
    ]


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "text",
    [
        "~ about forty boats lie here in July.\n\nThe rest is empty.\n",
        "Era tarde quando\no barco chegou, e\no porto estava vazio.\n",
        "o barco chegou tarde.\n\nNada mais se soube dele.\n",
    ],
)
def test_a_line_that_begins_so_by_itself_is_none(text, path):
    assert items("Harbour\n\n" + text, path) == []


def test_the_rest_of_an_item_belongs_to_it():
    text = "Bring:\n\n» two long ropes, of which one\n  floats\n» a fender\n"
    assert [" ".join(words.split()) for _, _, words in items(text)] == [
        "two long ropes, of which one floats",
        "a fender",
    ]
