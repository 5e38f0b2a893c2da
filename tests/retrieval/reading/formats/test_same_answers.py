"""The same text answers the same, whatever program wrote it."""

import made_documents
import made_records
import pytest
from plainly import plainly

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index
from retrieval.locators import Message, Row, Timecode


@pytest.fixture(scope="module")
def ask_file(tmp_path_factory, encoder):
    """Index a file alone and ask it."""
    opened = {}

    def ask(ending, make, question):
        if ending not in opened:
            folder = tmp_path_factory.mktemp("format")
            (folder / "seeds").mkdir()
            (folder / "seeds" / f"handbook{ending}").write_bytes(make())
            report = build_index(folder / "seeds", folder / "index", encoder)
            assert not report.skipped
            opened[ending] = open_index(folder / "index", encoder)
        return opened[ending].ask(question)

    yield ask
    for searcher in opened.values():
        searcher.close()


@pytest.mark.parametrize(("question", "fact"), made_documents.QUESTIONS)
def test_a_text_answers_the_same_in_every_format(ask_file, question, fact):
    expected = plainly(ask_file(".md", made_documents.PROSE[".md"], question).passages[0])
    assert fact in expected
    told = {}
    for ending, make in made_documents.PROSE.items():
        answer = ask_file(ending, make, question)
        told[ending] = (answer.answered, plainly(answer.passages[0]))
    assert len(told) > 10
    assert told == dict.fromkeys(told, (True, expected))


@pytest.mark.parametrize(
    ("question", "fact"),
    [("What is Omar Said's phone number?", "555-0102"), ("Who is the gardener?", "Lise Holt")],
)
def test_a_record_answers_the_same_in_every_format(ask_file, question, fact):
    told = {}
    for ending, make in made_records.TABLES.items():
        answer = ask_file(ending, make, question)
        told[ending] = (answer.answered, plainly(answer.passages[0]))
    assert fact in told[".csv"][1]
    assert told == dict.fromkeys(told, (True, told[".csv"][1]))


def test_a_row_is_cited_by_its_number(ask_file):
    question = "What is Omar Said's phone number?"
    csv = ask_file(".csv", made_records.csv, question)
    assert csv.passages[0].citation.place == Row(number=3)
    records = ask_file(".json", made_records.json, question)
    assert records.passages[0].citation.place == Row(number=2, unit="record")


@pytest.mark.parametrize("ending", [".srt", ".vtt"])
def test_what_is_said_is_cited_by_its_time(ask_file, ending):
    answer = ask_file(ending, made_records.OTHERS[ending], "Who built the lighthouse?")
    assert "1874 by Ada Lindqvist" in plainly(answer.passages[0])
    assert answer.passages[0].citation.place == Timecode(seconds=1.0)


def test_a_message_of_a_channel_is_cited_by_its_link(ask_file):
    answer = ask_file(
        ".discord.json", made_records.discord_export, "what can be changed with FALCON_PORT?"
    )
    links = [passage.citation.place for passage in answer.passages]
    assert any("9177" in passage.text for passage in answer.passages)
    assert all(isinstance(link, Message) for link in links)
    assert all(link.url.startswith("https://discord.com/channels/7/8/90") for link in links)
