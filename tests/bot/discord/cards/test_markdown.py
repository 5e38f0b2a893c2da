"""Markdown of documents as Discord shows it: golden texts, written by hand."""

import pytest

from bot.discord.cards.escape import JOINER, length
from bot.discord.cards.fit import fit, parts
from bot.discord.cards.runs import SEAM
from retrieval.domain import Citation, Passage, Span

CITATION = Citation(path="a.md", title="A", headings=(), first_line=1, last_line=1)


def passage(text, *answering, media_type="text/markdown", opening=""):
    spans = tuple(
        Span(start=100 + text.index(a), end=100 + text.index(a) + len(a)) for a in answering
    )
    return Passage(
        citation=CITATION,
        text=text,
        start=100,
        end=100 + len(text),
        highlights=spans,
        score=1.0,
        media_type=media_type,
        opening=opening,
    )


def shown(text, *answering, budget=1500, marked=True, **more):
    return fit(passage(text, *answering, **more), budget, marked=marked).text


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [
        # Bold is the answer alone; what the document sets in bold is underlined.
        (
            "Some **strong** words. The *key* is **red**.",
            "The *key* is **red**.",
            "Some __strong__ words. **The _key_ is __red__.**",
        ),
        ("***All*** of it.", "***All*** of it.", "**__*All*__ of it.**"),
        ("A ~~b~~ c `d e` f", "c `d e`", "A ~~b~~ **c `d e`** f"),
        ("un*believ*able", "un*believ*able", f"**un{SEAM}_believ_{SEAM}able**"),
        ("**The answer.** Not it.", "**The answer.**", "**__The answer.__** Not it."),
        ("a\\*b &amp; c", "a\\*b &amp; c", "**a\\*b & c**"),
        (
            "Press <kbd>F5</kbd><br>or <your key>.",
            "<kbd>F5</kbd>",
            "Press **`F5`**\nor \\<your key\\>.",
        ),
        ("## How *to*\n\nDo it.", "Do it.", "__How *to*__\n**Do it.**"),
        # A line end is a space where the line was full, and stays where its writer meant it.
        (
            "This sentence is so long that its line had to break\nhere, and it goes on. Next.",
            "here, and it goes on.",
            "This sentence is so long that its line had to break **here, and it goes on.** Next.",
        ),
        ("Name: Ada\nPhone: 123", "Phone: 123", "Name: Ada\n**Phone: 123**"),
        ("first\n\n---\n\nsecond", "second", "first\n\n**second**"),
    ],
)
def test_words(text, answer, expected):
    assert shown(text, answer) == expected


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [
        ("- one\n- two **b**\n  - deep\n", "two **b**", "- one\n- **two __b__**\n  - deep"),
        ("Do:\n\n3. c\n4. d\n", "d", "Do:\n3\\. c\n4\\. **d**"),
        ("1. one\n   more of it\n", "more of it", "1\\. one\n  **more of it**"),
        (
            "1. Run:\n\n   ```sh\n   x\n   ```\n2. Go.",
            "Go.",
            "1\\. Run:\n```sh\nx\n```\n2\\. **Go.**",
        ),
        ("> said\n> so\n\nafter", "so", "> said\n> **so**\n\nafter"),
        ("> [!WARNING]\n> Hot.", "Hot.", "> __Warning__\n> **Hot.**"),
        ('!!! note "Read"\n    It is.\n', "It is.", "> __Read__\n> **It is.**"),
        (":::tip Do this\nIt helps.\n:::\n", "It helps.", "> __Do this__\n> **It helps.**"),
    ],
)
def test_lists_and_boxes(text, answer, expected):
    assert shown(text, answer) == expected


def test_an_item_keeps_its_number_where_others_are_left_out():
    """Discord counts a list itself: a seventh rule would become the second."""
    rules = "\n".join(f"{n}. Rule number {n} is here to be kept." for n in range(1, 30))
    text = shown(rules, "Rule number 17 is here to be kept.", budget=150)
    assert "17\\. **Rule number 17 is here to be kept.**" in text
    assert text.startswith("…\n")
    assert text.endswith(("\n…", " …"))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("[guide](https://a.example/x)", "[guide](<https://a.example/x>)"),
        ("<https://a.example/x>", "<https://a.example/x>"),
        ("https://a.example/x.", "<https://a.example/x>."),
        ("[**guide**](https://a.example)", "[guide](<https://a.example>)"),
        ("[a.example](https://a.example)", "<https://a.example>"),
        (
            "[https://bank.example](https://evil.example)",
            "https\\://bank.example (<https://evil.example>)",
        ),
        ("[bank.example](https://evil.example)", "bank.example (<https://evil.example>)"),
        ("[a](http://a.example)", "a (http\\://a.example)"),
        ("[a](guide.md#x)", "a"),
        ("[a](<javascript:alert(1)>)", "\\[a\\](\\<javascript\\:alert(1)\\>)"),
        ("[a](https://discord.gg/x)", "a (https\\://discord\\.gg/x)"),
        ("[a](https://u@evil.example)", "a (https\\://u@evil.example)"),
        ("[a \\[b\\]](https://a.example)", "a \\[b\\] (<https://a.example>)"),
        ("![alt](https://a.example/i.png)", "_alt_"),
        ("`https://a.example`", "`https://a.example`"),
    ],
)
def test_links_are_live_where_they_are_https_and_say_where_they_lead(address, expected):
    assert shown(f"See {address}", "See") == f"**See** {expected}"


