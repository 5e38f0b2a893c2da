"""Web pages: the text without what frames it, and its structure."""

import pytest

from retrieval.domain import BlockKind
from retrieval.locators import Paragraph
from retrieval.reading import read_file


def read(body, head="<title>Tides</title>"):
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_file(page.encode(), "a.html").documents[0]


def told(document):
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


@pytest.mark.parametrize(
    "frame",
    [
        "<nav><p>Home</p></nav>",
        '<div class="sidebar"><p>Home</p></div>',
        '<div id="toc" class="local-toc"><p>Home</p></div>',
        '<div role="navigation"><p>Home</p></div>',
        "<footer><p>Home</p></footer>",
        "<aside><p>Home</p></aside>",
        "<script>Home()</script>",
        '<p style="display: none">Home</p>',
        "<form><button>Home</button></form>",
        '<ul><li><a href="a">Home</a></li><li><a href="b">Home</a></li><li><a href="c">Home</a>',
    ],
)
def test_what_frames_the_text_is_left_out(frame):
    assert told(read(f"{frame}<p>High water is at nine.</p>")) == [
        (BlockKind.PARAGRAPH, "High water is at nine.")
    ] or told(read(f"<p>High water is at nine.</p>{frame}")) == [
        (BlockKind.PARAGRAPH, "High water is at nine.")
    ]


def test_the_main_part_is_the_text_where_it_is_marked():
    document = read("<div><p>Log in.</p></div><main><p>High water is at nine.</p></main>")
    assert document.text == "High water is at nine."


def test_a_page_is_not_lost_for_the_name_of_what_it_stands_in():
    inner = "".join(f"<p>Paragraph {n} of the page.</p>" for n in range(5))
    assert len(read(f'<div class="has sidebar">{inner}</div>').blocks) == 5


def test_lists_terms_and_programs():
    document = read(
        "<ul><li>Papers<ul><li>copied</li></ul></li><li><p>Key</p><p>brass</p></li></ul>"
        "<ol start=3><li>Third</li></ol><dl><dt>Fee</dt><dd>24 crowns</dd></dl>"
        '<pre><code class="language-python">a = 1\n  b = 2</code></pre>'
    )
    items = [(b.level, b.mark, document.text[b.start : b.end]) for b in document.blocks[:-1]]
    assert items == [
        (1, "-", "Papers"),
        (2, "-", "copied"),
        (1, "-", "Key"),
        (1, "", "brass"),
        (1, "3.", "Third"),
        (1, "-", "Fee: 24 crowns"),
    ]
    code = document.blocks[-1]
    assert (code.kind, code.language) == (BlockKind.CODE, "python")
    assert document.text[code.start : code.end] == "a = 1\n  b = 2"


def test_a_cell_that_reaches_down_is_in_each_row():
    document = read(
        "<table><tr><th>Berth<th>Fee</tr><tr><td rowspan=2>Pier<td>9</tr><tr><td>24</tr></table>"
    )
    assert [words for _, words in told(document)] == ["Berth | Fee", "Pier | 9", "Pier | 24"]
    assert document.blocks[0].is_header


def test_paragraphs_are_counted_below_their_heading():
    document = read("<h1>Tides</h1><p>One.</p><h2>Ebb</h2><p>Two.</p><p>Three.</p>")
    assert document.title == "Tides"
    assert document.blocks[-1].headings == ("Ebb",)
    assert document.blocks[-1].locator == Paragraph(number=2)


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-8", "shift_jis"])
def test_the_encoding_is_the_one_that_the_page_declares(encoding):
    words = "東京の天気" if encoding == "shift_jis" else "Æble på træ"
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{words}</p></body></html>'
    assert read_file(page.encode(encoding), "a.html").documents[0].text == words


def test_boxes_and_bold_beginnings_are_told():
    document = read(
        '<div class="admonition warning"><p>Deep water.</p></div><p><b>Fee:</b> 24 crowns.</p>'
    )
    assert document.blocks[0].admonition == "warning"
    lead = document.blocks[1].lead
    assert document.text[lead.start : lead.end] == "Fee:"
