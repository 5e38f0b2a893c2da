"""Courtesy in the languages of the interface."""

import pytest

from retrieval.answering.understanding.asked import read_utterance
from retrieval.answering.understanding.foreign_courtesy import without_foreign_courtesy
from retrieval.answering.understanding.small_talk import small_talk_in
from retrieval.domain import SmallTalk
from retrieval.text.languages.phrases import read_phrases

GREETING, THANKS, FAREWELL = SmallTalk.GREETING, SmallTalk.THANKS, SmallTalk.FAREWELL


@pytest.mark.parametrize(
    ("utterance", "does"),
    [
        ("Hallo zusammen!", GREETING),
        ("Guten Morgen :)", GREETING),
        ("Vielen Dank!", THANKS),
        ("Ok, danke dir!", THANKS),
        ("Tschüss", FAREWELL),
        ("Wer bist du?", SmallTalk.IDENTITY),
        ("Was kannst du?", SmallTalk.ABILITIES),
        ("Alles klar.", SmallTalk.REACTION),
        ("Bonjour à tous", GREETING),
        ("Merci d’avance !", THANKS),
        ("¡Hola! ¿Qué tal?", GREETING),
        ("Muito obrigada", THANKS),
        ("Спасибо большое!", THANKS),
        ("Merhaba", GREETING),
        ("ありがとうございます。", THANKS),
        ("こんにちは！", GREETING),
        ("你好！", GREETING),
        ("谢谢，再见", THANKS),
        # Without marks between them.
        ("hallo danke dir", THANKS),
        ("super danke tschüss", THANKS),
        ("好的谢谢", THANKS),
        ("はいありがとうございます", THANKS),
        ("Welche Fragen kannst du beantworten?", SmallTalk.ABILITIES),
        ("Bonjour, à quelles questions peux-tu répondre ?", SmallTalk.ABILITIES),
        ("¿Qué puedo preguntarte?", SmallTalk.ABILITIES),
        ("O que posso perguntar?", SmallTalk.ABILITIES),
        ("О чём тебя можно спросить?", SmallTalk.ABILITIES),
        ("Sana ne sorabilirim?", SmallTalk.ABILITIES),
        ("どんな質問に答えられますか？", SmallTalk.ABILITIES),
        ("你能回答哪些问题？", SmallTalk.ABILITIES),
        ("hallo wer bist du", SmallTalk.IDENTITY),
        ("wer bist du hallo", None),
        # What isn't wholly made of them is asked of the documents.
        ("Hallo, wann öffnet das Museum?", None),
        ("Was kannst du über Dinkel sagen?", None),
        ("Hilfe beim Umzug", None),
        ("谢谢卡怎么写", None),
    ],
)
def test_what_is_only_courtesy_asks_nothing(utterance, does):
    assert small_talk_in(utterance) is does


@pytest.mark.parametrize(
    ("utterance", "question"),
    [
        ("Hallo, wann öffnet das Museum?", "wann öffnet das Museum?"),
        ("Hallo zusammen, weiß jemand, wo der Schlüssel ist? Danke!", "wo der Schlüssel ist?"),
        ("Können Sie mir bitte sagen, was die Karte kostet?", "was die Karte kostet?"),
        ("Was kostet die Karte, bitte?", "Was kostet die Karte?"),
        ("Bonjour, pouvez-vous me dire où est la gare ?", "où est la gare ?"),
        ("Où est la gare, s'il vous plaît ?", "Où est la gare?"),
        ("Hola, ¿me puede decir cuándo abre el museo? Gracias", "cuándo abre el museo?"),
        ("Olá, quando abre o museu? Obrigado!", "quando abre o museu?"),
        ("Подскажите, пожалуйста, когда открывается музей?", "когда открывается музей?"),
        ("Merhaba, müze ne zaman açılıyor, lütfen?", "müze ne zaman açılıyor?"),
        ("请问图书馆几点开门？谢谢", "图书馆几点开门？"),
        ("すみません、図書館はどこですか？", "図書館はどこですか？"),
        # Asked about, the words stay; and so does a question that courtesy would be all of.
        ("Was heißt danke?", "Was heißt danke?"),
        ("What does merci mean?", "What does merci mean?"),
    ],
)
def test_courtesy_round_a_question_is_set_aside(utterance, question):
    assert read_utterance(utterance).question == question


def test_every_language_of_the_interface_has_every_kind():
    kinds = {"greeting", "thanks", "farewell", "reaction", "identity", "abilities", "lead", "tail"}
    listed = read_phrases("courtesy.txt")
    assert {language: set(listed[language]) for language in listed} == dict.fromkeys(
        ("de", "fr", "es", "pt", "ru", "tr", "ja", "zh"), kinds
    )
    assert set(listed) <= set(read_phrases("negations.txt")) & set(read_phrases("answer_kinds.txt"))


def test_a_language_without_a_list_keeps_its_question():
    assert without_foreign_courtesy("Hej, hvornår åbner museet? Tak!") == (
        "Hej, hvornår åbner museet? Tak!"
    )
