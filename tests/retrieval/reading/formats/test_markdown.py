"""Markdown cut into blocks, each with its offsets in the source."""

from textwrap import dedent

import pytest

from retrieval.domain import BlockKind
from retrieval.reading.formats.markdown import outline

LINK = "https://discord.com/channels/7/8/900"
GUIDE = dedent("""\
    ---
    title: "The guide: part 1"
    author: [Ann Lee, Bob Roe]
    ---
    # The guide: part 1

    Intro with *emphasis*
    on two lines.

    ## Using `it` ##

    > Quoted sentence one.
    > Sentence two goes
    > on.

    1. First step

       with a second paragraph
    2. Second step
       - nested **item**

    | Name | Age |
    |------|-----|
    | Ann  | 30  |

    ### Deep [link](https://example.org)

    ```sh
    verbatim ask
    ```

        indented code

    <!-- a comment -->
    <p>Text in a tag.</p>

    See[^1].

    [^1]: The note itself.

    [ref]: https://example.org

    Another
    =======
    End.
    """)


@pytest.fixture(params=["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def guide(request):
    text = GUIDE.replace("\n", request.param)
    contents = outline(text)
    return contents, [
        (b.kind.value, text[b.start : b.end].replace(request.param, "\n"), b.headings)
        for b in contents.blocks
    ]


def test_every_block_stands_where_it_stands(guide):
    contents, blocks = guide
    assert (contents.title, contents.author) == ("The guide: part 1", "Ann Lee, Bob Roe")
    using, deep = ("Using it",), ("Using it", "Deep link")
    assert blocks == [
        ("byline", "author: [Ann Lee, Bob Roe]", ()),
        ("title", "The guide: part 1", ()),
        ("paragraph", "Intro with *emphasis*\non two lines.", ()),
        ("heading", "Using `it`", ()),
        ("paragraph", "Quoted sentence one.", using),
        ("paragraph", "Sentence two goes\n> on.", using),
        ("list item", "First step", using),
        ("list item", "with a second paragraph", using),
        ("list item", "Second step", using),
        ("list item", "nested **item**", using),
        ("table", "| Name | Age |", using),
        ("table", "| Ann  | 30  |", using),
        ("heading", "Deep [link](https://example.org)", using),
        ("code", "verbatim ask", deep),
        ("code", "indented code", deep),
        ("paragraph", "Text in a tag.", deep),
        ("paragraph", "See[^1].", deep),
        ("paragraph", "The note itself.", deep),
        ("heading", "Another", ()),
        ("paragraph", "End.", ("Another",)),
    ]


def test_the_title_is_the_first_top_heading():
    contents = outline("Preface.\n\n# The *Book*\n\nText.\n\n# Part two\n\nMore.\n")
    assert contents.title == "The Book"
    assert [b.headings for b in contents.blocks] == [(), (), (), (), ("Part two",)]


def test_without_a_top_heading_there_is_no_title():
    contents = outline("## Section\n\nText.\n")
    assert contents.title is None
    assert contents.blocks[1].headings == ("Section",)


def test_a_line_of_the_author_below_the_title():
    contents = outline("# Title\n\n*By Ann Lee*\n\nText.\n")
    assert contents.author == "Ann Lee"
    assert contents.blocks[1].kind is BlockKind.BYLINE


@pytest.mark.parametrize(
    "front",
    ["title: [unclosed", "- just\n- a list", "title: {deep: {er: 1}}", "title:\n", "title: true"],
)
def test_front_matter_that_says_nothing_costs_nothing_but_the_title(front):
    contents = outline(f"---\n{front}\n---\n# Heading\n\nText.\n")
    assert contents.title == "Heading"
    assert [b.kind for b in contents.blocks] == [BlockKind.TITLE, BlockKind.PARAGRAPH]


def test_a_line_of_dashes_at_the_top_is_no_front_matter():
    contents = outline("---\n\nText that goes on.\n")
    assert [b.kind for b in contents.blocks] == [BlockKind.PARAGRAPH]


def test_headings_inside_of_lists_and_quotations_head_nothing():
    contents = outline("# T\n\n- # In a list\n\n> ## In a quotation\n\nText.\n")
    assert contents.blocks[-1].headings == ()


def test_html_without_words_is_left_out():
    assert outline("<div>\n</div>\n\n<!-- nothing\nto see -->\n").blocks == ()


def test_content_that_repeats_its_own_mark_is_found_after_it():
    text = "1. 1\n- - a -\n# # x\n> > q\n"
    assert [text[b.start : b.end] for b in outline(text).blocks] == ["1", "a -", "# x", "q"]


def test_front_matter_is_read_field_by_field():
    text = dedent("""\
        ---
        title: Runbook
        layout: page
        owner: Ines
        tags:
          - backup
          - nightly
        draft:
        ---
        Text.
        """)
    fields = [b for b in outline(text).blocks if b.kind is BlockKind.FIELD]
    assert [text[b.start : b.end] for b in fields] == [
        "owner: Ines",
        "tags:\n  - backup\n  - nightly",
    ]
    assert [text[b.lead.start : b.lead.end] for b in fields] == ["owner", "tags"]


def test_front_matter_that_is_not_understood_is_no_block():
    assert [b.kind for b in outline("---\na: *b\n---\nText.\n").blocks] == [BlockKind.PARAGRAPH]


def test_lists_tell_their_marks_and_depths():
    text = dedent("""\
        2. One

           More of one.

           ```sh
           run
           ```
        3. Two
           * Under two

        After.
        """)
    assert [(b.kind.value, b.mark, b.level, b.language) for b in outline(text).blocks] == [
        ("list item", "2.", 1, ""),
        ("list item", "", 1, ""),
        ("code", "", 1, "sh"),
        ("list item", "3.", 1, ""),
        ("list item", "*", 2, ""),
        ("paragraph", "", 0, ""),
    ]


def test_tables_tell_their_header_and_cells():
    text = "| Plan | `a\\|b` |\n|---|---|\n| Hobby | |\nTeam | $24\n"
    rows = outline(text).blocks
    assert [b.is_header for b in rows] == [True, False, False]
    assert [[text[c.start : c.end] for c in b.cells] for b in rows] == [
        ["Plan", "`a\\|b`"],
        ["Hobby", ""],
        ["Team", "$24"],
    ]


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("**Permissions:** View Channels.", "Permissions:"),
        ("__Is there a discount?__", "Is there a discount?"),
        ("**Owner**: Marlo", "Owner"),
        ("The **bold** word", None),
        ("** not bold **", None),
    ],
)
def test_the_words_set_off_at_the_beginning(words, lead):
    (block,) = outline(words).blocks
    assert (block.lead and words[block.lead.start : block.lead.end]) == lead


