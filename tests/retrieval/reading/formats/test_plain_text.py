"""Plain text cut into the blocks that a reader sees."""

from textwrap import dedent

import pytest

from retrieval.domain import BlockKind
from retrieval.reading.formats import line_forms
from retrieval.reading.formats.plain_text import outline

T, H, P, L, B, R = (
    BlockKind.TITLE,
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.BYLINE,
    BlockKind.TABLE,
)


def read(text):
    text = dedent(text).lstrip("\n")
    contents = outline(text)
    blocks = [(b.kind, text[b.start : b.end]) for b in contents.blocks]
    return contents, blocks


def test_a_news_article():
    contents, blocks = read("""
        Storm Hits Coast

        A subtitle that tells more about the storm than its title and has no full stop

        By Jane Q. Roe, Staff Writer

        The storm came at night. It left at dawn.

        Nobody was hurt.
        """)
    assert (contents.title, contents.author) == ("Storm Hits Coast", "Jane Q. Roe")
    assert [kind for kind, _ in blocks] == [T, P, B, P, P]
    assert blocks[3] == (P, "The storm came at night. It left at dawn.")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Author: Dave DeCamp", "Dave DeCamp"),
        ("by Ursula K. Le Guin", "Ursula K. Le Guin"),
        ("By Ann Lee and Bob van der Berg", "Ann Lee and Bob van der Berg"),
        ("Written by José Ortega y Gasset", "José Ortega y Gasset"),
        ("By José Núñez | Reuters", "José Núñez"),
        ("Words: Ann Lee", "Ann Lee"),
        ("Text: Ann Lee, Photos: Bob Roe", "Ann Lee"),
        ("Story by Ann Lee", "Ann Lee"),
        ("Reported by Ann Lee for the Tribune", "Ann Lee"),
        ("Published 3 May 2024 by Ann Lee", "Ann Lee"),
        ("Posted on 2024-05-03 by Ann Lee", "Ann Lee"),
        ("Text: Hello World", None),
        ("Words: about nine hundred", None),
        ("Published by Harbour Press", None),
        ("Published every 3 weeks by the council", None),
        ("By the river we sat", None),
        ("By Monday.", None),
        ("By Night Train", None),
        ("By Friday Noon", None),
        ("By Emily Post", "Emily Post"),
    ],
)
def test_the_line_of_the_author(line, author):
    contents, _ = read(f"A Headline\n\n{line}\n\nThe text begins here and ends here.\n")
    assert contents.author == author


def test_the_author_may_stand_at_the_end_but_prose_may_not():
    assert read("Title\n\nText.\n\nMore.\n\nAuthor: Ann Lee\n")[0].author == "Ann Lee"
    many = "Title\n\n" + "Text is here.\n\n" * 9
    assert read(many + "By Ann Lee\n")[0].author is None


def test_a_text_without_a_headline_has_none():
    contents, blocks = read("The first paragraph is a sentence.\n\nThe second as well.\n")
    assert contents.title is None
    assert [kind for kind, _ in blocks] == [P, P]


def test_a_headline_right_above_its_text():
    contents, blocks = read("Shopping\nBuy milk tomorrow.\n")
    assert contents.title == "Shopping"
    assert blocks == [(T, "Shopping"), (P, "Buy milk tomorrow.")]


def test_lines_wrapped_by_hand_are_one_paragraph():
    _, blocks = read("""
        A paragraph that was wrapped at about seventy columns, as people do in
        plain text files, goes on for some lines. A sentence may end at a line
        end. The next one
        begins on the next line and is followed by

        another paragraph that is wrapped at that width, so that nobody would
        take its lines for paragraphs.
        """)
    assert len(blocks) == 2
    assert blocks[0][1].startswith("A paragraph")
    assert blocks[0][1].endswith("followed by")


def test_one_line_a_paragraph_without_empty_lines():
    _, blocks = read(
        "The first paragraph is short. It has two sentences.\n"
        "The second one is far longer than anybody would wrap a line, and it goes on and on "
        "until it ends here, well beyond the width of any screen that was ever sold to anyone.\n"
        "The third.\n"
    )
    assert [words.split()[1] for _, words in blocks] == ["first", "second", "third."]


def test_paragraphs_that_begin_with_a_space():
    _, blocks = read(
        "   It was a dark night and the rain fell in torrents, except at times,\n"
        "when it was checked by a violent gust of wind that swept the streets.\n"
        "   The second paragraph begins with spaces, as in books that were set\n"
        "by typewriter, where paper was dear.\n"
    )
    assert [words.split()[0] for _, words in blocks] == ["It", "The"]


