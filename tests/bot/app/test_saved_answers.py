"""Answers that people teach, as the reader of Markdown finds them again."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.app.saved_answers import answer_in, saved_answer
from retrieval.reading.decode import decode

TEXTS = st.text(min_size=1).filter(lambda text: text.strip() and max(text) < "\ud800")


def test_front_matter_says_where_it_is_from_and_there_is_none_without_that():
    link = "https://discord.com/channels/7/8/900"
    at = datetime(2026, 11, 29, 9, 12, tzinfo=UTC)
    assert saved_answer("Which\ncolour?", " Blue. ", link=link, at=at).decode() == (
        f"---\nmessage: {link}\ndate: 2026-11-29 09:12\n---\n\n# Which colour?\n\nBlue.\n"
    )
    assert saved_answer("Which colour?", "Blue.") == b"# Which colour?\n\nBlue.\n"


@given(TEXTS, TEXTS)
def test_the_passage_is_the_answer_where_it_stands(question, text):
    content = saved_answer(question, text)
    passage = answer_in(content, text, path="a.md")
    assert content.decode()[passage.start : passage.end] == passage.text == text.strip()
    assert passage.citation.first_line <= passage.citation.last_line


def test_lines_are_counted_as_in_the_file():
    content = saved_answer("Which colour?", "Blue.\nOr green.")
    citation = answer_in(content, "Blue.\nOr green.", path="a.md").citation
    lines = decode(content).text.splitlines()
    assert lines[citation.first_line - 1 : citation.last_line] == ["Blue.", "Or green."]
