import pytest

from retrieval.text.value_names import value_names
from retrieval.text.words import stem


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("You must be at least 14 years old.", "minor"),
        ("Under-16s swim for nothing.", "child"),
        ("Nobody who is under 18 may enter.", "age"),
        ("The sauna is for members aged 21 and for guests of theirs.", "adult"),
        ("Day ticket: 12 €", "price"),
        ("It is $4.85 a month.", "cost"),
        ("Mon to Fri 9:00-17:30", "hour"),
        ("Doors close at 10 pm.", "time"),
        ("It ends on 3 June.", "date"),
        ("Released 2024-11-03", "date"),
        ("Write to desk@heron.example.", "contact"),
        ("See https://heron.example for it.", "website"),
        ("A loan lasts 14 days.", "period"),
        ("Members get 20 % off.", "percentage"),
        ("It takes 40 GB.", "size"),
        ("Drop-in is on Mondays.", "day"),
        ("The show opens in May.", "month"),
        ("Only English in the main channels.", "language"),
        ("Members wear a teal scarf.", "colour"),
    ],
)
def test_a_value_is_called_by_its_kind(text, name):
    assert stem(name) in value_names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Over 20 players have joined.", "age"),
        ("The tower is 14 years older than the bridge.", "minor"),
        ("Version 3.10 needs more memory.", "time"),
        ("It takes two of them.", "price"),
        ("She may come in March.", "date"),
        ("She may come on foot.", "month"),
        ("They polish the brass.", "language"),
        ("Redo it.", "colour"),
        ("You must be at least 14 years old.", "period"),
        ("There are 40 berths.", "size"),
    ],
)
def test_other_numbers_are_not(text, name):
    assert stem(name) not in value_names(text)
