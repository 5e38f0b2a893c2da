"""What the packaged model, which knows English only, answers in other languages."""

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index

DOCUMENTS = {
    "haus.txt": (
        "Hausordnung\n\nDie Waschküche ist von acht bis zwanzig Uhr geöffnet. Haustiere müssen bei "
        "der Verwaltung angemeldet werden.\n\nDen Hausmeister erreichen Sie montags im Erdgeschoss."
    ),
    "图书馆.txt": (
        "图书馆规则\n\n读者每次最多可以借五本书。逾期还书每天罚款两元。\n\n图书馆星期一不开放。"
    ),
    "правила.txt": (
        "Правила бассейна\n\nБассейн открыт с семи утра. Детям нужен взрослый.\n\n"
        "Шапочку для плавания можно купить в кассе."
    ),
    "kurallar.txt": (
        "Kütüphane kuralları\n\nÜyeler aynı anda beş kitap ödünç alabilir. Geciken her kitap için "
        "günde iki lira ödenir.\n\nKütüphane pazartesi günleri kapalıdır."
    ),
    "reglas.md": (
        "---\nlang: es\n---\n# Piscina\n\nLa piscina abre a las siete."
        " Los niños necesitan un adulto.\n\nEl gorro se compra en la taquilla."
    ),
    "プール.txt": (
        "プールの規則\n\nプールは朝七時に開きます。子供には大人の付き添いが必要です。\n\n"
        "帽子は受付で買えます。"
    ),
    "مسبح.txt": (
        "قواعد المسبح\n\nيفتح المسبح في الساعة السابعة صباحا. يحتاج الأطفال إلى مرافق بالغ.\n\n"
        "تباع القبعات في الاستقبال."
    ),
    "parking.txt": (
        "Parking\n\nVisitors park behind the building. A permit costs forty euros a year.\n\n"
        "The gate closes at midnight."
    ),
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory, encoder):
    seeds = tmp_path_factory.mktemp("seeds")
    for name, text in DOCUMENTS.items():
        (seeds / name).write_text(text, encoding="utf-8")
    index = tmp_path_factory.mktemp("languages")
    build_index(seeds, index, encoder)
    with open_index(index, encoder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "path", "words"),
    [
        ("Wann ist die Waschküche geöffnet?", "haus.txt", "acht bis zwanzig"),
        ("Wo muss man ein Haustier anmelden?", "haus.txt", "Haustiere"),
        ("最多可以借几本书?", "图书馆.txt", "五本书"),
        ("逾期还书罚款多少?", "图书馆.txt", "两元"),
        ("Где можно купить шапочку для плавания?", "правила.txt", "кассе"),
        ("Kaç kitap ödünç alınabilir?", "kurallar.txt", "beş kitap"),
        ("Kütüphane hangi gün kapalı?", "kurallar.txt", "pazartesi"),
        ("¿Dónde se compra el gorro?", "reglas.md", "taquilla"),
        ("プールは何時に開きますか", "プール.txt", "七時"),
        ("帽子はどこで買えますか?", "プール.txt", "受付"),
        ("متى يفتح المسبح؟", "مسبح.txt", "السابعة"),
        ("أين تباع القبعات؟", "مسبح.txt", "الاستقبال"),
        ("What does a permit cost?", "parking.txt", "forty euros"),
    ],
)
def test_each_language_is_answered_from_its_own_document(searcher, question, path, words):
    answer = searcher.ask(question)
    assert answer.answered
    assert answer.passages[0].citation.path == path
    marked = answer.passages[0].highlights[0]
    assert words in searcher.text(path)[marked.start : marked.end]


@pytest.mark.parametrize(
    "question",
    ["Wer hat die Relativitätstheorie entwickelt?", "谁发明了电话?", "Кто написал Войну и мир?"],
)
def test_what_no_document_says_is_not_answered(searcher, question):
    assert not searcher.ask(question).answered


def test_documents_are_known_by_their_languages(searcher):
    assert {one.path: one.language for one in searcher.documents()} == {
        "haus.txt": "de",
        "图书馆.txt": "zh",
        "правила.txt": "ru",
        "kurallar.txt": "tr",
        "reglas.md": "es",
        "プール.txt": "ja",
        "مسبح.txt": "ar",
        "parking.txt": "en",
    }


def test_a_name_is_found_whatever_the_language_of_the_text(tmp_path, encoder):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    texts = {
        "verein.txt": "Verein\n\nDer Verein wurde 1950 gegründet. Den Vorsitz hat Anna Panthers.",
        "club.txt": "Club\n\nThe club meets on Mondays. Its coach is Jo Panthers of Trenton.",
    }
    for name, text in texts.items():
        (seeds / name).write_text(text, encoding="utf-8")
    build_index(seeds, tmp_path / "index", encoder)
    with open_index(tmp_path / "index", encoder) as opened:
        answer = opened.ask("Wer ist Panthers?")
        shown = [one.citation.path for one in (*answer.passages, *answer.more)]
    assert {"verein.txt", "club.txt"} <= set(shown)
