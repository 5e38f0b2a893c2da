"""What a question asks for and what a sentence gives, beyond English."""

import pytest

from retrieval.text.languages.answer_kinds import AnswerKind, gives, kind_asked_for

TIME, NUMBER, PERSON = AnswerKind.TIME, AnswerKind.NUMBER, AnswerKind.PERSON


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("Wann wurde die Burg gebaut?", "de", TIME),
        ("In welchem Jahr starb er?", "de", TIME),
        ("Wie viele Zimmer hat das Haus?", "de", NUMBER),
        ("Wer leitet den Verein?", "de", PERSON),
        ("Was ist ein Moor?", "de", None),
        ("Qui a fondé le club ?", "fr", PERSON),
        ("¿Cuántos socios hay?", "es", NUMBER),
        ("Когда открылся музей?", "ru", TIME),
        ("Müze hangi yılda açıldı?", "tr", TIME),
        ("Πόσα μέλη υπάρχουν;", "el", NUMBER),
        ("متى افتتح المتحف؟", "ar", TIME),
        ("संग्रहालय कब खुला?", "hi", TIME),
        ("博物馆哪一年开放？", "zh", TIME),
        ("谁是馆长？", "zh", PERSON),
        ("ใครเป็นผู้อำนวยการ", "th", PERSON),
        ("Ai là giám đốc?", "vi", PERSON),
        # Of "lo" nothing is known, and "wer" is no word of Danish.
        ("ໃຜ?", "lo", None),
        ("wer", "da", None),
    ],
)
def test_a_question_word_says_what_is_asked_for(question, language, kind):
    assert kind_asked_for(question, language) is kind


def given(kind, question, *sentences, language="de"):
    return gives(kind, sentences, [language] * len(sentences), question).tolist()


def test_a_year_says_when_and_another_number_half_as_much():
    sentences = ("Sie brannte 1911.", "Sie brannte am 3. Mai.", "Sie brannte.")
    assert given(TIME, "Wann brannte sie?", *sentences) == [2, 1, 0]


def test_what_the_question_says_itself_is_not_given():
    question = "Wer gewann 2000 den Pokal?"
    assert given(NUMBER, question, "Im Jahr 2000 gewann sie.", "2000 kamen 12 Gäste.") == [0, 1]
    assert given(PERSON, question, "Dann gewann den Pokal", "Dann gewann Rita Au.") == [0, 0.5]


def test_a_number_in_words_is_worth_less_than_one_in_figures():
    assert given(NUMBER, "Wie viele?", "Es waren zwölf.") == pytest.approx([0.7])
    assert given(NUMBER, "多少？", "有三百人。", "有人。", language="zh") == pytest.approx([0.7, 0])


def test_a_year_is_found_where_no_blank_parts_it_from_its_word():
    assert given(TIME, "何时？", "建于1998年。", language="zh") == [2]
