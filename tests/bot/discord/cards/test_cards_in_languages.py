"""An answer's card in every language: within Discord's limits, and what is quoted untouched."""

import pytest

from bot.discord.cards.answer import FULL, PLAIN, answer_card
from bot.discord.cards.escape import length
from bot.discord.cards.pages import context_card, more_cards, sources_card
from bot.discord.cards.view import layout_of, text_of, view_of
from bot.localisation.languages import LANGUAGES
from bot.localisation.words import words_in
from bot.rendering.links import link_maker
from loopback.messages import check_message_payload
from retrieval.domain import (
    Answer,
    Choice,
    Citation,
    Confidence,
    Level,
    Part,
    Passage,
    Pinned,
    Span,
)

LINK = link_maker("https://example.org/{path}#L{line}")
TEXTS = {
    "german": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft. "
    * 30,
    "thai": "ห้องสมุดเปิดทุกวันตั้งแต่เวลาเก้าโมงเช้าจนถึงหกโมงเย็นยกเว้นวันหยุดนักขัตฤกษ์" * 40,
    "arabic": "المكتبة مفتوحة كل يوم من التاسعة صباحا. " * 60,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈 " * 300,
}


def passage(text, number):
    citation = Citation(
        path=f"ordner/{'unter' * 20}/{number}.md",
        title=text[:200],
        headings=(text[:90], text[:90], text[:90]),
        first_line=number,
        last_line=number + 3,
    )
    return Passage(
        citation=citation,
        text=text,
        start=0,
        end=len(text),
        highlights=(Span(start=0, end=min(len(text), 400)),),
        score=1.0,
        pinned=Pinned(question=text[:200], path="p.md") if number == 1 else None,
        also_in=(citation,) * 5,
        unhelpful=1234,
    )


def answer(text, **changes):
    values = {
        "question": text[:500],
        "answered": True,
        "confidence": Confidence(probability=0.5, level=Level.MEDIUM),
        "passages": tuple(passage(text, number) for number in (1, 2, 3)),
        "more": tuple(passage(text, number) for number in range(4, 9)),
        "build_id": "20260101T000000-abcdef",
        "understood_as": text[:500],
        "differ": True,
        "parts": (Part(question=text[:500], answered=False),),
        "suggestions": (text[:500],) * 3,
        "choices": (Choice(label=text[:200], question=text[:200]),) * 4,
    }
    return Answer(**values | changes)


def problems(card, *, plain=False):
    if plain:
        view = view_of(card)
        return check_message_payload(
            {"content": text_of(card), "components": view.to_components() if view else []}
        )
    return check_message_payload({"flags": 1 << 15, "components": layout_of(card).to_components()})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("answered", [True, False])
def test_a_screen_of_an_answer_fits_in_every_language(language, text, answered):
    words = words_in(language)
    said = answer(text, answered=answered)
    for budgets in (FULL, PLAIN):
        card = answer_card(said, "id", link=LINK, budgets=budgets, repeat=True, words=words)
        assert problems(card, plain=budgets is PLAIN) == []
        if answered and budgets is FULL:
            # About one screen: what the words of a language take is not taken from the quotation.
            assert sum(map(length, card.blocks)) < sum(FULL) + 1600
    cards = [
        *more_cards(said, "id", link=LINK, words=words),
        sources_card(said, link=LINK, words=words),
        context_card(said.passages[0], "id", link=LINK, number=0, count=3, width=1, words=words),
    ]
    assert [problem for card in cards for problem in problems(card)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quotation_is_the_same_in_every_language(language):
    text = "The light was lit in 1853. Ships see it from far."
    said = answer(text, choices=(), understood_as=None, passages=(passage(text, 1),), more=())
    card, english = (
        answer_card(said, "id", link=LINK, words=words_in(one)) for one in (language, "en")
    )
    shown, as_english = (
        [
            line
            for block in each.blocks
            for line in block.split("\n")
            if line.startswith("**The light")
        ]
        for each in (card, english)
    )
    assert shown == as_english != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_fit_side_by_side(language):
    """Five stand in a row of a telephone only if they are short."""
    card = answer_card(answer("Short text."), "id", link=LINK, words=words_in(language))
    for row in card.rows:
        assert all(length(button.label or "") <= 20 for button in row)
    assert all(length(menu.placeholder) <= 40 for menu in card.menus)
