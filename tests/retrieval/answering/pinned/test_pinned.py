"""Pinned answers, with the real model: to whom they are shown, how sure, and from where."""

import pytest

from bot.rendering.answer_json import answer_object
from retrieval.answering.searcher import open_index
from retrieval.domain import Level, LostQuotation, Pinned, Scope, State, Turn
from retrieval.indexing.build import build_index

CLUB = """\
# The club

## Money

The membership fee is 40 euros a year, payable on 1 March. Guests pay 5 euros a day.

## The house

The clubhouse opens at nine and closes at eight. Dogs are welcome on the terrace only.
"""
PINNED = """\
# Pinned answers

## How much are the dues?
## What does a year cost me?

> The membership fee is 40 euros a year, payable on 1 March.

## Can I bring my dog?

Dogs are fine, but keep them off the lawn. Bring water.

## Who are you?

I am the clerk of the club.

## When was it founded?

> It was founded by seven anglers.
"""


@pytest.fixture(scope="module")
def club(tmp_path_factory, encoder):
    folder = tmp_path_factory.mktemp("club")
    seeds = folder / "seeds"
    (seeds / "crew").mkdir(parents=True)
    (seeds / "club.md").write_text(CLUB)
    (seeds / "pinned.md").write_text(PINNED)
    (seeds / "answer-77.md").write_text(
        "---\nmessage: https://discord.com/channels/1/2/77\ndate: 2024-01-01 09:00\n---\n\n"
        "# Is there a ferry?\n\nThere is one at noon.\n\n## Later\n\nAnd one at six.\n"
    )
    (seeds / "crew" / "pinned.md").write_text("## What is the code?\n\nThe code is 4711.\n")
    (seeds / "synonyms.txt").write_text("pooch = dog\n")
    build_index(seeds, folder / "index", encoder)
    with open_index(folder / "index", encoder) as searcher:
        yield searcher


def marked(answer, at=0):
    passage = answer.passages[at]
    return " ".join(
        passage.text[one.start - passage.start : one.end - passage.start]
        for one in passage.highlights
    )


def test_a_quotation_is_shown_where_it_is_from(club):
    answer = club.ask("how much are the dues")
    assert marked(answer) == "The membership fee is 40 euros a year, payable on 1 March."
    first = answer.passages[0]
    assert (first.citation.path, first.citation.first_line) == ("club.md", 5)
    assert first.pinned == Pinned(question="How much are the dues?", path="pinned.md")
    assert (answer.state, answer.confidence.level) == (State.ANSWER, Level.HIGH)
    text = club.text("club.md")
    assert text[first.start : first.end] == first.text
    # Where it is pinned it is not said once more.
    others = (*answer.passages[1:], *answer.more)
    assert not [one for one in others if "40 euros" in one.text]
    assert not first.also_in


def test_every_heading_above_an_answer_is_a_wording(club):
    answer = club.ask("What does a year cost me?")
    assert answer.passages[0].pinned.question == "What does a year cost me?"
    assert answer.passages[0].citation.path == "club.md"


def test_words_of_its_own_are_cited_as_such(club):
    answer = club.ask("Can I bring my dog?")
    assert marked(answer) == "Dogs are fine, but keep them off the lawn. Bring water."
    citation = answer.passages[0].citation
    assert (citation.path, citation.title) == ("pinned.md", "Pinned answers")
    assert citation.headings == ("Can I bring my dog?",)
    assert answer.confidence.level is Level.HIGH


def test_a_question_of_like_meaning_is_answered_and_no_more_than_medium(club):
    answer = club.ask("may I bring my dog along?")
    assert answer.passages[0].pinned.question == "Can I bring my dog?"
    assert (answer.state, answer.confidence.level) == (State.ANSWER, Level.MEDIUM)


def test_synonyms_count(club):
    assert club.ask("Can I bring my pooch?").passages[0].pinned.question == "Can I bring my dog?"


def test_what_only_looks_alike_is_not_pinned(club):
    for question in ("How much are the dues in 2019?", "Can't I bring my dog?"):
        answer = club.ask(question)
        assert all(one.pinned is None for one in answer.passages)


def test_what_would_be_small_talk_can_be_pinned(club):
    answer = club.ask("Who are you?")
    assert answer.small_talk is None
    assert marked(answer) == "I am the clerk of the club."
    assert club.ask("Hello!").small_talk is not None


def test_the_ordinary_hits_follow(club):
    answer = club.ask("Can I bring my dog?")
    others = [one.citation.path for one in (*answer.passages[1:], *answer.more)]
    assert "club.md" in others
    ranking = club.rank("Can I bring my dog?", limit=5)
    assert len(ranking.hits) == 5
    assert len({hit.sentence_id for hit in ranking.hits}) == 5
    assert ranking.hits[0].path == "pinned.md"


def test_a_quotation_that_stands_nowhere_is_shown_where_it_is_pinned(club):
    answer = club.ask("When was it founded?")
    assert marked(answer) == "It was founded by seven anglers."
    assert answer.passages[0].citation.path == "pinned.md"


def test_a_quotation_that_stands_nowhere_can_be_named(club):
    assert club.lost_quotations() == (
        LostQuotation(
            path="pinned.md",
            question="When was it founded?",
            quotation="It was founded by seven anglers.",
        ),
    )
    assert club.within(Scope(collections=frozenset({"crew"}))).lost_quotations() == ()


def test_what_people_have_saved_is_pinned_to_its_question(club):
    answer = club.ask("is there a ferry?")
    passage = answer.passages[0]
    assert passage.pinned == Pinned(question="Is there a ferry?", path="answer-77.md")
    assert passage.citation.locator.url == "https://discord.com/channels/1/2/77"
    assert marked(answer) == "There is one at noon. And one at six."
    # A heading in it is no question of its own.
    assert all(one.pinned is None for one in club.ask("Later?").passages)


def test_each_of_several_questions_has_its_own(club):
    answer = club.ask("How much are the dues? And can I bring my dog?")
    assert [one.pinned.question for one in answer.passages if one.pinned] == [
        "How much are the dues?",
        "Can I bring my dog?",
    ]


def test_only_one_document_is_asked(club):
    answer = club.ask("How much are the dues?", document="club.md")
    assert answer.passages[0].pinned.path == "pinned.md"
    answer = club.ask("Can I bring my dog?", document="club.md")
    assert all(one.pinned is None for one in answer.passages)


def test_a_collection_pins_for_its_readers_alone(club):
    question = "What is the code?"
    assert club.ask(question).passages[0].pinned == Pinned(question=question, path="crew/pinned.md")
    bound = club.within(Scope(collections=frozenset({""})))
    answer = bound.ask(question)
    assert not answer.answered
    assert all(one.pinned is None for one in answer.passages)
    assert "4711" not in str(answer)


def test_a_follow_up_is_another_question_than_its_words_alone(club):
    first = club.ask("When does the clubhouse close?")
    turns = [Turn(question=first.question, answer=marked(first))]
    answer = club.ask("and when does it open?", history=turns)
    assert all(one.pinned is None for one in answer.passages)


def test_the_json_says_what_pins_it(club):
    told = answer_object(club.ask("How much are the dues?"))["passages"]
    assert told[0]["pinned"] == {"question": "How much are the dues?", "path": "pinned.md"}
    told = answer_object(club.ask("When does the clubhouse close?"))["passages"]
    assert {one["pinned"] for one in told} == {None}
