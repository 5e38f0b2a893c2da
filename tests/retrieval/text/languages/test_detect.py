import subprocess
import sys

import pytest

from retrieval.domain import Block, BlockKind
from retrieval.text.languages.detect import LONGEST, as_code, document_language, prose_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The library is open from nine to five. You can borrow three books.", "en"),
        ("Die Bücherei ist von neun bis fünf geöffnet. Man darf drei Bücher ausleihen.", "de"),
        ("La bibliothèque est ouverte de neuf à dix-sept heures, sauf le dimanche.", "fr"),
        ("La biblioteca está abierta de nueve a cinco, menos los domingos.", "es"),
        ("A biblioteca está aberta das nove às cinco, exceto aos domingos e feriados.", "pt"),
        ("Библиотека открыта с девяти до пяти, кроме воскресенья.", "ru"),
        ("Бібліотека відкрита з дев'ятої до п'ятої, крім неділі.", "uk"),
        ("Kütüphane dokuzdan beşe kadar açıktır. Üç kitap ödünç alınabilir.", "tr"),
        ("المكتبة مفتوحة من التاسعة إلى الخامسة كل يوم.", "ar"),
        ("図書館は九時から五時まで開いています。", "ja"),
        ("图书馆从九点开到五点，星期天除外。", "zh"),
        ("도서관은 아홉 시부터 다섯 시까지 엽니다.", "ko"),
        ("ห้องสมุดเปิดตั้งแต่เก้าโมงถึงห้าโมงเย็น", "th"),
        ("पुस्तकालय नौ बजे से पाँच बजे तक खुला रहता है।", "hi"),
        ("Biblioteka jest otwarta od dziewiątej do siedemnastej, oprócz niedzieli.", "pl"),
    ],
)
def test_a_text_says_its_language(text, language):
    assert document_language(text) == language


@pytest.mark.parametrize(
    "text",
    ["", "FAQ", "max_connections = 20\ntimeout = 5", "Amsterdam Berlin Paris London Rome", "12:30"],
)
def test_a_text_that_says_too_little_has_none(text):
    assert document_language(text) == ""


def test_english_needs_no_classifier():
    done = subprocess.run(
        [
            sys.executable,
            "-P",
            "-c",
            "import sys; from retrieval.text.languages.detect import document_language as find;"
            "told = find('The fee for the permit is paid to the office.');"
            "print(told, 'py3langid' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["en", "False"]


def test_code_and_fields_say_nothing_of_a_language():
    code, prose = "for word in the_list: print(word)", "Der Verein trifft sich dienstags."
    text = f"{code}\n{prose}"
    blocks = (
        Block(start=0, end=len(code), kind=BlockKind.CODE),
        Block(start=len(code) + 1, end=len(text), kind=BlockKind.PARAGRAPH),
    )
    assert prose_of(text, blocks) == prose


def test_as_much_of_a_document_is_looked_at_as_tells_enough():
    text = "a" * 3 * LONGEST
    starts = range(0, 9_000, 1_000)
    blocks = [Block(start=at, end=at + 1_000, kind=BlockKind.PARAGRAPH) for at in starts]
    assert len(prose_of(text, blocks).replace("\n", "")) == LONGEST


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("de", "de"),
        ("DE-at", "de"),
        ("pt_BR", "pt"),
        ("German", "de"),
        ("nb", "no"),
        ("zh-Hant", "zh"),
        (" ja ", "ja"),
        ("klingon", None),
        ("", None),
    ],
)
def test_a_language_has_many_names(name, code):
    assert as_code(name) == code
