"""Whatever a document says, the message stays a message: within limits, and inert."""

import re
from random import Random
from urllib.parse import urlsplit

import discord
from discord.http import handle_message_parameters
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.cards.answer import FULL, PLAIN, answer_card
from bot.discord.cards.info import document_cards, report_card
from bot.discord.cards.pages import context_card, more_cards, sources_card
from bot.discord.cards.view import layout_of
from bot.discord.delivery import in_plain
from bot.rendering.links import link_maker
from loopback import check_message_payload, live_links, live_mentions
from loopback.messages import readable
from retrieval.domain import (
    Answer,
    BuildReport,
    Choice,
    Citation,
    Confidence,
    DocumentInfo,
    Level,
    Passage,
    Skipped,
    Span,
)
from retrieval.locators import Page

SOURCE = "https://docs.example/{path}?l={line}"
LINK = link_maker(SOURCE)

HOSTILE = [
    "@everyone",
    "@here",
    "<@123456789012345678>",
    "<@&123456789012345678>",
    "<#123456789012345678>",
    "<:evil:123456789012345678>",
    "<a:evil:123456789012345678>",
    "<t:1618953630:R>",
    "</ask:1234567890123>",
    "<id:customize>",
    "[click](https://evil.example)",
    "[click](<https://evil.example>)",
    "https://evil.example/a_b_c",
    "<https://evil.example>",
    "discord.gg/evil",
    "steam://run/1",
    "mailto:a@evil.example",
    "```py\ncode\n```",
    "`",
    "``",
    "**",
    "__",
    "~~",
    "||spoiler||",
    "# head",
    "\n## head",
    "\n-# small",
    "\n- item",
    "\n* item",
    "\n1. item",
    "\n> quote",
    "\n>>> quote",
    "\u202eright to left\u202c",
    "\u2066x\u2069",
    "\u200f",
    "שלום עולם",
    "مرحبا",
    "\ufeff",
    "\x00",
    "\r\n",
    "Z" + "\u0300\u0316\u0321" * 40,
    "😀" * 30,
    "👨‍👩‍👧‍👦",
    "\\",
    "\\*",
    "\\\\@everyone",
    "word. ",
    "Sentence? ",
    "。",
    "-----",
    "=====",
    "|a|b|\n|-|-|",
    "\ud800",
    "@\u200beveryone",
    "@\u202eeveryone",
    "ﷺ" * 20,
    "](https://evil.example)",
    ") [x](https://evil.example)",
    "<@",
    "123>",
    "://",
    "http",
    "s://evil.example",
    "[https://bank.example](https://evil.example)",
    "[bank.example](https://evil.example/x)",
    "[x](https://u:p@evil.example)",
    "[x](<javascript:alert(1)>)",
    "[x](https://evil.example/@everyone)",
    "[x](https://evil.example/**a**||b||)",
    "[@everyone](https://evil.example)",
    "[<@123456789012345678>](https://evil.example)",
    "[x](https://discord.gg/evil)",
    "[x](https://evil.example/\u202e)",
    "[x\n](https://evil.example)",
    "https://discord.gg/evil ",
    "https://evil.example/<@123456789012345678>",
    "https://evil.example/@here ",
    "https://b\u00fccher.example/ ",
    "![@everyone](https://evil.example/i.png)",
    "`@everyone <@123456789012345678>`",
    "``a ` b``",
    "\n```\n@everyone <@123456789012345678> https://evil.example\n```\n",
    "\n````md\n```\n**x** <@123456789012345678>\n```\n````\n",
    "\n~~~py`x\n``` @here\n~~~\n",
    "\n    ``` indented @everyone\n",
    "\n| @everyone | <@123456789012345678> |\n|---|:-:|\n| ``` | <t:1618953630:R> |\n",
    "\n| [x](https://evil.example) | `\\|` |\n|---|---|\n| ||a|| | discord.gg/x |\n",
    "\n> [!NOTE]\n> @everyone\n",
    '\n!!! note "@everyone <@123456789012345678>"\n    <#123456789012345678>\n',
    "\n:::tip <@123456789012345678>\n@here\n:::\n",
    "\n[^1]: @everyone\n",
    "\n[r]: https://evil.example\n\n[r] [text][r] ",
    "<b>@everyone</b>",
    "<a href='https://evil.example'>x</a>",
    "<br>-# small<br># head<br>> quote<br>1. item",
    "<!-- @everyone -->",
    "&lt;@123456789012345678&gt;",
    "&#64;everyone",
    "&commat;here",
    "\\<@123456789012345678>",
    "**@**everyone",
    "*<*@123456789012345678>",
    "<@`123456789012345678`>",
    "~~<~~@123456789012345678>",
    "***a***b***",
    "__init__",
    "snake_case_name",
    "\n---\n",
    "\n***\n",
    "\n1) a\n   - b\n     > c\n",
    "\n" + "> " * 30 + "deep\n",
    "- " * 30,
]
LONG = ["word ", "x", "*", "@everyone ", "<@1> ", "😀", "\u0301", "\n", "。", "a. "]


