"""The owner's synonyms: how they are written, and where they stand in a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.synonyms import NO_SYNONYMS, Synonyms, read_synonyms

CLUB = """\
# What members say.
dues = membership fee, annual fee

 the barn=clubhouse
"""


def found(synonyms, text):
    return [(text[one.start : one.end], one.others) for one in synonyms.occurrences(text)]


def test_a_line_is_a_group():
    read = read_synonyms(CLUB)
    assert read.faults == ()
    assert read.synonyms.groups == (
        ("dues", "membership fee", "annual fee"),
        ("the barn", "clubhouse"),
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("dues", 'write one "="'),
        ("a = b = c", 'write one "="'),
        ("dues =", "a word is missing"),
        ("= fee", "a word is missing"),
        ("dues = fee,, subscription", "a word is missing"),
        ("dues = —", "neither a letter nor a digit"),
        ("fee = fees", "the same word"),
        ("Fee = fee", "the same word"),
        ("a = one two three four five six seven eight nine", "more than 8 words"),
        ("a = " + "long" * 30, "more than 8 words"),
        ("a = " + ", ".join(f"word{number}" for number in range(50)), "more than 50 words"),
    ],
)
def test_a_bad_line_is_named_and_left_out(line, reason):
    read = read_synonyms(f"{CLUB}{line}\nhut = cabin\n")
    assert len(read.synonyms.groups) == 3
    (fault,) = read.faults
    assert fault.startswith("Line 5 is left out: ")
    assert reason in fault


def test_there_is_an_end_to_groups():
    lines = [f"word{number} = other{number}" for number in range(2_001)]
    read = read_synonyms("\n".join(lines))
    assert len(read.synonyms.groups) == 2_000
    assert read.faults == ("Line 2001 is left out: more than 2,000 groups are not taken.",)


def test_a_word_is_found_in_any_inflection():
    synonyms = read_synonyms("annual fee = dues\npay = remit").synonyms
    assert found(synonyms, "Are annual fees paid?") == [
        ("annual fees", ("dues",)),
        ("paid", ("remit",)),
    ]
    assert found(synonyms, "annual rates of a fee") == []


def test_a_word_of_several_groups_has_the_others_of_all():
    synonyms = read_synonyms("dues = annual fee\nsubscription = dues, season fee").synonyms
    assert found(synonyms, "my dues") == [("dues", ("annual fee", "subscription", "season fee"))]
    # And not those that are two steps away.
    assert found(synonyms, "an annual fee") == [("annual fee", ("dues",))]


def test_of_two_that_overlap_the_longer_counts():
    synonyms = read_synonyms("fee = price\nannual fee = dues\nfee for guests = day rate").synonyms
    assert found(synonyms, "an annual fee for guests") == [("fee for guests", ("day rate",))]
    assert found(synonyms, "an annual fee, a fee") == [
        ("annual fee", ("dues",)),
        ("fee", ("price",)),
    ]


def test_marks_that_tell_names_apart_count():
    synonyms = read_synonyms("C++ = cpp\nC# = C sharp").synonyms
    assert found(synonyms, "is it c++, C# or C?") == [("c++", ("cpp",)), ("C#", ("C sharp",))]
    assert found(synonyms, "C and ABC++ and C#5") == []


def test_writing_without_blanks_is_looked_for_as_it_stands():
    synonyms = read_synonyms("会費 = 年会費用").synonyms
    assert found(synonyms, "会費はいくらですか") == [("会費", ("年会費用",))]


def test_groups_add_up():
    both = Synonyms((("a", "b"),)) + Synonyms((("b", "c"),))
    assert found(both, "b") == [("b", ("a", "c"))]
    assert not NO_SYNONYMS
    assert both


@given(st.text(), st.text())
def test_any_file_is_read_and_any_text_is_looked_through(file, text):
    read = read_synonyms(file)
    lines = [one for one in file.splitlines() if one.strip() and not one.lstrip().startswith("#")]
    assert len(read.synonyms.groups) + len(read.faults) == len(lines)
    for phrase in [phrase for group in read.synonyms.groups for phrase in group]:
        assert [one for one, _ in found(read.synonyms, phrase)]
    end = 0
    for one in read.synonyms.occurrences(text):
        assert end <= one.start < one.end <= len(text)
        assert one.others
        end = one.end
