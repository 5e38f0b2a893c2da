"""Tables of records: CSV, JSON, spreadsheets."""

import io

import openpyxl
import pytest

from retrieval.domain import BlockKind
from retrieval.locators import Lines, Row
from retrieval.reading import read_file


def read(text, name="a.csv"):
    data = text if isinstance(text, bytes) else text.encode()
    return read_file(data, name).documents[0]


def told(document):
    return [document.text[b.start : b.end] for b in document.blocks]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    text = "\n".join(delimiter.join(row) for row in (("Name", "Fee"), ("Pier", "9")))
    assert told(read(text))[-1] == "Name: Pier; Fee: 9"


def test_what_stands_above_a_table_is_no_row_of_it():
    document = read("Fees of the harbour\n\nName,Fee\nPier,9\nQuay,24\n")
    assert told(document)[0] == "Fees of the harbour"
    assert document.blocks[-1].locator == Row(number=5)
    assert told(document)[-1] == "Name: Quay; Fee: 24"


def test_a_table_without_names_has_its_values():
    assert told(read("1,2\n3,4\n")) == ["1; 2", "3; 4"]


def test_questions_with_answers_are_headings_with_their_text():
    document = read("question,answer\nWhen does it open?,At nine. It closes at five.\n")
    assert document.blocks[-1].headings == ("When does it open?",)
    assert told(document)[-1] == "At nine. It closes at five."


def test_a_long_value_is_a_text_of_its_own():
    story = "The pier was built by hand. " * 10
    document = read(f'Name,Story\nPier,"{story}"\n')
    assert told(document)[1] == "Name: Pier"
    assert document.blocks[2].kind is BlockKind.PARAGRAPH
    assert document.blocks[2].headings == ("Pier",)


def test_numbers_of_json_stay_as_they_are_written():
    document = read('[{"price": 4.90, "big": 12345678901234567890, "open": true}]', "a.json")
    assert told(document) == ["price: 4.90; big: 12345678901234567890; open: true"]


def test_what_is_nested_stands_under_the_names_around_it():
    document = read('{"server": {"max_players": 4, "motd": "Hi"}, "hosts": ["a", "b"]}', "a.json")
    assert told(document) == ["server", "max_players: 4", "motd: Hi", "hosts", "a", "b"]
    assert document.blocks[1].headings == ("server",)
    assert document.blocks[-1].headings == ("hosts",)


def test_messages_of_a_conversation_are_turns():
    text = '{"messages": [{"role": "user", "content": "Hi"}, {"role": "bot", "content": "Yes?"}]}'
    document = read(text, "a.json")
    assert [b.speaker for b in document.blocks[-2:]] == ["user", "bot"]


def test_a_line_that_is_no_json_is_named():
    reading = read_file(b'{"a": "1"}\nnot json\n{"a": "2"}\n', "a.jsonl")
    assert "line 2 is no JSON" in reading.warnings[0]
    assert reading.documents[0].blocks[-1].locator == Lines(first=3, last=3)


def test_sheets_are_headings_and_their_rows_are_cited_with_them():
    book = openpyxl.Workbook()
    book.active.title = "Fees"
    for row in (("Name", "Fee"), ("Pier", 9.5), ("Quay", 24)):
        book.active.append(row)
    book.create_sheet("People").append(("Anna", "Berg"))
    stream = io.BytesIO()
    book.save(stream)
    document = read(stream.getvalue(), "a.xlsx")
    assert told(document)[:4] == [
        "Fees",
        "Name | Fee",
        "Name: Pier; Fee: 9.5",
        "Name: Quay; Fee: 24",
    ]
    assert document.blocks[3].locator.label == "Fees, row 3"
    assert told(document)[4:] == ["People", "Anna; Berg"]
    assert document.blocks[-1].headings == ("People",)
