"""A text on pages: all of it, in order, none too long."""

from hypothesis import given
from hypothesis import strategies as st

from bot.app.text_pages import LINES, PAGE, page_of, pages_of
from bot.discord.cards.escape import escape, length

TEXTS = st.lists(
    st.one_of(
        st.text(st.sampled_from("ab\r\n 😀<@`*"), max_size=60),
        st.integers(0, 3000).map("<@everyone".__mul__).map(lambda text: text[:2600]),
        st.just("\n" * 50),
    ),
    max_size=12,
).map("".join)


@given(TEXTS)
def test_nothing_is_left_out_or_shown_twice(text):
    lines = [line for page in pages_of(text) for line in page]
    position = 0
    for line in lines:
        assert set(text[position : line.start]) <= set("\r\n")
        assert not set("\r\n") & set(text[line.start : line.end])
        position = line.end
    assert set(text[position:]) <= set("\r\n")
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    assert lines[-1].number == whole.count("\n") + 1


@given(TEXTS)
def test_every_page_fits_into_a_message(text):
    for page in pages_of(text):
        assert 0 < len(page) <= LINES
        assert length("".join(text[line.start : line.end] for line in page)) <= PAGE
        drawn = "\n".join(f"`{one.number}` {escape(text[one.start : one.end])}" for one in page)
        assert length(drawn) <= 3500


def test_a_line_is_found_on_its_page():
    pages = pages_of("\n".join(f"Line {number}" for number in range(1, 101)))
    assert [len(page) for page in pages] == [40, 40, 20]
    assert [page_of(pages, line) for line in (1, 40, 41, 80, 81, 100, 999)] == [
        0,
        0,
        1,
        1,
        2,
        2,
        2,
    ]


def test_a_line_that_is_too_long_goes_on_under_its_number():
    lines = [line for page in pages_of("short\n" + "x" * (PAGE + 1) + "\nend") for line in page]
    assert [line.number for line in lines] == [1, 2, 2, 2, 3]
    assert [line.end - line.start for line in lines] == [5, PAGE // 2, PAGE // 2, 1, 3]
