"""HTML, boxes, tabs, MDX and pictures written out, as READMEs and documentation have them."""

import base64
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.domain import BlockKind
from retrieval.reading.formats.markdown import read
from retrieval.reading.sentences import read_sentences
from retrieval.text.mending import sentence_words


def blocks(text):
    (contents,) = read(text.encode(), "a.md").documents
    return [(b.kind.value, text[b.start : b.end], b.admonition) for b in contents.blocks]


def said(text):
    (one,) = read_sentences(text.encode(), "a.md")
    return [" ".join(words.split()) for words in sentence_words(one.document, one.sentences)]


def test_a_readme_whose_head_is_html():
    text = (
        '<div align="center">\n<img src="logo.svg" alt="logo">\n<h1>Kestrel</h1>\n'
        "<p>A <b>small</b>, quiet log reader for <a href='x'>old</a> machines.<br>Free.</p>\n"
        "</div>\n\n## Use\n\nIt reads <kbd>stdin</kbd>.\n"
    )
    (one,) = read_sentences(text.encode(), "a.md")
    assert one.document.title == "Kestrel"
    assert said(text) == [
        "Kestrel",
        "A small, quiet log reader for old machines.",
        "Free.",
        "Use",
        "It reads stdin.",
    ]


def test_lists_tables_and_folds_in_html():
    text = (
        "<ul><li>One thing.</li><li>Another <i>thing</i>.</li></ul>\n\n"
        "<table><tr><th>Port</th><th>Use</th></tr>\n<tr><td>22</td><td>ssh</td></tr></table>\n\n"
        "<details><summary>Is it free?</summary>\n\nYes, it is.\n\n</details>\n\n"
        "<!-- not for <b>readers</b> -->\n\n<script>\nlet a = 1\n</script>\n"
    )
    found = blocks(text)
    assert [kind for kind, _, _ in found] == [
        "list item",
        "list item",
        "table",
        "table",
        "paragraph",
        "paragraph",
    ]
    (contents,) = read(text.encode(), "a.md").documents
    row = contents.blocks[3]
    assert [text[c.start : c.end] for c in row.cells] == ["22", "ssh"]
    assert found[4][1] == "Is it free?"
    assert found[5][1] == "Yes, it is."


def test_what_looks_like_a_tag_and_is_a_word_is_searched():
    assert said("Run `get <version>` or write to <ann@example.org>, not <version>.\n") == [
        "Run `get <version>` or write to <ann@example.org>, not <version>."
    ]


BOXES = [
    ("!!! warning\n\n    Tanks are emptied on Monday. Close the valve first.\n", "warning"),
    ('!!! tip "By the way"\n    Tanks are emptied on Monday. Close the valve first.\n', "tip"),
    ("??? question\n\n    Tanks are emptied on Monday. Close the valve first.\n", "question"),
    ('=== "North"\n\n    Tanks are emptied on Monday. Close the valve first.\n', "tab"),
    (":::caution\n\nTanks are emptied on Monday. Close the valve first.\n\n:::\n", "caution"),
    ("::: info\nTanks are emptied on Monday. Close the valve first.\n:::\n", "info"),
    ("> [!IMPORTANT]\n> Tanks are emptied on Monday. Close the valve first.\n", "important"),
    ("```{note}\nTanks are emptied on Monday. Close the valve first.\n```\n", "note"),
    ("!!! note\r\n\r\n    Tanks are emptied on Monday. Close the valve first.\r\n", "note"),
]


@pytest.mark.parametrize(("text", "kind"), BOXES)
def test_a_box_is_read_sentence_by_sentence(text, kind):
    whole = f"# Tanks\n\n{text}\nAfter it.\n"
    sentences = said(whole)
    assert sentences[-3:] == ["Tanks are emptied on Monday.", "Close the valve first.", "After it."]
    found = blocks(whole)
    assert found[-2][0] == "paragraph"
    assert (found[-2][2], found[-1][2]) == (kind, "")


