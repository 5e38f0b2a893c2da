"""Chats and transcripts in plain text, in the ways that programs and people write them."""

import pytest

from retrieval.domain import BlockKind
from retrieval.reading.formats.plain_text import outline
from retrieval.reading.sentences import read_sentences

SAID = [
    ("Lena", "18:02", "how tall is the mast?"),
    ("Otto", "18:04", "nine metres, and it is never set up alone"),
    ("Lena", "18:05", "ok thanks"),
    ("Otto", "18:09", "see you at the pier"),
]
ALONE = [
    "{name} — 07/03/2025 {time}\n{words}\n\n",
    "{name} — Today at {time}\n{words}\n",
    "{name} Yesterday at {twelve}\n{words}\n\n",
    "{name}  {twelve}\n{words}\n",
    "**{name}** — 07/03/2025 {time}\n{words}\n\n",
    "{name}, [07.03.2025 {time}]\n{words}\n\n",
    "[{time}] {name}:\n{words}\n\n",
    "{name} ({time}):\n{words}\n\n",
    "{name} [{time}]\n\n{words}\n\n",
    "{name} {time}:00\n{words}\n\n",
    "{time}:00 {name}\n{words}\n\n",
    "[{time}:00] {name}\n{words}\n\n",
    "{name} | {time}\n{words}\n\n",
    "{name} wrote at {time}:\n{words}\n\n",
    "{shout}\n{words}\n\n",
    "{shout}:\n{words}\n\n",
    "{name}:\n{words}\n\n",
    "{name} ({time}): {words}\n",
    "{name} [{time}] {words}\n",
]
BEFORE = [
    "07/03/2025, {time} - {name}: {words}\n",
    "[07.03.25, {time}:00] {name}: {words}\n",
    "2025-03-07 {time} <{name}> {words}\n",
    "2025-03-07T{time}:00Z {name}: {words}\n",
]


def written(form):
    return "".join(
        form.format(
            name=name,
            shout=name.upper(),
            time=time,
            twelve=f"{int(time[:2]) - 12}{time[2:]} PM",
            words=words,
        )
        for name, time, words in SAID
    )


def turns(text, path="a.txt"):
    """Return who says what, as it is searched."""
    (one,) = read_sentences(text.encode(), path)
    text = one.document.text
    return [
        (one.document.blocks[s.block].speaker.capitalize(), text[s.start : s.end])
        for s in one.sentences
    ]


@pytest.mark.parametrize("above", ["", "#boats\n\n"])
@pytest.mark.parametrize("form", ALONE)
def test_a_line_that_says_who_speaks_is_no_sentence(form, above):
    found = turns(above + written(form))
    assert found[bool(above) :] == [(name, words) for name, _, words in SAID]


MARKDOWN = [form for form in ALONE if "[" not in form]


@pytest.mark.parametrize("form", MARKDOWN)
@pytest.mark.parametrize("above", ["", "# Boats\n\n"])
def test_markdown_has_turns_too(form, above):
    found = turns(above + written(form), "a.md")
    assert found[bool(above) :] == [(name, words) for name, _, words in SAID]


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
@pytest.mark.parametrize("form", ["**{name}:** {words}\n\n", "**{name}**: {words}\n\n"])
def test_a_name_in_bold_stays_with_what_is_said(form, path):
    expected = [(name, form.format(name=name, words=words).strip()) for name, _, words in SAID]
    assert turns(written(form), path) == expected


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(
    "form",
    [
        "{shout}. {words}",
        "{shout} | {words}",
        "{shout} — {words}",
        "{name} | {words}",
        "{name} – {words}",
        "{name} > {words}",
        "{name} - {words}",
        "**{name}** | {words}",
        "**{shout}** – {words}",
        "**{name}.** {words}",
        "__{name}__ > {words}",
    ],
)
def test_a_name_that_a_mark_parts_from_what_is_said_is_left_out(form, between, path):
    text = between.join(
        form.format(name=name, shout=name.upper(), words=words) for name, _, words in SAID
    )
    assert turns(text, path) == [(name, words) for name, _, words in SAID]


def test_a_name_with_a_colon_says_who_speaks_in_markdown():
    text = "# Boats\n\n" + "\n".join(f"{name}: {words}" for name, _, words in SAID)
    expected = [(name, f"{name}: {words}") for name, _, words in SAID]
    assert turns(text, "a.md")[1:] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sound > Volume is on the left.\nSound > Bass is on the right.\nWhat else is there?\n"
        "Picture > Colour is below.\nIt is dark by itself.\n",
        "Oak | Is it hard?\nAsh | It bends.\nYew | It is slow.\n",
        "BOATS. They are old.\n\nWhere are they?\n\nPIERS. They are new.\n\nNETS. They are wet.\n",
    ],
)
def test_what_is_parted_by_a_mark_is_not_always_said_by_somebody(text):
    assert not any(name for name, _ in turns(text))


