"""Prices, in whatever is paid with."""

import pytest

from retrieval.answering.confidence.prices import names_price, price_words
from retrieval.text.words import stem


@pytest.mark.parametrize(
    ("sentence", "priced"),
    [
        ("Admission is 8 crowns.", True),
        ("You need level 10 and 300 shells.", True),
        ("A plot costs $45.", True),
        ("Pensioners get in free.", True),
        ("Guided tours start at three.", False),
        ("It opens at 9 on Sundays.", False),
        ("It takes 40 minutes.", False),
        ("The hut sleeps 12 people.", False),
        ("It was built in 1911.", False),
        ("They drop from level 12 on.", False),
    ],
)
def test_what_is_a_price(sentence, priced):
    assert names_price(sentence) is priced


def test_words_for_a_price_are_not_looked_for_where_one_is_said():
    assert stem("cost") in price_words("what's the cost of admission", "Admission is 8 crowns.")
    assert price_words("what's the cost of admission", "Admission ends at six.") == frozenset()
    assert price_words("when does it open", "Admission is 8 crowns.") == frozenset()
