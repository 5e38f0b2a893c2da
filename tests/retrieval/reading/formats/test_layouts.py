"""Plain text as printers, scanners, players and people lay it out: whole sentences all the same."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.locators import Timecode
from retrieval.reading.sentences import read_sentences
from retrieval.text.mending import sentence_words


def read(text, path="a.txt"):
    (one,) = read_sentences(text.encode("utf-8", "replace"), path)
    return one


def said(text, path="a.txt"):
    """The sentences of a text as they are searched, each on one line."""
    one = read(dedent(text).lstrip("\n"), path)
    return [" ".join(words.split()) for words in sentence_words(one.document, one.sentences)]


WRAPPED = [
    # One line that nobody could break.
    """
    Minutes of the allotment society

    The pump behind plot nine was repaired on Friday by
    Hedda Nyqvist and her nephew. The key to it hangs in
    the shed, and the spare one is kept at the bakery.
    https://allotments.example.org/minutes/2023/autumn/pump-and-water-supply/annex-4.html
    A new hose will be bought in the third week of
    January 2024.
    """,
    # A line that is long by the address at its end.
    """
    Minutes of the allotment society

    The pump behind plot nine was repaired on Friday by
    Hedda Nyqvist and her nephew. The key to it hangs in
    the shed, and the spare one is kept at the bakery.
    See also: https://allotments.example.org/minutes/2023/autumn/pump-and-water-supply/annex-4.html
    A new hose will be bought in the third week of
    January 2024.
    """,
    # A column of a newspaper.
    """
    Minutes of the allotment society

    The pump behind plot nine was
    repaired on Friday by Hedda Nyqvist
    and her nephew. The key to it hangs
    in the shed, and the spare one is
    kept at the bakery. A new hose will
    be bought in the third week of
    January 2024.
    """,
    # A very narrow one.
    """
    Minutes of the allotment society

    The pump behind plot
    nine was repaired on
    Friday by Hedda
    Nyqvist and her
    nephew. The key to it
    hangs in the shed, and
    the spare one is kept
    at the bakery. A new
    hose will be bought in
    the third week of
    January 2024.
    """,
    # A table's row and a signature, too long for the width that holds elsewhere.
    """
    Minutes of the allotment society

    The pump behind plot nine was repaired on Friday by
    Hedda Nyqvist and her nephew. The key to it hangs in
    the shed, and the spare one is kept at the bakery.
    A new hose will be bought in the third week of
    January 2024.
    Present were: Nyqvist, Okafor, Lindqvist, Ferreira, the two apprentices and the chair herself.
    """,
]


@pytest.mark.parametrize("text", WRAPPED)
def test_wrapped_lines_are_whole_sentences(text):
    sentences = said(text)
    assert "The pump behind plot nine was repaired on Friday by Hedda Nyqvist and her nephew." in (
        sentences
    )
    assert "The key to it hangs in the shed, and the spare one is kept at the bakery." in sentences
    assert "A new hose will be bought in the third week of January 2024." in sentences


@pytest.mark.parametrize(
    "lines",
    [
        ["Anna Berg", "Otto Wells", "Iris Holm", "Finn Lund"],
        ["apples", "pears", "plums", "quinces"],
        ["Roses are red", "Violets are blue", "Sugar is sweet", "And so are you"],
        ["12 Harbour Street", "4051 Kallvik", "North District", "Phone 555-0142"],
    ],
)
def test_short_lines_that_are_no_column(lines):
    text = "A heading of the page\n\nA sentence stands here.\n\n" + "\n".join(lines) + "\n"
    joined = said(text)
    if lines[0][0].isupper():
        assert [line for line in lines if line in joined] == lines


FACTS = [
    [
        "shed 4 - what goes where",
        "padlock code = 2290, write it nowhere",
        "spare fuse -> tin above the bench",
        "compost is turned on the first Sunday",
        "hose belongs to plot 12",
        "pump no. 2 has a cracked lid",
        "seed money: 15 a year, in cash",
    ],
    [
        "the gate closes at nine in the evening.",
        "dogs stay outside in the yard",
        "the bell is for deliveries only",
    ],
    [
        "The gate is closed at nine in the evening",
        "All dogs have to stay outside in the yard",
        "Bells are meant for deliveries and no more",
        "Keys hang on the hook beside the big door",
        "Ladders belong to the club and stay there",
    ],
    ["Wifi password = falcon", "door code = 4711", "printer = second floor"],
    ["chairs: corridor C", "scissors: second drawer"],
]


@pytest.mark.parametrize("facts", FACTS)
@pytest.mark.parametrize("above", ["", "Notes\n\n"])
def test_one_fact_a_line(facts, above):
    found = said(above + "\n".join(facts) + "\n")
    assert found[-len(facts) :] == facts


@pytest.mark.parametrize(
    "text",
    [
        "The boiler was serviced\nby Nordheat in March\n",
        "we came home late and\nwent to bed at once\n",
        "the owner was a baker,\nhis wife a smith\n",
        "They had been living there since the\nspring of last year and nobody saw\na mouse in the"
        " kitchen, in the hall\nor in the cellar under the stairs\n",
    ],
)
def test_a_sentence_broken_by_hand_is_no_list_of_facts(text):
    assert said(text) == [" ".join(text.split())]


BREAKS = [
    "\n\n\nOkafor                     Draft                     [Page 7]\n\n"
    "Note 4              Tidal Gate Control           March 2019\n\n\n",
    "\n\f",
    "\n\n12\n\n\f\n",
    "\n\n- 12 -\n\n",
    "\n\n— 12 —\n\n",
    "\nPage 3 of 40\n",
    "\n\nPage 3\n\nTidal Gate Control\n\n",
    "\n\nSeite 3\n\n",
    "\n3/40\n\fTidal Gate Control\n\n",
    "\n\nTidal Gate Control | 3 of 40\n\n\f",
    "\n\n12\n\n",
]


@pytest.mark.parametrize("page_break", BREAKS)
@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("it takes the signal for", "lost and closes the gate within nine seconds."),
        ("it calls the keeper and waits, but", "closes the gate within nine seconds."),
        ("it is closed by", "Keeper Number Two within nine seconds."),
    ],
)
def test_a_page_ends_in_a_sentence(page_break, above, below):
    start = "The gate sends its state once a minute. Where no reply comes\nin four seconds, "
    text = f"Operating manual\n\n{start}{above}{page_break}{below} Then it rests.\n"
    one = read(text)
    (found,) = [text[s.start : s.end] for s in one.sentences if "no reply" in text[s.start : s.end]]
    assert found.startswith("Where no reply")
    assert found.endswith("nine seconds.")
    sentence = next(words for words in said(text) if "no reply" in words)
    assert sentence == f"Where no reply comes in four seconds, {above} {below}"
    assert said(text)[-1] == "Then it rests."


def test_pages_with_the_same_head_keep_it_once():
    page = "Harbour rules 2020\n\nRule {0} is about ships of class {0}. It is old.\n\nPage {0}\n"
    sentences = said("\f".join(page.format(number) for number in range(1, 6)))
    assert sentences.count("Harbour rules 2020") == 1
    assert not any("Page" in words for words in sentences)
    assert "Rule 4 is about ships of class 4." in sentences


def test_a_number_on_a_line_of_its_own_is_no_page():
    assert said("How many ships came?\n\n12\n\nThey came at night.\n").count("12") == 1


def test_the_steps_of_a_menu_are_one_thing():
    for path in (
        "Settings / Picture /\nExpert settings /\nBlack level",
        "Settings >\nPicture >\nBlack level",
        "Settings\n→ Picture\n→ Black level",
    ):
        sentences = said(f"Picture\n\nThe picture is too dark at night.\n\n{path}\n\nChoose Low.\n")
        assert " ".join(path.split()) in sentences


def test_the_steps_of_a_menu_over_a_page():
    text = "Too dark?\n\nChoose the menu Settings / Picture /\n\n14\n\fBlack level and then Low.\n"
    assert "Choose the menu Settings / Picture / Black level and then Low." in said(text)


SUBTITLES = """\
1
00:00:01,000 --> 00:00:04,200
The mill on the hill
was bought in 1931 by Rosa

