"""Another thing that is counted, priced, or asked of somebody."""

import pytest

from retrieval.answering.confidence.unmet_thing import (
    Unmet,
    is_nowhere,
    is_of_another,
    may_ask_of_another,
)

BOOKS = "You can borrow ten books at a time."
CARD = "A replacement card costs 3 euros."
BORN = "Ada Lund was born in Oslo on 3 May 1874."


@pytest.mark.parametrize(
    ("question", "sentence", "unmet"),
    [
        ("how many films can I borrow", BOOKS, {"film": Unmet(1, 0.55)}),
        ("maximum number of films", BOOKS, {"film": Unmet(0.6, 0.51)}),
        ("how many sick days do I get", "You get 28 days of leave.", {"sick": Unmet(0.3, 0.6)}),
        ("how long does the upgrade take", "Setting up takes a day.", {"upgrad": Unmet(0.4, 0.62)}),
        ("how much is the waffle", CARD, {"waffl": Unmet(0.3, 0.74)}),
        ("how long are films lent", "Books are lent for a month.", {"film": Unmet(1, 0.7)}),
        ("price of a replacement book", CARD, {"book": Unmet(0.1, 0.5)}),
        ("when did Ada Lund die", BORN, {"die": Unmet(1, 0.67)}),
        ("who did she marry", BORN, {"marri": Unmet(1, 0.7)}),
        ("when did captain Rask die", "Her captain was Ole Rask.", {"die": Unmet(1, 0.69)}),
        ("what is her address", BORN, {"address": Unmet(1, 0.66)}),
    ],
)
def test_another_thing_is_told(question, sentence, unmet):
    assert may_ask_of_another(question)
    assert is_of_another(question, sentence, unmet)


@pytest.mark.parametrize(
    ("question", "sentence", "unmet"),
    [
        ("how many volumes can I borrow", BOOKS, {"volum": Unmet(1, 0.4)}),
        ("how many people came", "Forty were there.", {"peopl": Unmet(1, 0.7)}),
        ("how many people work there", "A studio of nine.", {"work": Unmet(0.4, 0.6)}),
        ("how many books fit", "Forty books.", {"fit": Unmet(0.4, 0.6)}),
        ("how long can I keep a book", "Books are lent for a month.", {"keep": Unmet(1, 0.8)}),
        ("how many books are alowed", BOOKS, {"alow": Unmet(1, 0.8)}),
        ("how much is a day ticket", "A day pass costs 9 euros.", {"ticket": Unmet(1, 0.58)}),
        ("price of a new book", CARD, {"book": Unmet(0.1, 0.5), "new": Unmet(1, 0.5)}),
        ("who fixes the lamp", "Repairs are done by Ada.", {"fix": Unmet(1, 0.4)}),
        ("where do I park", "Leave the car by the mill.", {"park": Unmet(1, 0.7)}),
        ("when did he retire", "He left the firm in 1990.", {"retir": Unmet(1, 0.5)}),
        ("what is the purpose of Ada Lund", BORN, {"purpos": Unmet(1, 0.8)}),
        ("when did Ada paint mills", BORN, {"paint": Unmet(1, 0.7), "mill": Unmet(0.3, 0.7)}),
        ("how many members came", "He greets 47 members.", {"come": Unmet(1, 0.7)}),
        ("who is responsible for the building", "Building: Bo Vik", {"respons": Unmet(1, 0.7)}),
        ("who paints the building", "Building: bo", {"paint": Unmet(1, 0.7)}),
        ("how much is my card now", CARD, {"my": Unmet(1, 0.7), "now": Unmet(1, 0.7)}),
        ("is she dead", BORN, {"dead": Unmet(1, 0.7)}),
        ("when was Ada Lund born", BORN, {}),
    ],
)
def test_what_may_be_the_same_is_no_other_thing(question, sentence, unmet):
    assert not is_of_another(question, sentence, unmet)


@pytest.mark.parametrize(
    ("question", "unmet", "nowhere"),
    [
        ("and maple?", {"mapl": Unmet(1, 0.59)}, True),
        ("what about the red maple", {"mapl": Unmet(1, 0.59)}, True),
        ("and maple?", {"mapl": Unmet(1, 0.3)}, False),
        ("and maple?", {"mapl": Unmet(0.5, 0.59)}, False),
        ("and what about it", {}, False),
    ],
)
def test_a_follow_up_names_what_no_document_has(question, unmet, nowhere):
    assert is_nowhere(question, unmet) is nowhere