def test_a_box_may_have_a_name_and_hold_lists_and_code():
    found = blocks('!!! tip "By the way"\n\n    - a thing\n\n    ```sh\n    ls\n    ```\n')
    assert [(kind, box) for kind, _, box in found] == [
        ("paragraph", "tip"),
        ("list item", "tip"),
        ("code", "tip"),
    ]
    assert found[0][1] == '"By the way"'


def test_the_statements_of_mdx_are_for_programs():
    text = (
        "import Tabs from '@theme/Tabs';\nimport X from \"y\";\n\n"
        "export const meta = {\n  title: 'x',\n}\n\n{/* a note */}\n\n"
        "<Tabs>\n<TabItem value='a'>\n\nImport the goods before noon.\n\n</TabItem>\n</Tabs>\n"
    )
    assert said(text) == ["Import the goods before noon."]
    assert read_sentences(text.encode(), "a.mdx")[0].document.blocks


BLOB = base64.b64encode(random.Random(7).randbytes(3000)).decode()


@pytest.mark.parametrize(
    "picture",
    [
        f"![Front panel](data:image/png;base64,{BLOB})",
        f"See ![Front panel](data:image/png;base64,{BLOB} 'a title') and go on.",
        f'<img src="data:image/png;base64,{BLOB}" alt="x">',
        f'Before <img alt="x" src="data:image/svg+xml;base64,{BLOB}"> it.',
        f"- ![Front panel](data:image/png;base64,{BLOB})",
        f"Raw: data:application/octet-stream;base64,{BLOB}",
        f"[pic]: <data:image/png;base64,{BLOB}>\n\nSee ![x][pic].",
    ],
)
@pytest.mark.parametrize("path", ["a.md", "a.txt"])
def test_a_picture_that_is_written_out_is_never_quoted(picture, path):
    text = f"Printer\n\nThe code is 2580.\n\n{picture}\n\nThe end of it.\n"
    (one,) = read_sentences(text.encode(), path)
    quoted = [text[s.start : s.end] for s in one.sentences]
    assert not any(BLOB[:40] in words or BLOB[-40:] in words for words in quoted)
    assert "The code is 2580." in quoted
    assert "The end of it." in quoted
    if "Front panel" in picture:
        assert "Front panel" in quoted


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("  " * depth + f"- step {depth}" for depth in range(70)),
        "\n".join("> " * depth + f"> line {depth}\n" + "> " * depth for depth in range(90)),
        "> " * 200 + "the deepest words",
        "\n".join("> " * depth + f"- item {depth}" for depth in range(1, 70)),
    ],
)
def test_what_is_nested_deeper_than_the_parser_reads_is_read_as_lines_and_told(text):
    reading = read(text.encode(), "a.md")
    (contents,) = reading.documents
    covered = " ".join(text[b.start : b.end] for b in contents.blocks)
    words = [word for word in text.split() if word.isalnum()]
    assert [word for word in words if word not in covered] == []
    (warning,) = reading.warnings
    assert "nested too deeply" in warning


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "words here.",
        "\n",
        "\n\n",
        "!!! note",
        "    ",
        ":::tip",
        ":::",
        "> [!NOTE]",
        "> ",
        '=== "T"',
        "- ",
        "```{note}",
        "```",
        "<img src='data:image/png;base64,AAAA'>",
        "import x from 'y'",
        "data:a/b,cc",
        "\r",
        "<h1>",
        "</h1>",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_blocks_are_in_order_and_omissions_inside_of_them(text):
    (contents,) = read(text.encode() + b"\n\nEnd.", "a.md").documents
    text += "\n\nEnd."
    end = 0
    for block in contents.blocks:
        assert end <= block.start < block.end <= len(text)
        at = block.start
        for one in block.omitted:
            assert at <= one.start < one.end <= block.end
            at = one.end
        end = block.end
    assert all(block.kind in BlockKind for block in contents.blocks)
