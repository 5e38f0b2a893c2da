"""Whether two sentences say the same, or something else of the same."""

import pytest

from retrieval.answering.saying import Saying, compared, said

SAME, DIFFERENT, OTHER = Saying


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Reload the settings file: `foo reload`.",
            "Reload the settings file with `foo reload`.",
            SAME,
        ),
        ("The sauna closes at ten on Sundays.", "The sauna closes at 10 on Sundays.", SAME),
        (
            "The sauna closes at ten on Sundays.",
            "The sauna closes at eleven on Sundays.",
            DIFFERENT,
        ),
        ("Quiet hours begin at noon there.", "Quiet hours begin at one there.", DIFFERENT),
        ("Quiet hours begin at noon there.", "Quiet hours begin at 12 there.", SAME),
        ("The shutters close at dusk.", "The shutters close at midnight.", DIFFERENT),
        ("The sheets are changed on mondays.", "The sheets are changed on Friday.", DIFFERENT),
        ("The sheets are changed on Mondays.", "The sheets are changed each monday.", SAME),
        ("The well is tested monthly.", "The well is tested weekly.", DIFFERENT),
        ("The well is tested once a year.", "The well is tested twice a year.", DIFFERENT),
        ("You may march through the garden.", "You may walk through the garden.", OTHER),
        ("Bikes may be ridden before ten in the morning.", "Bikes may never be ridden.", DIFFERENT),
        ("Dogs are allowed in the garden.", "Dogs are not allowed in the garden.", DIFFERENT),
        (
            "Unused days expire on 31 December.",
            "Unused days expire on 31 March of the next year.",
            DIFFERENT,
        ),
        ("Members get 25 days of paid leave.", "Members get 30 days of paid leave.", DIFFERENT),
        (
            "The meeting was held on 3 June at the mill.",
            "The next meeting is held on 1 July at the mill.",
            OTHER,
        ),
        ("The last sale was on 3 June.", "The next sale is on 1 July.", OTHER),
        ("The next sale is on 3 June.", "The next sale is on 1 July.", DIFFERENT),
        ("The free plan has 10 datasets.", "The pro plan has 200 datasets.", OTHER),
        ("The sauna is free on Mondays.", "The sauna is 5 euros on Mondays.", DIFFERENT),
        ("The Hobby plan costs 5 euros a month.", "The Team plan costs 9 euros a month.", OTHER),
        ("A ticket is valid for 3 days there.", "A ticket is valid for 3 weeks there.", OTHER),
        ("Send it to help@a.example by mail.", "Send it to help@b.example by mail.", OTHER),
        ("The harbour was built of stone.", "The price of bread is rising.", OTHER),
        ("Yes.", "Yes.", OTHER),
    ],
)
def test_sentences_compared(one, other, expected):
    assert compared(said(one), said(other)) is expected
    assert compared(said(other), said(one)) is expected


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (
            "Hunde dürfen im Garten frei laufen.",
            "Hunde dürfen im Garten nicht frei laufen.",
            "de",
        ),
        ("Das Büro hat samstags einen Schalter.", "Das Büro hat samstags keinen Schalter.", "de"),
        (
            "Les chiens sont admis dans le jardin.",
            "Les chiens ne sont pas admis dans le jardin.",
            "fr",
        ),
        (
            "Los perros pueden entrar en el jardín.",
            "Los perros no pueden entrar en el jardín.",
            "es",
        ),
        ("Собаки могут гулять в саду летом.", "Собаки не могут гулять в саду летом.", "ru"),
    ],
)
def test_a_negation_of_another_language_says_otherwise(one, other, language):
    assert compared(said(one, language), said(one, language)) is Saying.SAME
    assert compared(said(one, language), said(other, language)) is Saying.DIFFERENT
