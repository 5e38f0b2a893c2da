import pytest

from retrieval.answering.confidence.questions import Wanted, framing, offers, wanted
from retrieval.text.words import opposed, read, stem


def test_read_splits_hyphens_keeps_numbers_and_drops_possessives():
    words = read("Israel's “Turkish-supplied” drones cost $4.85 billion")
    expected = ["Israel", "Turkish", "supplied", "drones", "cost", "4.85", "billion"]
    assert [word.text for word in words] == expected
    assert [word.stem for word in words][:4] == ["israel", "turkish", "suppli", "drone"]


@pytest.mark.parametrize("text", ["not", "isn't", "didn’t", "never", "without", "lacks"])
def test_negations(text):
    (word,) = read(text)
    assert word.negates
    assert word.common


@pytest.mark.parametrize("text", ["note", "don", "want", "knot"])
def test_words_that_only_look_like_negations(text):
    assert not read(text)[0].negates


def test_a_capital_names_something_except_at_the_beginning():
    assert [word.name for word in read("Normans ruled Sicily")] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "expected"), [("1973", True), ("11th", True), ("third", True), ("thirst", False)]
)
def test_numbers(text, expected):
    assert read(text)[0].number is expected


@pytest.mark.parametrize(
    ("form", "base"), [("said", "say"), ("won", "win"), ("written", "write"), ("walked", "walk")]
)
def test_forms_of_a_verb_have_one_stem(form, base):
    assert stem(form) == stem(base)


@pytest.mark.parametrize(
    ("question", "framed"),
    [
        ("What happened in 2016?", {"happen"}),
        ("When did the clashes start?", {"begin", "end", "happen", "occur", "start"}),
        ("Who started the clashes?", set()),
    ],
)
def test_that_something_happened_need_not_be_said(question, framed):
    assert framing(read(question)) == framed


@pytest.mark.parametrize(
    ("word", "other"),
    [("north", "south"), ("south", "north"), ("stable", "unstable"), ("unstable", "stable")],
)
def test_opposites_both_ways(word, other):
    assert opposed(stem(word), {stem(other)})


@pytest.mark.parametrize(("word", "other"), [("north", "east"), ("stable", "table"), ("a", "una")])
def test_no_opposites(word, other):
    assert not opposed(stem(word), {stem(other)})


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who supplies the drones?", Wanted.NAME),
        ("Where is Normandy?", Wanted.NAME),
        ("In what country is Normandy?", Wanted.NAME),
        ("Which countries make them?", Wanted.NAME),
        ("When did the war begin?", Wanted.TIME),
        ("What year did it end?", Wanted.TIME),
        ("How many people live there?", Wanted.QUANTITY),
        ("What percentage of it is water?", Wanted.QUANTITY),
        ("How did it end?", Wanted.ANYTHING),
        ("What is a steam engine?", Wanted.ANYTHING),
        ("Tell me about it", Wanted.ANYTHING),
        ("", Wanted.ANYTHING),
    ],
)
def test_what_a_question_wants(question, expected):
    assert wanted(read(question)) is expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Wanted.NAME, "it was built by Turkey", True),
        (Wanted.NAME, "it was built by hand", False),
        (Wanted.TIME, "it began in 1096", True),
        (Wanted.TIME, "it began in october", True),
        (Wanted.TIME, "it began suddenly", False),
        (Wanted.QUANTITY, "about sixty people", True),
        (Wanted.QUANTITY, "some people", False),
        (Wanted.ANYTHING, "", True),
    ],
)
def test_what_words_can_answer(kind, text, expected):
    assert offers(kind, read(text)) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How long did it burn?", {"long"}),
        ("In what year did the long war end?", {"year"}),
        ("How did the year end?", set()),
        ("Where is the match going on?", {"go", "on"}),
        ("Where does the match take place?", {"take", "place"}),
        ("are bikes ok", {"ok"}),
        ("who is ok with bikes", set()),
    ],
)
def test_words_that_only_frame_a_question(question, expected):
    assert framing(read(question)) == expected
