"""What has to be read before a part of a document, and what a passage says of its document."""

import pytest

from retrieval.answering.opening import opening
from retrieval.domain import BlockKind
from retrieval.reading.registry import media_type_of

CODE, TABLE, ITEM, TEXT = (
    BlockKind.CODE,
    BlockKind.TABLE,
    BlockKind.LIST_ITEM,
    BlockKind.PARAGRAPH,
)


@pytest.mark.parametrize(
    ("before", "kind", "expected"),
    [
        ("Run this:\n\n```sh\n", CODE, "```sh\n"),
        ("```sh\ncd x\n  ", CODE, "```sh\n  "),
        ("~~~~ python\nx\n", CODE, "~~~~ python\n"),
        ("1. Do it:\n   ```\n   ", CODE, "   ```\n   "),
        ("Indented:\n\n    ", CODE, "```\n    "),
        ("| A | B |\n|---|:-:|\n", TABLE, "| A | B |\n|---|:-:|\n"),
        ("| A | B |\r\n|---|---|\r\n| 1 | 2 |\r\n", TABLE, "| A | B |\n|---|---|\n"),
        ("| A | B |\n|---|---|\n| 1 | 2 |\n\n", TABLE, ""),
        ("No table\n", TABLE, ""),
        ("- ", ITEM, "- "),
        ("Items:\n  12. ", ITEM, "  12. "),
        ("> - ", ITEM, "> - "),
        ("> First. ", TEXT, "> "),
        ("## ", BlockKind.HEADING, "## "),
        ("Words before it. ", TEXT, ""),
        ("-5 degrees. ", TEXT, ""),
        ("Words.\n\n!!! tip ", BlockKind.HEADING, "!!! tip "),
        ("??? note ", TEXT, "??? note "),
        ("::: warning ", TEXT, "::: warning "),
        ("Really!!! He ", TEXT, ""),
        ("", TEXT, ""),
    ],
)
def test_it_is_the_line_that_opened_a_block_or_the_marks_before_the_words(before, kind, expected):
    assert opening(before, kind) == expected


def test_how_a_text_is_written_comes_from_its_reader():
    assert media_type_of("markdown 1 markdown-it-py 4.0.0") == "text/markdown"
    assert media_type_of("plain_text 1 charset-normalizer 3.4") == "text/plain"
    assert media_type_of("") == "text/plain"
