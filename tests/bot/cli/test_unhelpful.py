"""``verbatim unhelpful``, and ``verbatim ask --server``, over a store that the bot has filled."""

import asyncio
import csv
import io
import json

import pytest

from bot.app.wiring import core_encoder, core_searcher
from bot.storage.records import AnswerRecord, Place, new_id
from bot.storage.store import AnswerStore
from bot.storage.voting import voted_on
from config.load import load
from config.settings import CoreSettings

QUESTION = "Who supplies Azerbaijan's drones?"


@pytest.fixture
def marked(project):
    """An answer that two people in server 10 found unhelpful; what it was."""
    settings = load(CoreSettings)
    with core_searcher(settings, core_encoder(settings)) as searcher:
        answer = searcher.ask(QUESTION)
    record = AnswerRecord(
        id=new_id(),
        door="slash",
        asker=1,
        place=Place(server=10, channel=100),
        private=False,
        conversation="10/100/1",
        answer=answer,
        seconds=0.3,
    )

    async def fill():
        store = await AnswerStore.open(project / "data" / "answers.sqlite3")
        await store.add(record)
        for voter in (7, 8):
            await store.vote(record.id, voter, -1, passage=voted_on(record))
        await store.close()

    asyncio.run(fill())
    return answer.passages[0]


def first(out):
    passage = json.loads(out)["passages"][0]
    return (passage["sentences"][0]["text"], passage["unhelpful"])


def test_before_anybody_voted_nothing_is_marked(in_process):
    assert in_process("unhelpful") == (0, "Nothing is marked unhelpful.\n", "")


def test_what_is_marked_is_listed_and_given_back(in_process, marked):
    sentence = marked.said(marked.highlights[0])
    code, out, err = in_process("unhelpful")
    assert (code, err) == (0, "")
    assert out.startswith(f"1  {QUESTION}\n   {marked.citation.path}: ")
    assert "marked unhelpful by 2 in server 10 · comes last" in out
    rows = list(csv.DictReader(io.StringIO(in_process("unhelpful", "--csv")[1])))
    assert [(row["server"], row["unhelpful"], row["last"]) for row in rows] == [("10", "2", "yes")]
    assert in_process("unhelpful", "--server", "11")[1] == "Nothing is marked unhelpful.\n"

    code, _, err = in_process("unhelpful", "--give-back", "2")
    assert code == 2
    assert "there is no number 2" in err
    code, out, _ = in_process("unhelpful", "--give-back", "1")
    assert (code, out) == (0, "Number 1 has its place back, until others mark it again.\n")
    assert in_process("unhelpful")[1] == "Nothing is marked unhelpful.\n"
    assert first(in_process("ask", "--json", "--server", "10", QUESTION)[1]) == (sentence, 0)


def test_a_question_can_be_asked_as_a_server_would_answer_it(in_process, marked):
    sentence = marked.said(marked.highlights[0])
    assert first(in_process("ask", "--json", QUESTION)[1]) == (sentence, 0)
    assert first(in_process("ask", "--json", "--server", "11", QUESTION)[1]) == (sentence, 0)
    _, out, _ = in_process("ask", "--json", "--server", "10", QUESTION)
    assert first(out)[0] != sentence


def test_what_comes_last_is_saved_in_the_owners_file_and_counts_after_indexing(
    in_process, marked, project
):
    sentence = marked.said(marked.highlights[0])
    own = project / "seeds" / "unhelpful.md"
    own.write_text("## Who bakes?\n> Nobody.", "utf-8")
    code, out, err = in_process("unhelpful", "--save")
    assert (code, err) == (0, "")
    assert f"unhelpful.md: {QUESTION}" in out
    assert own.read_text("utf-8").startswith(
        f"## Who bakes?\n> Nobody.\n\n## {QUESTION}\n\n> {' '.join(sentence.split())}\n"
    )
    assert in_process("unhelpful")[1] == "Nothing is marked unhelpful.\n"
    assert in_process("unhelpful", "--save")[1].startswith("Nothing comes last")

    assert first(in_process("ask", "--json", QUESTION)[1]) == (sentence, 0)
    assert in_process("index")[0] == 0
    assert first(in_process("ask", "--json", QUESTION)[1])[0] != sentence


def test_a_file_that_cannot_be_added_to_loses_nothing(in_process, marked, project):
    own = project / "seeds" / "unhelpful.md"
    own.write_bytes(b"## Wer b\xe4ckt?\n> Niemand.\n")
    code, _, err = in_process("unhelpful", "--save")
    assert code == 2
    assert "unhelpful.md is no UTF-8 text" in err
    assert own.read_bytes() == b"## Wer b\xe4ckt?\n> Niemand.\n"
    assert "comes last" in in_process("unhelpful")[1]
    assert in_process("unhelpful", "--save", "--give-back", "1")[0] == 2
