"""Mail, chats of Discord, subtitles and notebooks: who said it, when, and where it can be seen."""

import json

import made_records
import pytest

from retrieval.domain import BlockKind
from retrieval.locators import Message, Row, Timecode
from retrieval.reading import read_file


def read(data, name):
    return read_file(data, name).documents[0]


def told(document):
    return [document.text[b.start : b.end] for b in document.blocks]


def test_mails_stand_under_their_subjects_without_what_they_quote():
    document = read(made_records.mbox(), "a.mbox")
    said = [b for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    assert [document.text[b.start : b.end] for b in said] == [m for _, m in made_records.MESSAGES]
    assert {b.headings for b in said} == {("the agent",)}
    assert said[1].locator == Message(name="tobi, 2024-05-14 09:13")


def test_what_a_single_mail_quotes_is_kept():
    mail = b"From: a@example.org\nSubject: Fee\n\nYes.\n\n> Is it 24?\n\n-- \nAnna\n"
    assert "Is it 24?" in read(mail, "a.eml").text
    assert "Anna" not in read(mail, "a.eml").text


def test_messages_of_a_channel_are_turns_with_links():
    document = read(made_records.discord_export(), "a.json")
    assert document.title == "#support"
    assert [b.speaker for b in document.blocks] == ["mira", "tobi", "mira", "tobi"]
    assert document.blocks[1].locator == Message(
        name="tobi, 2024-05-14 09:13", url="https://discord.com/channels/7/8/901"
    )


def test_a_message_reads_as_it_is_seen():
    export = json.loads(made_records.discord_export())
    first = export["messages"][1]
    first["content"] = "**Ask** <@12> in <#99> <:wave:123>\n```py\na = 1\n```"
    first["mentions"] = [{"id": "12", "name": "tobi", "nickname": "Tobias"}]
    document = read(json.dumps(export).encode(), "a.json")
    assert told(document)[:2] == ["Ask @Tobias in #99 :wave:", "a = 1"]
    assert (document.blocks[1].kind, document.blocks[1].language) == (BlockKind.CODE, "py")


@pytest.mark.parametrize("wrong", ["x", "8)](https://evil.example", ""])
def test_ids_that_are_none_make_no_link(wrong):
    export = json.loads(made_records.discord_export())
    export["channel"]["id"] = wrong
    document = read(json.dumps(export).encode(), "a.json")
    assert {b.locator.url for b in document.blocks} == {None}


def test_a_sentence_goes_on_from_cue_to_cue():
    document = read(made_records.srt(), "a.srt")
    assert told(document) == [
        "The lighthouse was built in 1874 by Ada Lindqvist, who also designed the old customs"
        " house.",
        "It has been dark since the war.",
    ]
    assert [b.locator for b in document.blocks] == [Timecode(seconds=1.0), Timecode(seconds=9.0)]


def test_what_is_no_speech_is_left_out_of_subtitles():
    text = (
        b"WEBVTT\n\nSTYLE\n::cue { color: red }\n\n1\n01:02:03.500 --> 01:02:05.000 align:start\n"
        b"<v Ada>It is <b>late</b>.</v>\n\n2\n01:02:05.000 --> 01:02:06.000\n[applause]\n"
    )
    document = read(text, "a.vtt")
    assert told(document) == ["It is late."]
    assert document.blocks[0].speaker == "Ada"
    assert document.blocks[0].locator.label == "01:02:03"


def test_lines_that_roll_are_read_once():
    text = (
        b"1\n00:00:01,000 --> 00:00:02,000\nthe tide is high\n\n"
        b"2\n00:00:02,000 --> 00:00:03,000\nthe tide is high\nand the sea is cold\n"
    )
    assert told(read(text, "a.srt")) == ["the tide is high and the sea is cold"]


def test_cells_of_a_notebook_are_cited_by_their_number():
    cells = [
        {"cell_type": "markdown", "source": ["# Tides\n", "High water."]},
        {
            "cell_type": "code",
            "source": "print(9)",
            "outputs": [{"output_type": "stream", "text": ["nine\n"]}],
        },
        {"cell_type": "markdown", "source": "Low water."},
    ]
    document = read(json.dumps({"cells": cells, "nbformat": 4}).encode(), "a.ipynb")
    assert document.title == "Tides"
    assert [b.locator for b in document.blocks] == [
        Row(number=n, unit="cell") for n in (1, 1, 2, 2, 3)
    ]
    assert "nine" in told(document)[3]
