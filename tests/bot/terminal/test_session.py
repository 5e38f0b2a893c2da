"""A session in the terminal: what is asked, in which conversation, and what is shown when."""

import io
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.freshness import Freshness
from bot.terminal.console import TerminalConsole
from bot.terminal.session import Session
from retrieval.domain import Choice

QUESTION = "Who built the lighthouse in 1853?"
AND = "and what does its lamp burn?"
PAY = Choice(label="Pay of the keeper", question="What does the keeper receive in a month?")


@pytest.fixture
def output():
    return io.StringIO()


@pytest.fixture
def freshness(tmp_path):
    """Nothing is known of the documents' folder, until a test has it remembered."""
    return Freshness(seeds=tmp_path / "seeds", file=tmp_path / "seeds.json")


@pytest.fixture
def session(shelf, output, freshness):
    opened = Session(
        console=TerminalConsole(file=output, width=100),
        open_searcher=lambda: shelf.published,
        build=lambda progress: None,
        freshness=freshness,
        conversation_turns=6,
        conversation_minutes=15,
    )
    yield opened
    opened.close()


def history(shelf):
    """The questions that the last one was understood with."""
    return [turn.question for turn in shelf.published.asked[-1][1]]


def run(session, *lines):
    for line in lines:
        assert session.run_line(line)


def test_a_session_opens_with_what_is_indexed_and_a_question_to_try(session, shelf, output):
    shelf.published.openings = (QUESTION,)
    session.welcome()
    assert output.getvalue() == (
        "2 documents: Handbook of the Lighthouse · Ledger of the Harbour\n"
        "You could ask:\n"
        f"  • {QUESTION}\n"
        "Type a question; /help lists the commands.\n"
        "\n"
    )


def test_of_many_documents_it_names_some_and_of_changed_ones_how_many(
    session, shelf, output, freshness
):
    shelf.published.texts = {f"{name}.md": f"Title {name}\n\nText." for name in "abcd"}
    freshness.seeds.mkdir()
    freshness.remember({}, shelf.published.build)
    session.welcome()
    assert output.getvalue() == (
        "4 documents: Title a · Title b · Title c · …\n"
        "Type a question; /help lists the commands.\n"
        f"4 files in {freshness.seeds} have changed since: run `verbatim index`,"
        " or /rebuild here\n"
        "\n"
    )


def test_a_question_is_understood_with_those_before_it(session, shelf, output):
    run(session, QUESTION, AND)
    assert history(shelf) == [QUESTION]
    assert shelf.published.asked[-1][1][0].answer == (
        "The lighthouse was built in 1853 by Ada Brown."
    )
    assert "Understood as: Who built the lighthouse in 1853? and what does its lamp burn?" in (
        output.getvalue()
    )


def test_a_chosen_meaning_keeps_the_conversation(session, shelf, output):
    shelf.published.choices["How much?"] = (
        Choice(label="Toll", question="What toll does the harbour master collect?"),
        PAY,
    )
    run(session, QUESTION, "How much?")
    assert "  2  Pay of the keeper" in output.getvalue()
    run(session, "2")
    assert shelf.published.asked[-1][0] == PAY.question
    assert history(shelf) == [QUESTION, "How much?"]
    run(session, "and in a year?")
    assert history(shelf) == [QUESTION, "How much?", PAY.question]


async def test_it_is_the_same_conversation_as_discords(world, shelf, output, freshness):
    """A question, a choice, a follow-up: through both doors each has the same history."""
    shelf.published.choices["How much?"] = (PAY,)
    async with world() as w:
        await w.alice.slash(w.channel, "ask", question=QUESTION)
        unclear = (await w.alice.slash(w.channel, "ask", question="How much?")).response
        await w.alice.select(unclear, ["0"])
        await w.alice.slash(w.channel, "ask", question="and in a year?")
        in_discord = [(text, questions(turns)) for text, turns, _ in shelf.published.asked]
        shelf.published.asked.clear()
        session = Session(
            console=TerminalConsole(file=output, width=100),
            open_searcher=lambda: shelf.published,
            build=lambda progress: None,
            freshness=freshness,
            conversation_turns=6,
            conversation_minutes=15,
        )
        run(session, QUESTION, "How much?", "1", "and in a year?")
        assert [(text, questions(turns)) for text, turns, _ in shelf.published.asked] == in_discord
    assert in_discord[-1][1] == [QUESTION, "How much?", PAY.question]


