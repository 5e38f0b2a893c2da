"""What carries a conversation on, in the languages that have a list of it."""

import pytest

from retrieval.text.languages.conversing import Carrying, carrying_on
from retrieval.text.languages.phrases import read_phrases

ANAPHOR, POINTER = Carrying.ANAPHOR, Carrying.POINTER
OPENER, CONTINUER = Carrying.OPENER, Carrying.CONTINUER


@pytest.mark.parametrize(
    ("question", "language", "kinds", "telling"),
    [
        ("Und in Berlin?", "de", {OPENER}, ("Berlin",)),
        ("Wann wurde er gebaut?", "de", {ANAPHOR}, ("gebaut",)),
        # A capital tells "you" from "she", but not at the beginning.
        ("Wann öffnen Sie die Kasse?", "de", set(), ("öffnen", "Kasse")),
        ("Sie kostet wie viel?", "de", {ANAPHOR}, ("kostet",)),
        # "Es" stands for nothing here, and for the hotel there.
        ("Wie viele Zimmer gibt es?", "de", set(), ("Zimmer",)),
        ("Wann wurde es eröffnet?", "de", {ANAPHOR}, ("eröffnet",)),
        # "Das" points back at the end; before a noun it is an article.
        ("Was kostet das?", "de", {POINTER}, ("kostet",)),
        ("Was kostet das Bad?", "de", set(), ("kostet", "Bad")),
        ("Et à Paris ?", "fr", {OPENER}, ("Paris",)),
        ("Le musée est-il ouvert ?", "fr", set(), ("musée",)),
        ("¿Y en Sevilla?", "es", {OPENER}, ("Sevilla",)),
        ("E no Porto?", "pt", {OPENER}, ("Porto",)),
        ("А в Казани?", "ru", {OPENER}, ("Казани",)),
        ("Peki ya İzmir’de?", "tr", {OPENER}, ("İzmir",)),
        ("では大阪は？", "ja", {OPENER}, ("大阪",)),
        ("それはいつ建てられましたか？", "ja", {ANAPHOR}, ("建",)),
        ("那上海呢？", "zh", {POINTER, OPENER}, ("上海",)),
        # "Others" has a "he" in it.
        ("其他学校在哪里？", "zh", {CONTINUER}, ("学校",)),
        # Of Danish only the commonest words are known.
        ("Hvornår åbner det?", "da", set(), ("åbner",)),
    ],
)
def test_a_question_is_taken_apart(question, language, kinds, telling):
    apart = carrying_on(question, language)
    assert apart.kinds == kinds
    assert apart.telling == telling


def test_every_language_of_courtesy_has_a_list():
    listed = read_phrases("conversation.txt")
    assert set(listed) == set(read_phrases("courtesy.txt"))
    for kinds in listed.values():
        assert set(Carrying) <= set(kinds)
        for kind, phrases in kinds.items():
            assert len(phrases) == len(set(phrases))
            if kind != "polite":
                assert all(phrase == phrase.lower() for phrase in phrases)