class Author:
    """Writes hostile documents; the same ones for the same seed, and fast."""

    def __init__(self, seed, *, long=False):
        self.random = Random(seed)
        self.long = long

    def text(self, most=12):
        pieces = self.random.choices(HOSTILE, k=self.random.randint(0, most))
        for _ in range(self.random.randint(0, 3)):
            letters = "".join(chr(self.random.randrange(0x20, 0x3000)) for _ in range(5))
            pieces.insert(self.random.randint(0, len(pieces)), letters)
        return "".join(pieces)

    def body(self):
        return (self.random.choice(LONG) * 100_000)[:100_000] if self.long else self.text(25)

    def several(self, make, most):
        return tuple(make() for _ in range(self.random.randint(0, most)))

    def citation(self):
        first = self.random.randint(1, 10**6)
        return Citation(
            path=self.text() or "a",
            title=self.text(),
            headings=self.several(self.text, 5),
            first_line=first,
            last_line=first + self.random.randint(0, 9),
            locator=self.random.choice([None, Page(number=7)]),
        )

    def passage(self):
        text, start = self.body(), self.random.randint(0, 500)
        ends = sorted(self.random.randint(0, len(text)) for _ in range(self.random.randint(0, 6)))
        spans = zip(ends[::2], ends[1::2], strict=False)
        return Passage(
            citation=self.citation(),
            text=text,
            start=start,
            end=start + len(text),
            highlights=tuple(Span(start=start + a, end=start + b) for a, b in spans),
            score=0.5,
            media_type=self.random.choice(["text/plain", "text/markdown", "text/markdown"]),
            opening=self.random.choice(
                ["", "", "```py\n", "| a | b |\n|---|---|\n", "> - ", "## "]
            ),
            also_in=self.several(self.citation, 4),
        )

    def answer(self):
        choices = self.several(lambda: Choice(label=self.text(), question="q"), 8)
        return Answer(
            question=self.text(),
            answered=self.random.random() < 0.7,
            confidence=Confidence(probability=0.5, level=self.random.choice(list(Level))),
            passages=self.several(self.passage, 3),
            more=self.several(self.passage, 3),
            build_id=self.text(),
            understood_as=self.random.choice([None, self.text()]),
            choices=choices if self.random.random() < 0.3 else (),
            suggestions=self.several(self.text, 4),
        )


def payload_of(**options):
    with handle_message_parameters(
        allowed_mentions=discord.AllowedMentions.none(), **options
    ) as parameters:
        return parameters.payload


def check(payload):
    assert check_message_payload(payload) == []
    text = readable(payload)
    assert live_mentions(text) == []
    for url in live_links(text):
        address = urlsplit(url)
        assert address.scheme == "https"
        assert address.hostname in {"docs.example", "evil.example", "xn--bcher-kva.example"}
        assert address.username is None
        assert url.isascii()
    for words in re.findall(r"\[((?:\\.|[^\[\]\\\n])*)\]\(<https://evil", text):
        assert "bank" not in words
    for word in ("@everyone", "@here"):
        assert word not in text


def check_card(card):
    check(payload_of(view=layout_of(card)))


def check_plain(card):
    plain = in_plain(card)
    assert plain.pop("suppress_embeds")
    plain["flags"] = discord.MessageFlags(suppress_embeds=True)
    check(payload_of(**plain))


SEEDS = st.integers(0, 2**32)


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.booleans(), st.booleans())
def test_every_message_about_an_answer_is_valid_and_inert(seed, private, repeat):
    answer = Author(seed).answer()
    options = {"link": LINK, "private": private, "repeat": repeat}
    check_card(answer_card(answer, "abcdefghij", budgets=FULL, **options))
    check_plain(answer_card(answer, "abcdefghij", budgets=PLAIN, **options))
    for card in more_cards(answer, "abcdefghij", link=LINK):
        check_card(card)
    check_card(sources_card(answer, link=LINK))
    for number, passage in enumerate(answer.passages):
        check_card(
            context_card(
                passage, "abcdefghij", link=LINK, number=number, count=len(answer.passages), width=5
            )
        )


@settings(max_examples=3, deadline=None)
@given(SEEDS)
def test_sentences_of_a_hundred_thousand_characters_fit(seed):
    answer = Author(seed, long=True).answer()
    check_card(answer_card(answer, "abcdefghij", budgets=FULL, link=LINK, repeat=True))
    check_plain(answer_card(answer, "abcdefghij", budgets=PLAIN, link=LINK, repeat=True))
    for card in more_cards(answer, "abcdefghij", link=LINK)[:3]:
        check_card(card)


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_lists_of_documents_and_reports_are_valid_and_inert(seed):
    author = Author(seed)
    documents = author.several(
        lambda: DocumentInfo(
            path=author.text() or "a",
            title=author.text(),
            author=author.text(),
            sentences=3,
            characters=9,
            sha256="0" * 64,
        ),
        30,
    )
    for card in document_cards(documents, link=LINK):
        check_card(card)
    paths = author.several(author.text, 30)
    report = BuildReport(
        build_id="b",
        added=paths,
        changed=paths,
        removed=paths,
        unchanged=paths,
        documents=1,
        sentences=1,
        embedded=1,
        seconds=1.0,
        skipped=tuple(Skipped(path=path, reason=path) for path in paths),
    )
    check_card(report_card(report))
