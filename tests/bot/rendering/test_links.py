"""Links to sources lead where the owner said, and nowhere else."""

import pytest

from bot.rendering.links import link_maker
from retrieval.domain import Citation
from retrieval.locators import Lines, Message, Page

SOURCE = "https://docs.example/{path}?l={line}"


@pytest.mark.parametrize(
    ("template", "path", "url"),
    [
        (SOURCE, "a b/ü.md", "https://docs.example/a%20b/%C3%BC.md?l=3"),
        (SOURCE, "x)](<>.md", "https://docs.example/x%29%5D%28%3C%3E.md?l=3"),
        (SOURCE, "y" * 500, None),
        ("javascript:{path}", "a.md", None),
        (None, "a.md", None),
    ],
)
def test_links_lead_only_where_the_owner_said(template, path, url):
    citation = Citation(path=path, title="t", headings=(), first_line=3, last_line=4)
    assert link_maker(template)(citation) == url


def cited(locator, path="a.pdf"):
    return Citation(
        path=path, title="t", headings=("h",), first_line=30, last_line=40, locator=locator
    )


@pytest.mark.parametrize(
    ("locator", "url"),
    [
        (Page(number=12), "https://docs.example/a.pdf?l=1-1#page=12"),
        (Lines(first=7, last=9), "https://docs.example/a.pdf?l=7-9#page=1"),
        (None, "https://docs.example/a.pdf?l=30-40#page=1"),
        (Message(name="n", url="https://discord.com/channels/1/2/3"), None),
    ],
)
def test_a_link_leads_to_the_place_in_the_formats_own_terms(locator, url):
    link = link_maker("https://docs.example/{path}?l={line}-{last_line}#page={page}")
    assert link(cited(locator)) == (url or locator.url)


@pytest.mark.parametrize("url", ["javascript:1", "https://a.example/)](b", "https://a.example/\n"])
def test_a_message_leads_nowhere_but_to_a_plain_web_address(url):
    assert link_maker(None)(cited(Message(name="n", url=url))) is None