def test_list_items_without_their_marks():
    _, blocks = read("""
        Things to do before the guests arrive and the party begins at eight:

        - Buy milk. It must be
          fresh.
        * Bake bread
        • Sing

        1. Wake up
        2) Get up
        (3) Eat
        a) toast
        """)
    assert [words for kind, words in blocks if kind is L] == [
        "Buy milk. It must be\n  fresh.",
        "Bake bread",
        "Sing",
        "Wake up",
        "Get up",
        "Eat",
        "toast",
    ]


def test_headings_and_the_path_to_each_paragraph():
    text = dedent("""\
        The Handbook

        1 Basics

        The basics are explained in this paragraph at length.

        1.1 Tools

        The tools are explained in this paragraph at length.

        WARNINGS

        The warnings are explained in this paragraph at length.

        What does it cost?

        It costs nothing at all for members, and nobody else may come.

        Underlined
        ==========
        The end of the handbook is here.
        """)
    blocks = outline(text).blocks
    paths = [b.headings for b in blocks if b.kind is P]
    assert paths == [
        ("1 Basics",),
        ("1 Basics", "1.1 Tools"),
        ("WARNINGS",),
        ("What does it cost?",),
        ("Underlined",),
    ]


def test_a_number_at_the_start_of_a_wrapped_line_is_no_list_item():
    _, blocks = read("""
        The work must carry prominent notices stating that it is released
        under this licence and any conditions added under the terms of section
        7. This requirement modifies the one in the section that is before it.
        """)
    assert [kind for kind, _ in blocks] == [P]


def test_a_numbered_line_with_a_line_under_it_is_a_heading():
    _, blocks = read("""
        The Licence

        1. Definitions
        --------------

        1.1. "You" means you. It means nobody else at all.
        """)
    assert blocks[1] == (H, "1. Definitions")


def test_fragments_are_no_headings():
    """Short lines are headings in prose; among fragments they are fragments."""
    _, blocks = read(
        "Carl Jung\n\nas a boy, he carved a tiny man\n\nIn his eleventh year,\n\nBasel Minster\n\n"
        "In 1887 he was pushed to the ground by another boy and lost consciousness.\n"
    )
    assert [kind for kind, _ in blocks] == [T, P, P, P, P]


def test_a_transcript_has_a_block_for_each_speech():
    contents, blocks = read("""
        Board meeting

        ALICE: Good evening. Shall we start?
        BOB: Yes. The budget is $4.85 million, and I would like to
        propose a change.
        ALICE: Fine.
        CAROL: I object.
        """)
    assert contents.title == "Board meeting"
    assert [words.split(":")[0] for _, words in blocks[1:]] == ["ALICE", "BOB", "ALICE", "CAROL"]
    assert blocks[2][1].endswith("propose a change.")


def test_a_chat_log_is_a_transcript_from_its_first_line():
    contents, blocks = read("""
        [10:01] alice: hi there
        [10:02] bob: hello
        [10:03] alice: all is well
        """)
    assert contents.title is None
    assert len(blocks) == 3


def test_a_colon_alone_makes_no_speaker():
    _, blocks = read(
        "Armenia: a history\n\nThis is what he said: nothing at all.\n\nNote: it was late.\n"
    )
    assert [kind for kind, _ in blocks] == [T, P, P]


def test_fields_at_the_top_of_a_book():
    contents, _ = read("Title: The Book\nAuthor: Ann Author\n\nCHAPTER I\n\nIt was late.\n")
    assert (contents.title, contents.author) == ("The Book", "Ann Author")


def test_rows_of_a_table():
    _, blocks = read("Name\tCity\tAge\nAnn\tParis\t30\nBob   Rome   31\n")
    assert [kind for kind, _ in blocks] == [R, R, R]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts(end):
    text = end.join(["Title", "", "One is here.", "", "Two is here."])
    contents = outline(text)
    assert [text[b.start : b.end] for b in contents.blocks] == [
        "Title",
        "One is here.",
        "Two is here.",
    ]


def test_items_tell_their_marks_and_depths():
    text = "Menu\n\n- Falcon 200\n  - PIN: 4711\n- Falcon 300\n\n(ii) the rent is unpaid;\n"
    items = [b for b in outline(text).blocks if b.kind is BlockKind.LIST_ITEM]
    assert [(b.mark, b.level) for b in items] == [("-", 1), ("-", 2), ("-", 1), ("(ii)", 1)]


def test_rows_tell_their_cells_and_turns_their_speaker():
    text = "Plan     Price\nHobby    free of charge\n"
    rows = outline(text).blocks
    assert [[text[c.start : c.end] for c in b.cells] for b in rows] == [
        ["Plan", "Price"],
        ["Hobby", "free of charge"],
    ]
    turns = outline("ANN: Hello.\nBOB: Good day.\nANN: Bye.\n").blocks
    assert [b.speaker for b in turns] == ["ANN", "BOB", "ANN"]


