"""The owner's file of sentences that are no answer: what it says, and what is named instead."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.reading.registry import reader_for
from retrieval.reading.unhelpful_file import (
    MOST_UNHELPFUL,
    UnhelpfulEntry,
    read_unhelpful,
    write_unhelpful,
)

WORDS = st.text("abc #>.é", min_size=1, max_size=12).map(lambda text: "a" + " ".join(text.split()))


def entry(question, *quotations):
    return UnhelpfulEntry(question=question, quotations=quotations)


def test_quotations_are_no_answer_to_the_headings_above_them():
    read = read_unhelpful(
        "# When does it open?\n## Opening hours?\n\n> It opens at nine\n> on Sundays.\n\n"
        "> It never opens.\n\n### Who bakes?\n> Nobody.\n"
    )
    both = ("It opens at nine on Sundays.", "It never opens.")
    assert read.entries == (
        entry("When does it open?", *both),
        entry("Opening hours?", *both),
        entry("Who bakes?", "Nobody."),
    )
    assert read.faults == ()


def test_a_line_that_says_nothing_is_named():
    read = read_unhelpful("> Lost.\n# \n# Who bakes?\nNobody.\n# When?\n> At six.\n")
    assert read.entries == (entry("When?", "At six."),)
    assert [fault.split(":")[0] for fault in read.faults] == [
        "Line 1 is left out",
        "Line 2 is left out",
        "Line 4 is left out",
        "Line 3 is a question with no quotation below it.",
    ]


def test_questions_beyond_the_most_are_named():
    text = "".join(f"# Question {number}?\n> No.\n" for number in range(MOST_UNHELPFUL + 1))
    read = read_unhelpful(text)
    assert len(read.entries) == MOST_UNHELPFUL
    assert len(read.faults) == 1


@given(st.lists(st.builds(entry, WORDS, WORDS, WORDS), max_size=5))
def test_what_is_written_is_read_again(entries):
    assert read_unhelpful(write_unhelpful(entries)).entries == tuple(entries)


def test_it_is_told_by_its_name_in_the_seeds_or_a_collection():
    assert reader_for("unhelpful.md").name == "unhelpful"
    assert reader_for("crew/Unhelpful.md").name == "unhelpful"
    assert reader_for("crew/notes/unhelpful.md").name == "markdown"
    assert not reader_for("unhelpful.md").read(b"# Who?\n> Nobody.\n", "unhelpful.md").is_searched