def questions(turns):
    return [turn.question for turn in turns]


def test_a_number_is_a_question_where_nothing_is_to_be_chosen(session, shelf, output):
    run(session, "1853")
    assert shelf.published.asked[-1][0] == "1853"
    shelf.published.choices["How much?"] = (PAY,)
    run(session, "How much?", "2")
    assert "Choose a number from 1 to 1." in output.getvalue()
    assert shelf.published.asked[-1][0] == "How much?"


def test_fresh_asks_again_without_the_conversation_and_begins_it_anew(session, shelf):
    run(session, QUESTION, AND, "/fresh")
    assert shelf.published.asked[-1][:2] == (AND, ())
    run(session, "and its tower?")
    assert history(shelf) == [AND]


def test_new_forgets_the_conversation(session, shelf, output):
    run(session, QUESTION, "/new", AND)
    assert history(shelf) == []
    assert "The conversation is forgotten." in output.getvalue()


def test_a_conversation_ends_with_its_time(session, shelf, monkeypatch):
    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz or UTC) + timedelta(minutes=16)

    run(session, QUESTION)
    monkeypatch.setattr("bot.storage.memory.datetime", Later)
    run(session, AND)
    assert history(shelf) == []


def test_context_adds_sentences_to_the_passage_and_takes_none_away(session, shelf, output):
    run(session, QUESTION)
    paragraph = (
        "    **The lighthouse was built in 1853 by Ada Brown.** It stands on the northern cliff."
        " Its lamp burns whale oil.\n"
    )
    assert paragraph in output.getvalue()
    before = len(output.getvalue())
    run(session, "/context 1")
    assert output.getvalue()[before:] == (
        f"[1] Handbook of the Lighthouse › line 3\n{paragraph}"
        "\n    Visitors may climb the tower on Sundays.\n    handbook.md\n\n"
    )


def test_context_of_a_document_that_reads_differently_now_is_not_made_up(session, shelf, output):
    run(session, QUESTION)
    shelf.published.texts["handbook.md"] = shelf.published.texts["handbook.md"].replace(
        "northern", "southern"
    )
    run(session, "/context 1")
    assert "The document has changed since this answer" in output.getvalue()
    assert "southern" not in output.getvalue()


def test_suggestions_are_shown_after_the_answer_and_only_when_there_are_some(
    session, shelf, output
):
    run(session, QUESTION)
    assert "You could ask next" not in output.getvalue()
    toll = "What toll does the harbour master collect?"
    shelf.published.suggestions[toll] = ("How many steps has the tower?",)
    shown_before = []
    suggest = shelf.published.suggest

    def suggest_late(answer, **more):
        shown_before.append(output.getvalue())
        return suggest(answer, **more)

    shelf.published.suggest = suggest_late
    run(session, toll)
    assert "a toll of two crowns" in shown_before[0]
    assert output.getvalue().endswith("You could ask next:\n  • How many steps has the tower?\n\n")


def test_what_takes_long_can_be_interrupted_and_the_session_goes_on(session, shelf):
    def interrupt():
        raise KeyboardInterrupt

    run(session, QUESTION)
    shelf.published.gate = interrupt
    with pytest.raises(KeyboardInterrupt):
        session.run_line("What does its lamp burn?")
    shelf.published.gate = lambda: None
    run(session, AND)
    assert history(shelf) == [QUESTION]


def test_a_question_may_be_long_and_may_be_asked_often(session, shelf):
    run(session, *(f"{QUESTION} {'w' * 600}" for _ in range(50)))
    assert len(shelf.published.asked) == 50
