"""A place is named in the terms of its format, and nothing twice."""

import pytest

from bot.discord.cards.source_line import source_name
from bot.rendering.citations import name_of
from retrieval.domain import Citation
from retrieval.locators import Message, Page, Paragraph, Row, Section, Timecode


def cited(locator, headings=("Fees",)):
    return Citation(
        path="a", title="Handbook", headings=headings, first_line=3, last_line=4, locator=locator
    )


@pytest.mark.parametrize(
    ("locator", "place"),
    [
        (None, "lines 3–4"),
        (Page(number=12), "p. 12"),
        (Page(number=3, unit="slide"), "slide 3"),
        (Row(number=41, sheet="Prices"), "Prices, row 41"),
        (Row(number=7, unit="cell"), "cell 7"),
        (Timecode(seconds=751.2), "00:12:31"),
        (Paragraph(number=2), "¶ 2"),
        (Message(name="mira, 2024-05-14 09:12"), "mira, 2024-05-14 09:12"),
        (Section(name="Week"), "§ Week"),
    ],
)
def test_a_place_is_named_in_the_terms_of_its_format(locator, place):
    assert name_of(cited(locator)) == f"Handbook › Fees › {place}"
    # What Discord might take for marks comes escaped, and is shown without the escapes.
    assert source_name(cited(locator)).replace("\\", "") == f"Handbook › Fees › {place}"


def test_a_heading_that_is_the_place_is_named_once():
    assert name_of(cited(Section(name="Fees"))) == "Handbook › Fees"
    assert name_of(cited(Section(name="Handbook"), headings=())) == "Handbook"
    assert source_name(cited(Section(name="Fees"))) == "Handbook › Fees"


def test_a_name_in_a_place_does_nothing_in_discord():
    name = source_name(cited(Message(name="[x](https://evil.example) @everyone **b**")))
    assert "[x](" not in name
    assert "**b**" not in name
