import pytest

from retrieval.text.languages.identify import ENGLISH, UNKNOWN, language_of
from retrieval.text.languages.matching import cut, met
from retrieval.text.languages.models import knows_only_english, words_lead
from retrieval.text.search_terms import search_terms


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Wer liefert die Drohnen?", "de"),
        ("wann wurde Rom gegründet", "de"),
        ("Combien coûte le forfait mensuel ?", "fr"),
        ("¿Cuándo fue fundada la ciudad?", "es"),
        ("Qual é o prazo de devolução?", "pt"),
        ("Parola nasıl sıfırlanır?", "tr"),
        ("Как сбросить пароль?", "ru"),
        ("如何重置密码?", "zh"),
        ("Lady Gaga唱了什么?", "zh"),
        ("パスワードはどこで変えますか", "ja"),
        ("비밀번호를 어떻게 바꾸나요?", "ko"),
        ("Як скинути пароль?", "uk"),
        ("كيف أغير كلمة المرور؟", "ar"),
        ("چگونه رمز را عوض کنم؟", "fa"),
        ("שאלה", "he"),
        ("ꦱꦸꦒꦼꦁ", UNKNOWN),
        ("Who supplies Azerbaijan's drones?", ENGLISH),
        ("What type of company is Van Gend en Loos?", ENGLISH),
        ("los angeles weather", ENGLISH),
        ("What does 你好 mean?", ENGLISH),
        ("", ENGLISH),
    ],
)
def test_a_question_says_its_language_or_is_taken_for_english(question: str, language: str) -> None:
    assert language_of(question) == language


@pytest.mark.parametrize(
    ("question", "expected", "language"),
    [
        ("Öffnungszeiten Bibliothek", (), ENGLISH),
        ("Öffnungszeiten Bibliothek", ("de",), "de"),
        ("Öffnungszeiten Bibliothek", ("de", "en"), "de"),
        ("Öffnungszeiten Bibliothek", ("en", "de"), ENGLISH),
        ("opening hours of the library", ("de", "en"), ENGLISH),
        ("Öffnungszeiten im Winter", ("en", "de"), "de"),
        ("Who wrote it?", ("de",), ENGLISH),
        ("Як скинути", ("ru",), "uk"),
        ("Москва", ("uk",), "uk"),
        ("東京", ("ja",), "ja"),
        ("Was mahlt die Mühle?", ("de",), "de"),
        ("Was mahlt die Mühle?", ("de", "en"), "de"),
        ("Was mahlt die Mühle?", ("en", "de"), ENGLISH),
    ],
)
def test_what_is_asked_tells_where_a_question_says_too_little(
    question: str, expected: tuple[str, ...], language: str
) -> None:
    assert language_of(question, expected) == language


def test_chinese_is_searched_by_pairs_of_characters_and_russian_by_stems() -> None:
    assert search_terms("重置密码") == ["重置", "置密", "密码"]
    assert search_terms("пароля") == search_terms("пароль")
    assert search_terms("iPhone手机 15") == ["iphone", "手机", "15"]


def test_words_in_latin_letters_have_the_terms_they_always_had() -> None:
    assert search_terms("The naïve suppliers of Münster’s drones") == [
        "naïv",
        "supplier",
        "münster",
        "s",
        "drone",
    ]


def test_a_word_is_met_wholly_by_its_stem_and_partly_by_a_compound() -> None:
    passwords = cut("Passwörter", "de")
    assert met(passwords, [cut("Das Passwort ist geheim", "de")]).tolist() == [[1.0]]
    contract = cut("Vertrag", "de")
    said = [cut("Vertragsparteien", "de"), cut("Wetter", "de"), cut("", "de")]
    (compound,), (weather,), (nothing,) = met(contract, said).tolist()
    assert 0.5 < compound < 1
    assert weather == nothing == 0


@pytest.mark.parametrize(
    ("model", "only"),
    [
        ("all-MiniLM-L6-v2", True),
        ("sentence-transformers/all-mpnet-base-v2", True),
        ("BAAI/bge-small-en-v1.5", True),
        ("intfloat/multilingual-e5-small", False),
        ("paraphrase-multilingual-MiniLM-L12-v2", False),
        ("/models/of-our-own", False),
    ],
)
def test_words_lead_only_where_the_model_knows_english_alone(model: str, *, only: bool) -> None:
    assert knows_only_english(model) is only
    assert words_lead("de", model) is only
    assert not words_lead(ENGLISH, model)


def test_names_in_programs_tell_no_language():
    assert language_of("java.io.IOException: E-1042 write failed") == "en"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Wann oeffnet die Muehle fuer Gaeste?", "Wann öffnet die Mühle für Gäste?"),
        ("Strassen", "Straßen"),
        ("Haeuser", "Haus"),
    ],
)
def test_umlauts_may_be_typed_with_an_e(typed: str, written: str) -> None:
    assert search_terms(typed, "de") == search_terms(written, "de") != []


def test_an_e_after_two_vowels_is_no_umlaut() -> None:
    # "Neue", "Quelle" and "Steuer" keep their letters.
    assert search_terms("Neue Quelle Steuer", "de") == ["neu", "quell", "steu"]
    assert language_of("Koennen Hunde fuer immer bleiben", ("en", "de")) == "de"
