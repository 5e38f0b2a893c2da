"""Quoted text is shown as it is and acts on nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.cards.escape import JOINER, bold, escape, inline, length


def shown(text: str) -> str:
    """What Discord shows: a backslash before punctuation goes, invisible joiners are invisible."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text).replace(JOINER, "")


@pytest.mark.parametrize(
    ("raw", "escaped"),
    [
        ("*a* _b_ ~~c~~ ||d|| `e`", r"\*a\* \_b\_ \~\~c\~\~ \|\|d\|\| \`e\`"),
        ("# title\n## two\n-# small", "\\# title\n\\## two\n\\-# small"),
        ("- a\n* b\n+ c\n1. d\n2) e", "\\- a\n\\* b\n\\+ c\n1\\. d\n2\\) e"),
        ("> quote", r"\> quote"),
        ("[text](https://evil.example)", r"\[text\](https\://evil.example)"),
        ("see https://a.example", r"see https\://a.example"),
        ("discord.gg/abc", r"discord\.gg/abc"),
        ("@everyone @here", f"@{JOINER}everyone @{JOINER}here"),
        ("<@123>", rf"\<{JOINER}@{JOINER}123\>"),
        ("<#1> <:x:2> <t:3:R>", rf"\<{JOINER}#1\> \<{JOINER}:x\:2\> \<{JOINER}t\:3\:R\>"),
        ("back\\slash", "back\\\\slash"),
        ("In 1853. Yes", "In 1853. Yes"),
        ("a\u202eb\u2066c\x00d", "abcd"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\n\n \n\nb", "a\n\nb"),
        ("e" + "\u0301" * 50, "e" + "\u0301" * 5),
        ("\ud800x", "\ufffdx"),
        ("@\u202eeveryone", f"@{JOINER}everyone"),
    ],
)
def test_what_becomes_of_it(raw, escaped):
    assert escape(raw) == escaped


@given(
    st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=80)
)
def test_a_reader_sees_the_same_text(text):
    assert shown(escape(text)) == text


@given(st.text(max_size=60))
def test_no_syntax_stays_alive(text):
    live = re.sub(r"\\[^0-9A-Za-z\s]", "", escape(text))
    assert not re.search(r"[*_~|`\[\]<>]", live)
    assert not re.search(r"@everyone|@here", escape(text))
    assert not re.search(r"(?i)\b[a-z]+://", escape(text))
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", escape(text))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("plain", "**plain**"),
        (" padded ", " **padded** "),
        ("*starts", "**\\*starts**"),
        ("ends*", "**ends\\***"),
        ("ends_", "**ends\\_**"),
        ("ends\\", "**ends\\\\**"),
        ("   ", "   "),
        ("\u202e", ""),
    ],
)
def test_bold_stays_bold(raw, expected):
    assert bold(raw) == expected


def test_a_name_is_one_line_and_cannot_reorder_its_neighbours():
    assert inline("a\n b", limit=10) == "a b"
    assert inline("x" * 50, limit=12) == "x" * 9 + "…"
    assert length(inline("*" * 50, limit=12)) <= 12
    assert inline("שלום", limit=10) == "\u2068שלום\u2069"
    assert inline("a\u202eb", limit=10) == "ab"


def test_length_counts_an_emoji_as_two():
    assert length("a😀") == 3
