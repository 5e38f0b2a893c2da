import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.plain import isolated, printable


def test_escape_sequences_become_visible_instead_of_driving_the_terminal():
    assert printable("a\x1b[2Jb\x07") == "a␛[2Jb␇"


def test_direction_overrides_are_dropped_and_letters_kept():
    assert printable("abc\u202edef\u202c שלום") == "abcdef שלום"


def test_a_right_to_left_name_is_isolated_from_what_stands_beside_it():
    assert isolated("قواعد المسبح") == "\u2068قواعد المسبح\u2069"
    assert isolated("Pool \u202erules") == "Pool rules"


def test_line_ends_are_one_kind():
    assert printable("a\r\nb\rc\nd") == "a\nb\nc\nd"


@given(st.text())
def test_nothing_printed_is_a_control_character(text):
    controls = {char for char in printable(text) if unicodedata.category(char) in {"Cc", "Cs"}}
    assert controls <= {"\n", "\t"}
