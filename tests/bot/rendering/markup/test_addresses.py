"""Which addresses of a document can be followed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.markup.addresses import linked, looks_like_another, safe_address, told_address
from bot.rendering.markup.blocks import Run, Style


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        ("HTTPS://A.example", "https://A.example"),
        ("https://a.example:8443/", "https://a.example:8443/"),
        ("https://a.example/a_b", "https://a.example/a_b"),
        ("https://a.example/a(b)*c|d", "https://a.example/a%28b%29%2Ac%7Cd"),
        ("https://a.example/@everyone", "https://a.example/%40everyone"),
        ("https://a.example/@user", "https://a.example/@user"),
        ("https://müller.example/ü", "https://xn--mller-kva.example/%C3%BC"),
        ("https://a.example/\u202ex", "https://a.example/%E2%80%AEx"),
        ("http://a.example", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//a.example", None),
        ("guide.md", None),
        ("https://good.example@evil.example/", None),
        ("https://localhost/", None),
        ("https:///x", None),
        ("https://[::1", None),
        ("https://discord.gg/evil", None),
        ("https://www.discord.com/invite/x", None),
        ("https://a.example/" + "x" * 400, None),
    ],
)
def test_only_https_and_only_as_ascii_that_ends_no_markup(address, expected):
    assert safe_address(address) == expected


@given(st.text(max_size=60))
def test_whatever_is_let_through_is_harmless(rest):
    address = safe_address("https://a.example/" + rest)
    if address is not None:
        assert address.startswith("https://a.example/")
        assert not set(address) & set("<>()[]|*`\\ \"'")
        assert address.isascii()
        assert address.isprintable()


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://a.example/x.", ["https://a.example/x"]),
        ("(https://a.example/a_(b))", ["https://a.example/a_%28b%29"]),
        ("https://a.example, https://b.example!", ["https://a.example", "https://b.example"]),
        ("http://a.example xhttps://b.example", []),
        ("https://", []),
        ("https://discord.gg/x", []),
        ("看https://a.example。", []),
        ("看 https://a.example/x。", ["https://a.example/x"]),
    ],
)
def test_addresses_in_running_text_are_links_without_the_sentences_marks(text, links):
    line = linked((Run(text=text),))
    assert "".join(run.text for run in line) == text
    assert [run.link for run in line if run.link] == links


def test_half_an_address_is_no_link():
    line = (Run(text="https://evil.exam", answers=True), Run(text="ple/x https://a.example"))
    assert [run.link for run in linked(line) if run.link] == ["https://a.example"]
    assert "".join(run.text for run in linked(line)) == "https://evil.example/x https://a.example"


def test_code_holds_no_links():
    line = (Run(text="curl https://a.example", style=Style.CODE),)
    assert linked(line) == line


@pytest.mark.parametrize(
    ("words", "address", "other"),
    [
        ("the guide", "https://a.example/x", False),
        ("a.example", "https://a.example/x", False),
        ("https://www.a.example/y", "https://a.example/x", False),
        ("https://bank.example", "https://evil.example", True),
        ("bank.example", "https://evil.example", True),
        ("www.bank.example", "https://bank.example.evil.example", True),
    ],
)
def test_words_that_name_another_host_are_seen(words, address, other):
    assert looks_like_another(words, address) is other


def test_an_address_that_cannot_be_followed_may_be_told():
    assert told_address("http://a.example/x") == "http://a.example/x"
    assert told_address("mailto:a@b.example") == "a@b.example"
    assert told_address("javascript:x") is None
    assert told_address("guide.md") is None
