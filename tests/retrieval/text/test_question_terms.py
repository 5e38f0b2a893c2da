import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.question_terms import asked_words, question_terms
from retrieval.text.search_terms import search_terms


def test_an_english_question_of_english_texts_has_its_own_terms_alone():
    asked = question_terms("Who supplies the drones of E-1042, the drones?", "en", ("en",))
    assert asked.terms == ("who", "suppli", "drone", "e", "1042")
    assert asked.variants == {}


def test_a_word_has_a_variant_where_another_language_stems_it_otherwise():
    asked = question_terms("Wer baute die Häuser der Panthers?", "de", ("de", "en"))
    assert asked.terms == ("baut", "haus", "panth")
    assert asked.variants == {
        "haus": ("häuser",),
        "panth": ("panther",),
    }


def test_an_english_question_finds_german_texts_by_german_stems():
    asked = question_terms("Who leads the Panthers?", "en", ("de",))
    assert asked.variants["panther"] == ("panth",)


def test_what_only_asks_is_not_looked_for_where_there_are_no_blanks():
    assert question_terms("图书馆什么时候开放?", "zh", ("zh",)).terms == ("图书", "书馆", "开放")
    assert "どこ" not in question_terms("図書館はどこにありますか", "ja", ("ja",)).terms


def test_a_dotless_i_is_found_from_any_keyboard():
    assert (
        question_terms("IŞIK kapalı mı", "tr", ("tr",)).terms
        == question_terms("ışık KAPALI mı", "tr", ("tr",)).terms
    )


@pytest.mark.parametrize("language", ["de", "ru", "ar", "hi", "tr", "ja", "th", "ta", "fa"])
@given(words=st.lists(st.text(max_size=8), max_size=6))
def test_a_question_has_a_term_in_each_language_for_each_word(language, words):
    found = asked_words(" ".join(words), language, ("en", language, "de"))
    assert all({"en", "de", language} <= one.by_language.keys() for one in found)
    assert all(one.term == one.by_language[language] for one in found)


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        ("ru", "бассейна", "бассейном"),
        ("es", "canciones", "canción"),
        ("fr", "eleves", "élèves"),
        ("tr", "kitaplar", "kitapları"),
        ("ar", "كِتَاب", "كتاب"),
        ("ar", "الأسعار", "الاسعار"),
        ("hi", "किताबें", "किताब"),
        ("pl", "książki", "książka"),
        ("cs", "hrady", "hrad"),
        ("de", "strassen", "Straße"),
        ("el", "δρόμοι", "δρόμος"),
        ("fi", "talossa", "talo"),
        ("sv", "husen", "hus"),
    ],
)
def test_forms_of_a_word_have_one_term(language, asked, said):
    assert search_terms(asked, language) == search_terms(said, language) != []


def test_words_have_their_vowels_whatever_their_script():
    assert len(search_terms("किताब पढ़ना", "hi")) == 2
    assert len(search_terms("தமிழ்", "ta")) == 1
    assert search_terms("ที่นี่", "th") == search_terms("ที่นี่")
    assert "".join(search_terms("ที่นี่", "th")).startswith("ที")
