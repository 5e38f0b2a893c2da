"""``verbatim stats`` and ``verbatim gaps``, over a store that the bot has filled."""

import asyncio
import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.storage.records import AnswerRecord, Place, new_id
from bot.storage.store import AnswerStore
from retrieval.domain import Answer, Confidence, Level

ANSWERED = "Who supplies Azerbaijan's drones?"
MISSED = "Which taxes does the mayor levy?"


@pytest.fixture
def asked(project):
    """Two questions in a server, one of them private and unanswered."""

    def record(question, *, answered):
        answer = Answer(
            question=question,
            answered=answered,
            confidence=Confidence(probability=0.9, level=Level.HIGH),
            passages=(),
            more=(),
            build_id="b",
        )
        return AnswerRecord(
            id=new_id(),
            door="slash",
            asker=1,
            place=Place(server=10, channel=100),
            private=not answered,
            conversation="10/100/1",
            answer=answer,
            seconds=0.3,
        )

    async def fill():
        store = await AnswerStore.open(project / "data" / "answers.sqlite3")
        await store.add(record(ANSWERED, answered=True))
        missed = record(MISSED, answered=False)
        await store.add(missed)
        await store.add(replace(missed, id=new_id()))
        await store.close()

    asyncio.run(fill())


def test_before_anybody_asked_there_is_nothing_to_show(in_process):
    for command in ("stats", "gaps"):
        code, out, err = in_process(command)
        assert (code, err) == (0, "")
        assert out.startswith("Nothing ")


def test_each_week_is_a_row_and_no_question_is_told(in_process, asked):
    code, out, _ = in_process("stats", "--weeks", "2")
    assert code == 0
    head, before, now = out.rstrip("\n").split("\n")
    assert head.split() == (
        "week of questions answered perhaps gaps closed up down half / 95 % within".split()
    )
    assert before.split()[1:] == ["0", "–", "–", "0", "0", "0", "–"]
    assert now.split()[1:] == ["3", "33", "%", "0", "%", "0", "0", "0", "0.5", "s", "/", "0.5", "s"]
    assert in_process("stats", "--server", "11")[1].startswith("Nothing has been asked")


def test_a_terminal_gets_a_plot_too(in_process, asked, monkeypatch):
    monkeypatch.setattr("rich.console.Console.is_terminal", property(lambda self: True))
    _, out, _ = in_process("stats")
    assert "█" in out
    assert "not answered" in out
    monkeypatch.setattr("bot.terminal.stats.find_spec", lambda name: None)
    _, out, _ = in_process("stats")
    assert "█" not in out
    assert "pip install 'verbatim[plot]'" in out


def test_gaps_are_a_table_for_others_programs(in_process, asked):
    code, out, _ = in_process("gaps", "--csv")
    assert code == 0
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["question"] == MISSED
    assert (row["asked"], row["answered_now"]) == ("2", "no")
    assert row["last"].startswith(f"{datetime.now(UTC):%Y-%m}")
    _, out, _ = in_process("gaps")
    assert out.startswith(f"{MISSED}\n  asked 2 times, last ")
    # What was asked privately is none of a server's.
    assert in_process("gaps", "--csv", "--server", "10")[1].count("\n") == 1
