"""Follow-ups in the languages of the interface, with a model that knows none of them."""

import pytest

from retrieval.answering.searcher import open_index
from retrieval.domain import Turn
from retrieval.indexing.build import build_index

LIBRARIES = {
    "de": (
        "Die Bibliothek in Hamburg öffnet um neun Uhr. Gebaut wurde die Bibliothek 1954.\n\n"
        "Die Bibliothek in Berlin öffnet um elf Uhr. Geleitet wird sie von Anna Kranz.\n\n"
        "Das Schwimmbad wurde 1971 gebaut. Eine Karte für das Schwimmbad kostet vier Euro."
    ),
    "fr": (
        "La bibliothèque de Lyon ouvre à neuf heures. La bibliothèque a été construite en 1954.\n\n"
        "La bibliothèque de Paris ouvre à onze heures. Elle est dirigée par Anne Crance.\n\n"
        "La piscine a été construite en 1971. Un billet pour la piscine coûte quatre euros."
    ),
    "es": (
        "La biblioteca de Madrid abre a las nueve. La biblioteca se construyó en 1954.\n\n"
        "La biblioteca de Sevilla abre a las once. La dirige Ana Cruz.\n\n"
        "La piscina se construyó en 1971. Una entrada para la piscina cuesta cuatro euros."
    ),
    "pt": (
        "A biblioteca de Lisboa abre às nove horas. A biblioteca foi construída em 1954.\n\n"
        "A biblioteca do Porto abre às onze horas. É dirigida por Ana Cruz.\n\n"
        "A piscina foi construída em 1971. Um bilhete para a piscina custa quatro euros."
    ),
    "ru": (
        "Библиотека в Москве открывается в девять часов. Библиотеку построили в 1954 году.\n\n"
        "Библиотека в Казани открывается в одиннадцать часов. Ею руководит Анна Крылова.\n\n"
        "Бассейн построили в 1971 году. Билет в бассейн стоит четыре рубля."
    ),
    "tr": (
        "Ankara'daki kütüphane saat dokuzda açılıyor. Kütüphane 1954 yılında yapıldı.\n\n"
        "İzmir'deki kütüphane saat on birde açılıyor. Onu Ayşe Kara yönetiyor.\n\n"
        "Havuz 1971 yılında yapıldı. Havuz için bir bilet dört lira tutuyor."
    ),
    "ja": (
        "東京の図書館は九時に開く。図書館は1954年に建てられた。\n\n"
        "大阪の図書館は十一時に開く。館長は田中花子である。\n\n"
        "プールは1971年に建てられた。プールの入場料は四百円である。"
    ),
    "zh": (
        "北京的图书馆九点开门。图书馆于1954年建成。\n\n"
        "上海的图书馆十一点开门。馆长是王丽。\n\n"
        "游泳池于1971年建成。游泳池的门票四元。"
    ),
}
CONVERSATIONS = {
    "de": (
        "Wann öffnet die Bibliothek in Hamburg?",
        ("Und in Berlin?", "elf Uhr"),
        ("Wann wurde sie gebaut?", "1954"),
        ("Was kostet eine Karte für das Schwimmbad?", "vier Euro"),
    ),
    "fr": (
        "Quand ouvre la bibliothèque de Lyon ?",
        ("Et à Paris ?", "onze heures"),
        ("Quand a-t-elle été construite ?", "1954"),
        ("Combien coûte un billet pour la piscine ?", "quatre euros"),
    ),
    "es": (
        "¿Cuándo abre la biblioteca de Madrid?",
        ("¿Y en Sevilla?", "las once"),
        ("¿Cuándo se construyó?", "1954"),
        ("¿Cuánto cuesta una entrada para la piscina?", "cuatro euros"),
    ),
    "pt": (
        "Quando abre a biblioteca de Lisboa?",
        ("E no Porto?", "onze horas"),
        ("Quando ela foi construída?", "1954"),
        ("Quanto custa um bilhete para a piscina?", "quatro euros"),
    ),
    "ru": (
        "Когда открывается библиотека в Москве?",
        ("А в Казани?", "одиннадцать часов"),
        ("Когда её построили?", "1954"),
        ("Сколько стоит билет в бассейн?", "четыре рубля"),
    ),
    "tr": (
        "Ankara'daki kütüphane saat kaçta açılıyor?",
        ("Peki ya İzmir'de?", "on birde"),
        ("O ne zaman yapıldı?", "1954"),
        ("Havuz için bir bilet ne kadar?", "dört lira"),
    ),
    "ja": (
        "東京の図書館は何時に開きますか？",
        ("では大阪は？", "十一時"),
        ("それはいつ建てられましたか？", "1954"),
        ("プールの入場料はいくらですか？", "四百円"),
    ),
    "zh": (
        "北京的图书馆几点开门？",
        ("那上海呢？", "十一点"),
        ("它是什么时候建成的？", "1954"),
        ("游泳池的门票多少钱？", "四元"),
    ),
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory, encoder):
    folder = tmp_path_factory.mktemp("libraries")
    for language, text in LIBRARIES.items():
        (folder / f"{language}.txt").write_text(text, encoding="utf-8")
    (folder / "en.txt").write_text("Mill\n\nThe mill grinds spelt. A wheel drives it.\n")
    index = tmp_path_factory.mktemp("index")
    build_index(folder, index, encoder)
    with open_index(index, encoder) as opened:
        yield opened


def shown(searcher, answer):
    """Return the first sentence that is marked as the answer."""
    first = answer.passages[0]
    text = searcher.text(first.citation.path)
    return " ".join(text[one.start : one.end] for one in first.highlights)


@pytest.mark.parametrize("language", CONVERSATIONS)
@pytest.mark.parametrize("at", [1, 2], ids=["elsewhere", "pronoun"])
def test_a_follow_up_is_understood_by_what_was_asked_before(searcher, language, at):
    opening = CONVERSATIONS[language][0]
    question, words = CONVERSATIONS[language][at]
    first = searcher.ask(opening)
    answer = searcher.ask(question, history=[Turn(question=opening, answer=shown(searcher, first))])
    assert answer.answered
    assert answer.passages[0].citation.path == f"{language}.txt"
    assert words in shown(searcher, answer)
    assert answer.understood_as is not None
    assert answer.understood_as.startswith(question)


@pytest.mark.parametrize("language", CONVERSATIONS)
def test_a_fresh_question_is_answered_as_without_a_conversation(searcher, language):
    opening, *_, (question, words) = CONVERSATIONS[language]
    answer = searcher.ask(question, history=[Turn(question=opening, answer="—")])
    assert answer.answered
    assert words in shown(searcher, answer)
    assert answer.understood_as is None


@pytest.mark.parametrize(
    "unanswered", ["Und wer putzt dort Fenster?", "Et qui lave ses fenêtres ?", "И кто моет окна?"]
)
@pytest.mark.parametrize("language", ["de", "fr", "ru"])
def test_what_the_topic_alone_meets_is_no_answer(searcher, language, unanswered):
    opening = CONVERSATIONS[language][0]
    first = searcher.ask(opening)
    history = [Turn(question=opening, answer=shown(searcher, first))]
    assert not searcher.ask(unanswered, history=history).answered