@pytest.mark.parametrize(
    ("words", "is_navigation"),
    [
        ("[How do I?](#how) · [Why?](why.md)", True),
        ("[![License](https://img.example/mit.svg)](LICENSE) ![Build](b.svg)", True),
        ("[Download](https://example.org/falcon.zip)", False),
        ("See [How do I?](#how)", False),
        ("Plain words", False),
    ],
)
def test_links_and_nothing_else(words, is_navigation):
    (block,) = outline(words).blocks
    assert block.is_navigation is is_navigation


@pytest.mark.parametrize(
    ("front", "place"),
    [
        (f"message: {LINK}\ndate: 2026-11-29 09:12", ("message, 2026-11-29 09:12", LINK)),
        (f"message: '{LINK}'\nauthor: Mira", ("Mira", LINK)),
        (f"message: {LINK.replace('7', '@me')}", ("message", LINK.replace("7", "@me"))),
        ("message: https://example.org/channels/7/8/900", None),
        (f"message: {LINK}/../../evil", None),
        (f"message: [{LINK}]", None),
        ("author: Mira\ndate: 2026-11-29", None),
    ],
)
def test_what_was_saved_of_a_message_is_cited_by_its_link(front, place):
    document = outline(f"---\n{front}\n---\n\n# Which colour?\n\nIt is blue.\n")
    block = document.blocks[-1]
    assert document.text[block.start : block.end] == "It is blue."
    found = block.locator
    assert (None if found is None else (found.name, found.url)) == place
    # Where a message is cited, who wrote it and when is said by that, and no sentence of its own.
    spans = [document.text[block.start : block.end] for block in document.blocks]
    assert not any("discord.com" in span for span in spans)
    assert any("date: " in span for span in spans) == (place is None and "date" in front)
