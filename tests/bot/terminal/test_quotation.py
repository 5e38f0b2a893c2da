"""Markdown of documents as a terminal and a pipe show it: golden texts, written by hand."""

import io

import pytest

from bot.terminal.console import TerminalConsole
from bot.terminal.quotation import render_quotation
from retrieval.domain import Citation, Passage, Span

CITATION = Citation(path="a.md", title="A", headings=(), first_line=1, last_line=1)


def shown(text, answer, *, terminal=False, answers=True, media_type="text/markdown", opening=""):
    start = 100 + text.index(answer)
    passage = Passage(
        citation=CITATION,
        text=text,
        start=100,
        end=100 + len(text),
        highlights=(Span(start=start, end=start + len(answer)),),
        score=1.0,
        media_type=media_type,
        opening=opening,
    )
    out = io.StringIO()
    console = TerminalConsole(
        file=out,
        force_terminal=terminal,
        color_system="standard" if terminal else None,
        width=44,
    )
    console.show(render_quotation(passage, marks=not terminal, answers=answers))
    return [line.rstrip() for line in out.getvalue().splitlines()]


DOCUMENT = """\
## Rules

Be **kind** and see [the guide](https://a.example/x) or `/rules`.

1. No *spam*:
   - links
   - mentions
2. No **scams**.

> [!NOTE]
> Ask first.

| What | Then |
|:--|--:|
| Spam | 1 day |
| Scam | ban |

```sh
make run
exit
```
"""


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (
            "Be **kind** and see",
            "    **Be kind and see** the guide (https://a.example/x) or `/rules`.",
        ),
        (
            "see [the guide](https://a.example/x)",
            "    Be kind and **see the guide (https://a.example/x)** or `/rules`.",
        ),
        ("`/rules`", "    Be kind and see the guide (https://a.example/x) or **`/rules`**."),
        ("No **scams**.", "    2. **No scams.**"),
        ("mentions", "      • **mentions**"),
        ("Ask first.", "    │ **Ask first.**"),
        ("| Scam | ban |", "    **Scam |   ban**"),
        ("Scam", "    **Scam** |   ban"),
        ("make run", "      **make run**"),
        ("Rules", "    **Rules**"),
    ],
)
def test_in_a_pipe_the_answer_stands_between_stars_and_nothing_else_does(answer, line):
    lines = shown(DOCUMENT, answer)
    assert line in lines
    assert "\n".join(lines).count("**") == 2


def test_a_pipe_gets_the_words_in_their_order():
    assert shown(DOCUMENT, "Ask", answers=False) == [
        "    Rules",
        "    Be kind and see the guide (https://a.example/x) or `/rules`.",
        "    1. No spam:",
        "      • links",
        "      • mentions",
        "    2. No scams.",
        "",
        "    │ Note",
        "    │ Ask first.",
        "",
        "    What |  Then",
        "    -----+------",
        "    Spam | 1 day",
        "    Scam |   ban",
        "",
        "      make run",
        "      exit",
    ]


def test_a_terminal_shows_styles_and_wraps_under_the_words():
    answer = "This answers and is longer than the line of its terminal."
    text = "- one **two** *three* ~~four~~ `five` [six](https://a.example)\n- " + answer
    lines = shown(text, answer, terminal=True)
    joined = "\n".join(lines)
    assert "\x1b[4mtwo\x1b[0m" in joined
    assert "\x1b[3mthree\x1b[0m" in joined
    assert "\x1b[9mfour\x1b[0m" in joined
    assert "`five`" in joined
    assert ";https://a.example\x1b\\" in joined
    bold = [line for line in lines if "\x1b[1m" in line]
    assert bold == [
        "    • \x1b[1mThis answers and is longer than the \x1b[0m",
        "      \x1b[1mline of its terminal.\x1b[0m",
    ]


def test_what_does_not_answer_is_neither_bold_nor_dim():
    lines = "\n".join(shown(DOCUMENT, "Ask first.", terminal=True, answers=False))
    assert "\x1b[1" not in lines
    assert "Ask first." in lines


def test_a_plain_text_is_shown_as_it_is_written():
    text = "# 1. *a*\n\n  - b  `c`"
    assert shown(text, "*a*", media_type="text/plain") == ["    # 1. ***a***", "", "      - b  `c`"]


def test_code_that_begins_inside_of_its_block_is_code():
    assert shown("**x** = 1\n```\nAfter.", "**x** = 1", opening="```py\n") == [
        "      ****x** = 1**",
        "",
        "    After.",
    ]


def test_components_say_nothing_themselves_and_placeholders_do():
    text = (
        '<Tabs>\n<TabItem value="a">\n\nRun <Badge>make</Badge> for <your name> or <Name>.\n\n'
        "</TabItem>\n</Tabs>\n\n<Play/> Port <Port/> and <br/>more.\n"
    )
    assert shown(text, "Port", answers=False) == [
        "    Run make for <your name> or <Name>.",
        "",
        "    Port  and",
        "    more.",
    ]


def test_the_title_of_a_box_has_no_quotation_marks():
    text = '"By the way"\n    Ask first.\n\nThen go.'
    assert shown(text, "Ask first.", opening="!!! tip ") == [
        "    │ By the way",
        "    │ **Ask first.**",
        "",
        "    Then go.",
    ]