@pytest.mark.parametrize(
    "heads",
    [
        ["I.   HOURS", "II.  FEES", "III. GUESTS"],
        ["V. Hours", "VI. Fees", "VII. Guests"],
        ["i. Hours", "ii. Fees", "iii. Guests"],
        ["A. Hours", "B. Fees", "C. Guests"],
        ["§ 1 Hours", "§ 2 Fees", "§ 3 Guests"],
        ["1 - Hours", "2 - Fees", "3 - Guests"],
        ["1: Hours", "2: Fees", "3: Guests"],
        ["[1] Hours", "[2] Fees", "[3] Guests"],
        ["Art. 1 Hours", "Art. 2 Fees", "Art. 3 Guests"],
        ["#1 Hours", "#2 Fees", "#3 Guests"],
        ["1     HOURS", "2     FEES", "3     GUESTS"],
        ["HOURS", "FEES", "GUESTS"],
        ["--- Hours ---", "--- Fees ---", "--- Guests ---"],
        ["* HOURS *", "* FEES *", "* GUESTS *"],
        ["Hours\n~~~~~", "Fees\n~~~~", "Guests\n~~~~~~"],
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_numbered_drawn_and_shouted_lines_are_headings(heads, gap):
    said = ["The mill opens at 7.", "A sack costs 4 and is paid at once.", "Bring one friend."]
    text = "OLD MILL\n\n" + "\n\n".join(
        f"{head}{gap}{words}" for head, words in zip(heads, said, strict=True)
    )
    _, blocks = read(text)
    names = [head.split("\n")[0] for head in heads]
    assert [(kind, words) for kind, words in blocks[1:]] == [
        one for name, words in zip(names, said, strict=True) for one in ((H, name), (P, words))
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["3 eggs", "4 apples"],
        ["I. Newton", "II. is no name of his."],
        ["A house", "B movies"],
        ["1: Hours", "3: Guests"],
    ],
)
def test_a_number_alone_makes_no_heading(lines):
    text = "Notes\n\n" + "\n\n".join(f"{line}\nand no more" for line in lines)
    assert H not in [kind for kind, _ in read(text)[1]]


@pytest.mark.parametrize(
    ("marks", "levels"),
    [
        ("1. a) b) 2. a)", [1, 2, 2, 1, 2]),
        ("(a) (b) (i) (ii) (c)", [1, 1, 2, 2, 1]),
        ("- 1. 2. - 1.", [1, 2, 2, 1, 2]),
        ("1) - - 2) -", [1, 2, 2, 1, 2]),
        ("- * -", [1, 1, 1]),
        ("1. 1. 1.", [1, 1, 1]),
        ("g) h) i) j)", [1, 1, 1, 1]),
        ("a. b. c.", [1, 1, 1]),
    ],
)
def test_a_list_of_other_marks_stands_under_the_item_above_it(marks, levels):
    lines = "\n".join(f"{mark} The boat" for mark in marks.split())
    contents, _ = read(f"Rules\n\nThis is said.\n\n{lines}\n")
    assert [block.level for block in contents.blocks if block.mark] == levels


def test_initials_and_abbreviations_are_no_marks():
    _, blocks = read("""
        Rules

        e. g. a boat

        A. Smith has it
        """)
    assert L not in [kind for kind, _ in blocks]


@pytest.mark.parametrize("last", ["provided that", "only if", "when", "must"])
def test_a_line_that_breaks_off_is_no_heading(last):
    _, blocks = read(f"""
        Rules

        3.1 The sluice is opened {last}

        - the water is low.

        All is well there, and it stays so for as long as the river stays in its bed.
        """)
    assert blocks[1] == (P, f"3.1 The sluice is opened {last}")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("(10:00) Aino - The listeners keep asking.", "Aino"),
        ("[10:00:30] Jean-Luc – Yes.", "Jean-Luc"),
        ("10:30 Coffee break - the hall", None),
        ("Aino - the listeners", None),
        ("[10:00] Aino: hello", "Aino"),
        ("[10:00] Dr. Lund: hello", "Dr. Lund"),
        ("Mrs. Ada Lund: hello", "Mrs. Ada Lund"),
    ],
)
def test_behind_a_time_in_brackets_a_dash_makes_a_speaker(line, who):
    assert line_forms.speaker(line) == who


def test_a_year_that_wrapping_put_first_ends_the_sentence_above():
    _, blocks = read("""
        Survey of the organ

        The organ of Saint Brigid was tuned in the spring by Henrik
        Aalto and his niece. Forty-one pipes had to be replaced, most
        of them in the swell. Drawings and recordings can be had from
        https://files.example.org/parish/organ/survey/drawings-and-recordings/index-of-everything
        The bellows are to be renewed before Advent
        2027 at the latest.
        """)
    assert blocks[-1] == (P, "The bellows are to be renewed before Advent\n2027 at the latest.")
