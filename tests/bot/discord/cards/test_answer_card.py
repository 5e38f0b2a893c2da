"""The answer card: what stands where, and which buttons it has."""

import re
from dataclasses import replace

import pytest

from bot.discord.cards.answer import FULL, PLAIN, answer_card, unshown
from bot.discord.cards.card import Tone
from bot.discord.cards.info import progress_card
from bot.discord.cards.pages import more_cards, sources_card
from bot.discord.cards.source_line import source_line
from bot.discord.cards.view import text_of
from bot.rendering.links import link_maker
from retrieval.domain import (
    Answer,
    Choice,
    Citation,
    Confidence,
    Level,
    Part,
    Passage,
    Pinned,
    SmallTalk,
    Span,
)

NO_LINK = link_maker(None)
TEXT = "Before it. The answer is here. After it."
CITATION = Citation(
    path="a/b.md", title="Title", headings=("Part", "Chapter"), first_line=12, last_line=14
)
PASSAGE = Passage(
    citation=CITATION,
    text=TEXT,
    start=50,
    end=50 + len(TEXT),
    highlights=(Span(start=61, end=80),),
    score=1.0,
)


def answer(**changes):
    values = {
        "question": "Which?",
        "answered": True,
        "confidence": Confidence(probability=0.9, level=Level.HIGH),
        "passages": (PASSAGE,),
        "more": (),
        "build_id": "b",
    }
    return Answer(**values | changes)


def labels(card):
    return [[button.label or button.emoji for button in row] for row in card.rows]


def test_an_answer_has_its_sentence_bold_its_source_and_its_confidence():
    card = answer_card(answer(), "id", link=NO_LINK)
    assert card.tone is Tone.GOOD
    assert card.blocks == (
        "Before it. **The answer is here.** After it.\n-# Title › Part › Chapter › lines 12–14",
        "-# 🟢 High confidence",
    )
    assert labels(card) == [["Context", "Follow up", "👍", "👎", "Dismiss"]]


@pytest.mark.parametrize(
    ("changes", "private", "expected"),
    [
        ({}, True, "Share"),
        ({"understood_as": "Which thing?"}, False, "Ask fresh"),
    ],
)
def test_buttons_are_there_when_they_do_something(changes, private, expected):
    flat = [
        label
        for row in labels(answer_card(answer(**changes), "id", link=NO_LINK, private=private))
        for label in row
    ]
    assert expected in flat
    flat = [label for row in labels(answer_card(answer(), "id", link=NO_LINK)) for label in row]
    assert expected not in flat


def test_small_talk_gets_one_line_and_no_buttons():
    greeted = answer(answered=False, passages=(), small_talk=SmallTalk.GREETING)
    card = answer_card(greeted, "id", link=NO_LINK)
    assert card.blocks == ("Hello! Ask me something about the documents.",)
    assert card.rows == ()


def test_a_part_that_the_documents_dont_answer_is_named():
    parts = (Part(question="Which?", answered=True), Part(question="Why *so*?", answered=False))
    blocks = answer_card(answer(parts=parts), "id", link=NO_LINK).blocks
    assert "The documents don't answer: Why \\*so\\*?" in blocks


def test_the_question_is_repeated_and_what_was_understood_is_said():
    asked = answer(understood_as="Which *thing*?")
    first = answer_card(asked, "id", link=NO_LINK, repeat=True).blocks[0]
    assert first == "**Which?**\n-# understood as: Which \\*thing\\*?"


def test_no_answer_is_grey_unmarked_and_says_so():
    card = answer_card(answer(answered=False), "id", link=NO_LINK, private=True)
    assert card.tone is Tone.FAINT
    assert card.blocks[0] == (
        "The documents don't answer this.\n-# Nearest passages (not an answer):"
    )
    assert "**" not in "".join(card.blocks)
    assert "confidence" not in "".join(card.blocks)
    assert "Share" not in str(labels(card))


def test_what_is_perhaps_an_answer_is_called_so_and_marked_as_one():
    card = answer_card(answer(perhaps=True), "id", link=NO_LINK)
    assert card.blocks[0] == "**This may be it:**"
    assert card.blocks[1:] == answer_card(answer(), "id", link=NO_LINK).blocks


def test_sources_are_numbered_where_there_are_several():
    blocks = answer_card(answer(passages=(PASSAGE, PASSAGE)), "id", link=NO_LINK).blocks
    assert [block.splitlines()[-1][:14] for block in blocks[:2]] == [
        "-# 1 · Title ›",
        "-# 2 · Title ›",
    ]