@pytest.mark.parametrize(
    "text",
    [
        "**Price:** 12 a day\n\n**Seats:** 4\n\n**Price:** 14 a day\n",
        "Is it broken? Read on.\n\n"
        + "It drips.\n\nSolution:\n\nTurn it off.\n\nReason:\n\nIt is old.\n\nIt is.\n\n"
        "So it is.\n\nAnd more.\n\nAnd more.\n\n" * 3,
    ],
)
def test_labels_are_nobody(text):
    assert not any(name for name, _ in turns("# Boats\n\n" + text, "a.md"))


SUBTITLES = """\
1
00:00:01,000 --> 00:00:04,200
LENA: How tall is

2
00:00:04,300 --> 00:00:06,900
the mast?

3
00:00:09,000 --> 00:00:12,000
OTTO: Nine metres. It is

4
00:00:12,100 --> 00:00:15,000
never set up alone.

5
00:00:16,000 --> 00:00:18,000
LENA: I see.

6
00:00:19,000 --> 00:00:21,000
OTTO: Good.
"""


@pytest.mark.parametrize("path", ["a.srt", "a.txt"])
def test_subtitles_tell_who_speaks_and_for_how_long(path):
    found = [
        (name, " ".join(words.split()).removeprefix(f"{name.upper()}: "))
        for name, words in turns(SUBTITLES, path)
    ]
    assert [name for name, _ in found] == ["Lena", "Otto", "Otto", "Lena", "Otto"]
    assert found[0][1].startswith("How tall is")
    assert found[0][1].endswith("the mast?")
    assert found[1] == ("Otto", "Nine metres.")
    assert found[2][1].startswith("It is")


@pytest.mark.parametrize("form", BEFORE)
def test_a_date_before_a_name_is_no_part_of_what_is_said(form):
    found = turns(written(form))
    assert [name for name, _ in found] == [name for name, _, _ in SAID]
    assert all(
        words.endswith(said) and "2025" not in words and ":0" not in words
        for (_, words), (_, _, said) in zip(found, SAID, strict=True)
    )


def test_a_turn_has_all_lines_and_paragraphs_up_to_the_next_one():
    found = turns(
        "ann — 07/03/2025 18:02\nthe mast is\nnine metres\n\nit is never set up alone\n\n"
        "bob — 07/03/2025 18:04\nok\n\nCLOSING REMARKS\n\nThe channel was closed.\n"
    )
    assert found == [
        ("Ann", "the mast is\nnine metres"),
        ("Ann", "it is never set up alone"),
        ("Bob", "ok"),
        ("", "CLOSING REMARKS"),
        ("", "The channel was closed."),
    ]


def test_what_says_who_speaks_is_in_the_block_and_left_out():
    text = written(ALONE[0])
    block = outline(text).blocks[0]
    (head,) = block.omitted
    assert text[block.start : block.end] == "Lena — 07/03/2025 18:02\nhow tall is the mast?"
    assert text[head.start : head.end] == "Lena — 07/03/2025 18:02"


@pytest.mark.parametrize(
    "text",
    [
        # A timetable, a programme, a log, a changelog, recipes, parts of a report.
        "Bergen 18:05\nOslo 19:20\nBergen 20:05\nOslo 21:20\n",
        "Monday 18:00\nYoga in the hall.\n\nTuesday 18:00\nChess.\n\nMonday 20:00\nBand.\n",
        "2025-03-07 18:05:01 ERROR: the disk is full\n2025-03-07 18:05:02 ERROR: no room\n"
        "2025-03-07 18:05:09 INFO: the disk has room\n",
        "v2.4 — 2025-03-12\nFixed the lamp.\n\nv2.3 — 2025-02-01\nFixed the bell.\n",
        "Ingredients:\nflour\n\nMethod:\nBake it.\n\nIngredients:\nmilk\n\nMethod:\nBoil it.\n",
        "PRICES\nA bed is 12.\n\nROOMS\nThere are two.\n\nPRICES\nA bed is 14.\n\nROOMS\nOne.\n",
    ],
)
def test_what_comes_again_is_not_always_a_person(text):
    assert not any(
        block.omitted or (block.speaker and block.kind is not BlockKind.PARAGRAPH)
        for block in outline(text).blocks
    )
