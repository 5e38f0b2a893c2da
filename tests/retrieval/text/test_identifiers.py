import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.identifiers import identifier_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Error E-1042 means", ["e1042"]),
        ("E1042", ["1042"]),
        ("Set `FALCON_LOG_LEVEL`", ["falcon", "log", "level", "falconloglevel"]),
        ("--no-wait", ["nowait"]),
        ("ERR_CONN_4021", ["err", "conn", "4021", "errconn4021"]),
        ("getUserName", ["get", "user", "name"]),
        ("config/settings.py", []),  # the word pattern finds its parts
    ],
)
def test_an_identifier_gets_its_parts_and_its_whole(text, terms):
    assert identifier_terms(text) == terms


@pytest.mark.parametrize(
    "prose",
    [
        "a well-known fact",
        "in the 17th century and the 1990s",
        "9/11 and/or 1,000",
        "Nagorno-Karabakh",
    ],
)
def test_prose_gets_nothing(prose):
    assert identifier_terms(prose) == []


@given(st.text())
def test_terms_are_made_of_the_letters_of_the_text(text):
    letters = re.sub(r"[\W_]", "", text.lower())
    for term in identifier_terms(text):
        assert term in letters
        assert len(term) > 1 or term.isdigit()