def test_choices_are_offered_beside_an_answer_and_never_instead_of_it():
    choices = (Choice(label="The red one", question="Which red?"),)
    answered = answer_card(answer(choices=choices, suggestions=("Else?",)), "id", link=NO_LINK)
    assert answered.blocks == answer_card(answer(), "id", link=NO_LINK).blocks
    assert [menu.options for menu in answered.menus] == [("The red one",), ("Else?",)]
    undecided = answer_card(answer(answered=False, choices=choices), "id", link=NO_LINK)
    assert undecided.tone is Tone.NOTE
    assert undecided.blocks == ("The documents know several; choose one below.",)


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("understood", [None, "Which thing?"])
def test_there_is_one_row_of_buttons_whatever_there_is_to_do(private, understood):
    full = answer(
        understood_as=understood,
        passages=(replace(PASSAGE, text=TEXT + " And so on." * 300),) * 3,
        more=(PASSAGE,),
        suggestions=("a?", "b?"),
        choices=(Choice(label="c", question="c?"),),
    )
    card = answer_card(full, "id", link=NO_LINK, private=private)
    assert len(card.rows) == 1
    assert len(card.rows[0]) <= 5


def test_sureness_is_said_in_words_everywhere():
    shown = [*answer_card(answer(), "id", link=NO_LINK).blocks]
    shown += sources_card(answer(), link=NO_LINK).blocks
    shown += sources_card(answer(answered=False), link=NO_LINK).blocks
    assert "High confidence that this answers the question" in "".join(shown)
    assert not re.search(r"%|\d\.\d", "".join(shown))


def test_nothing_near_is_said_too():
    card = answer_card(answer(answered=False, passages=()), "id", link=NO_LINK)
    assert "nothing that is near" in card.blocks[0]
    assert labels(card) == [["Follow up", "Dismiss"]]


def test_other_places_are_named_in_one_line():
    others = tuple(replace(CITATION, title=f"T{n}") for n in range(4))
    block = answer_card(
        answer(passages=(replace(PASSAGE, also_in=others),)), "id", link=NO_LINK
    ).blocks[0]
    assert block.endswith("-# also in T0; T1 and 2 more")


def test_what_is_cut_is_behind_more_and_nothing_else_is_repeated():
    long = replace(PASSAGE, text=TEXT + " And so on." * 300)
    cut = answer(passages=(PASSAGE, long))
    assert labels(answer_card(cut, "id", link=NO_LINK))[0][0] == "More"
    assert unshown(cut, NO_LINK) == (long,)
    pages = more_cards(cut, "id", link=NO_LINK)
    shown = " ".join(block for page in pages for block in page.blocks)
    assert shown.count("And so on.") == 300


def test_plain_text_holds_the_answer_first():
    three = answer(passages=(PASSAGE,) * 3, more=(PASSAGE,))
    text = text_of(answer_card(three, "id", link=NO_LINK, budgets=PLAIN))
    assert text.count("The answer is here") == 2
    assert len(FULL) == len(PLAIN)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({}, "Title › Part › Chapter › lines 12–14"),
        ({"last_line": 12}, "Title › Part › Chapter › line 12"),
        ({"headings": ()}, "Title › lines 12–14"),
        ({"title": "", "headings": ()}, "a/b.md › lines 12–14"),
        ({"title": "[x](y)", "headings": ()}, "\\[x\\](y) › lines 12–14"),
    ],
)
def test_a_source_says_title_heading_and_lines(change, name):
    assert source_line(replace(CITATION, **change), NO_LINK) == name


def test_progress_is_a_bar_when_the_end_is_known():
    assert "▰▰▰▰▰▰▰▰▰▰▱▱▱▱▱▱▱▱▱▱ 5 of 10" in progress_card("reading", 5, 10).blocks[0]
    assert progress_card("waiting", 0, None).blocks == ("**Rebuilding the index** · waiting",)


def test_what_is_pinned_says_to_which_question_and_lets_nothing_out():
    question = "Which *one*? " + "x" * 300
    pinned = replace(PASSAGE, pinned=Pinned(question=question, path="pinned.md"))
    text = text_of(answer_card(answer(passages=(pinned,)), "id", link=NO_LINK))
    (line,) = [line for line in text.splitlines() if "pinned" in line]
    assert line.startswith("-# 📌 pinned to “Which \\*one\\*?")
    assert len(line) < 230


def test_what_people_marked_unhelpful_says_by_how_many():
    text = text_of(
        answer_card(answer(passages=(replace(PASSAGE, unhelpful=2),)), "id", link=NO_LINK)
    )
    assert "-# 👎 marked unhelpful by 2" in text
