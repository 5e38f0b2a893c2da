"""Markdown cut into blocks, each with its offsets in the source."""

from textwrap import dedent

import pytest

from retrieval.domain import BlockKind
from retrieval.reading.formats.markdown import outline

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
        ("paragraph", "<p>Text in a tag.</p>", deep),
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