def test_a_link_in_an_answer_is_bold_and_live():
    assert shown("See [it](https://a.example).", "See [it](https://a.example).") == (
        "**See [it](<https://a.example>).**"
    )


def test_a_plain_text_is_not_markdown_but_its_addresses_are_live():
    text = "# 1. *a* _b_\n- [x](https://a.example) **c**"
    assert shown(text, "**c**", media_type="text/plain") == (
        "\\# 1. \\*a\\* \\_b\\_\n\\- \\[x\\](<https://a.example>) **\\*\\*c\\*\\***"
    )


def test_code_can_be_copied_and_its_answering_lines_are_marked():
    text = "```sh\ncd app\nmake run\nexit\n```"
    assert shown(text, "make run") == (
        "```sh\ncd app\n```\n**▾**\n```sh\nmake run\n```\n```sh\nexit\n```"
    )
    assert shown(text, "make run", marked=False) == text
    assert shown("make run\nexit\n```\nDone.", "make run", opening="```sh\n") == (
        "**▾**\n```sh\nmake run\n```\n```sh\nexit\n```\nDone."
    )


def test_a_fence_cannot_be_broken_out_of():
    text = "````\n```\n**out** @everyone <@1> ``` x\n````"
    drawn = shown(text, "**out**")
    assert drawn.count("```") == 2 * 2
    assert f"`{JOINER}`{JOINER}`" in drawn
    assert "@everyone" not in drawn
    assert "<@1>" not in drawn


@pytest.mark.parametrize(
    "language", ["c++", "objective-c", "c#", "a b", "x`y", "\u202ex", "@everyone"]
)
def test_a_language_is_a_word_or_none(language):
    first = shown(f"~~~{language}\nx\n~~~", "x", marked=False).splitlines()[0]
    assert first in {"```c++", "```objective-c", "```c#", "```a", "```"}


TABLE = "| What | Time |\n|:--|--:|\n| Spam | 1 day |\n| Scam | **for** ever |\n"


def test_a_table_is_aligned_and_its_answering_row_marked():
    assert shown(TABLE, "| Scam | **for** ever |") == (
        "```\n  What |     Time\n  -----+---------\n  Spam |    1 day\n▸ Scam | for ever\n```"
    )
    assert shown(TABLE, "| Scam |", marked=False) == (
        "```\nWhat |     Time\n-----+---------\nSpam |    1 day\nScam | for ever\n```"
    )


def test_of_a_long_table_the_header_and_the_answer_are_kept():
    rows = "".join(f"| name {n} | {n} |\n" for n in range(200))
    text = shown("| Who | N |\n|---|---|\n" + rows, "| name 77 | 77 |", budget=200)
    assert "  Who" in text
    assert "▸ name 77 | 77" in text
    assert "\n  …" in text


def test_chinese_and_emoji_take_two_columns():
    text = "| 名前 | n |\n|---|---|\n| 剣 | 1 |\n| 🎉x | 2 |\n| abcd | 3 |"
    assert shown(text, "| 剣 | 1 |", marked=False) == (
        "```\n名前 | n\n-----+--\n剣   | 1\n🎉x  | 2\nabcd | 3\n```"
    )


def test_a_wide_table_is_told_row_by_row():
    text = (
        "| Item | Where it is found | What it costs there | Sold by whom |\n|---|---|---|---|\n"
        "| Sword | the [cave](https://a.example) in the far North | 500 | Ben |\n"
        "| Axe | wood | 5 | Tim |"
    )
    assert shown(text, "| Axe | wood | 5 | Tim |") == (
        "- Item: Sword · Where it is found: the [cave](<https://a.example>) in the far North"
        " · What it costs there: 500 · Sold by whom: Ben\n"
        "- Item: **Axe** · Where it is found: **wood** · What it costs there: **5**"
        " · Sold by whom: **Tim**"
    )


def test_a_tables_links_stand_below_it():
    text = "| A | B |\n|---|---|\n| [x](https://a.example) | 1 |"
    assert shown(text, "| [x](https://a.example) | 1 |").endswith(
        "```\n-# [x](<https://a.example>)"
    )


def test_a_row_alone_is_read_under_its_header():
    row = "| Scam | ban |"
    assert shown(row, row, opening="| What | Then |\n|---|---|\n") == (
        "```\n  What | Then\n  -----+-----\n▸ Scam | ban\n```"
    )


def test_parts_draw_everything_in_pieces():
    text = "Intro.\n\n" + "".join(f"- item number {n} with `code`\n" for n in range(100))
    text += "\n" + TABLE
    found = list(parts(passage(text, "Intro."), 400))
    assert all(length(part) <= 400 for part in found)
    together = "\n".join(found)
    assert all(f"item number {n} with `code`" in together for n in range(100))
    assert "for ever" in together