2
00:00:04,300 --> 00:00:08,900
Almeida, who painted
the sails herself.

3
00:01:09,000 --> 00:01:12,000
They turned until the flood.
"""


@pytest.mark.parametrize(
    "text",
    [
        SUBTITLES,
        SUBTITLES.replace("\n", "\r\n"),
        "WEBVTT\n\n" + SUBTITLES.replace(",000", ".000").replace(",200", ".200"),
        SUBTITLES.replace("1\n00:00:01", "1\n00:01").replace("--> 00:00:04,2", "--> 00:04,2"),
    ],
)
def test_subtitles(text):
    assert said(text) == [
        "The mill on the hill was bought in 1931 by Rosa Almeida, who painted the sails herself.",
        "They turned until the flood.",
    ]
    assert read(text).document.blocks[0].locator == Timecode(seconds=1.0)


def test_a_text_with_one_time_is_no_subtitles():
    assert "00:00:01,000 --> 00:00:04,200" in said(
        "A cue looks like this.\n\n00:00:01,000 --> 00:00:04,200\n\nIts words stand below it.\n"
    )


LINES = st.sampled_from(
    [
        "",
        "\f",
        "12",
        "Page 3",
        "- 4 -",
        "A Head",
        "words go on",
        "It ends here.",
        "1. item",
        "A  b   c",
        "00:00:01,000 --> 00:00:02,000",
        "was opened by",
        "Settings /",
        "→ Next",
        "====",
        "Ann: hello",
        "Ann — 07/03/2025 18:02",
        "[18:04] bob:",
        "07/03/2025, 18:05 - Cid: yes",
        "HOST",
    ]
)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_blocks_are_in_order_and_what_is_left_out_is_inside_of_them(text):
    from retrieval.reading.formats.plain_text import outline

    end = 0
    for block in outline(text).blocks:
        assert end <= block.start < block.end <= len(text)
        assert not text[block.start].isspace()
        at = block.start
        for omitted in block.omitted:
            assert at <= omitted.start < omitted.end <= block.end
            at = omitted.end
        end = block.end
