"""The letters of the file, whatever it was saved in; and a word where that is a guess."""

import pytest

from retrieval.errors import DocumentError
from retrieval.reading.decode import decode

TEXTS = {
    "Czech": "Provozní řád\n\nKnihovna je otevřena každý všední den. Čtenáři si mohou půjčit"
    " nejvýše šest knih najednou. Poplatek za zpoždění činí dvě koruny denně.",
    "Slovak": "Škola sa začína o ôsmej. Žiaci si môžu požičať najviac tri učebnice a ďalšie dostanú"
    " v kancelárii. Strata kľúča sa hlási hneď.",
    "Polish": "Regulamin biblioteki\n\nCzytelnik może wypożyczyć najwyżej pięć książek. Opłata za"
    " każdy dzień spóźnienia wynosi złotówkę. Książki zwraca się przy wejściu.",
    "Hungarian": "Házirend\n\nA könyvtár hétköznap kilenckor nyit. Az olvasók legfeljebb öt könyvet"
    " kölcsönözhetnek, bővebbet a portán tudhat meg az érdeklődő.",
    "Croatian": "Knjižnica je otvorena svaki dan. Čitatelji mogu posuditi najviše šest knjiga, a"
    " članarina se plaća na početku godine u učionici.",
    "Turkish": "Kütüphane kuralları\n\nKütüphane hafta içi saat dokuzda açılır. Öğrenciler en fazla"
    " altı kitap ödünç alabilir. Gecikme cezası günde beş liradır.",
    "German": "Hausordnung\n\nDie Schlüssel für den Keller hängen im Büro. Die Mülltonnen werden am"
    " Dienstag geleert. Bitte schließen Sie die Haustür nach zehn Uhr.",
    "French": "Règlement intérieur\n\nLa bibliothèque est ouverte à neuf heures. Les élèves peuvent"
    " emprunter jusqu'à cinq livres. La pénalité est fixée à l’entrée.",
    "Spanish": "La biblioteca está abierta de lunes a viernes. ¿Cuántos libros puede pedir un niño?"
    " El señor Muñoz dará más información mañana.",
    "Swedish": "Ordningsregler\n\nBiblioteket är öppet varje vardag. Låntagare får låna högst sex"
    " böcker åt gången. Förseningsavgiften är två kronor.",
    "Russian": "Правила библиотеки\n\nБиблиотека открыта каждый день. Читатель может взять не более"
    " пяти книг. Штраф за опоздание составляет два рубля.",
    "Ukrainian": "Бібліотека відчинена щодня. Читач може взяти не більше п'яти книжок. Штраф за"
    " запізнення складає дві гривні. Її ключ є в їдальні.",
    "Greek": "Η βιβλιοθήκη είναι ανοιχτή κάθε μέρα. Οι αναγνώστες μπορούν να δανειστούν έως πέντε"
    " βιβλία. Το πρόστιμο είναι δύο ευρώ.",
    "Hebrew": "הספרייה פתוחה בכל יום. הקוראים יכולים לשאול עד חמישה ספרים."
    " הקנס על איחור הוא שני שקלים.",
    "Lithuanian": "Biblioteka atidaryta kiekvieną dieną. Skaitytojai gali pasiimti ne daugiau kaip"
    " šešias knygas. Bauda už vėlavimą yra du eurai, žinių ieškokite pas budėtoją.",
    "Japanese": "図書館の規則\n\n"
    "図書館は毎日開いています。利用者は一度に五冊まで借りることができます。"
    "延滞料は一日二十円です。",
    "Chinese": "图书馆每天开放。读者一次最多可以借五本书。"
    "逾期每天罚款两元。钥匙挂在办公室的门后面。",
    "Korean": "도서관은 매일 문을 엽니다. 독자는 한 번에 다섯 권까지 빌릴 수 있습니다.",
    "English": "The café’s rules — read them “first”.\n\nGuests don’t need a key. The naïve façade"
    " costs £5 to restore, and the owner’s résumé hangs in the hall.",
}
SAVED = [
    *((language, "cp1250") for language in ("Czech", "Slovak", "Polish", "Hungarian", "Croatian")),
    *((language, "iso8859-2") for language in ("Czech", "Polish", "Hungarian", "Croatian")),
    ("Czech", "mac-latin2"),
    ("Polish", "cp852"),
    ("Turkish", "cp1254"),
    ("Turkish", "iso8859-9"),
    *((language, "cp1252") for language in ("German", "French", "Spanish", "Swedish", "English")),
    *((language, "mac-roman") for language in ("German", "French", "Spanish", "English")),
    ("German", "cp850"),
    *(
        ("Russian", encoding)
        for encoding in ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic")
    ),
    ("Ukrainian", "cp1251"),
    ("Ukrainian", "koi8-u"),
    ("Greek", "cp1253"),
    ("Hebrew", "cp1255"),
    ("Lithuanian", "cp1257"),
    *(("Japanese", encoding) for encoding in ("shift-jis", "euc-jp", "iso2022-jp")),
    ("Chinese", "gb18030"),
    ("Korean", "euc-kr"),
]


@pytest.mark.parametrize(("language", "encoding"), SAVED)
def test_older_encodings(language, encoding):
    assert decode(TEXTS[language].encode(encoding)).text == TEXTS[language]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("language", TEXTS)
def test_wide_encodings_without_a_mark(encoding, language):
    text = f"{TEXTS[language]}\n"
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.warnings) == (text, ())


def test_the_telling_letters_may_stand_at_the_end_of_a_long_file():
    text = "All of this is plain. " * 20_000 + "\n" + TEXTS["Czech"]
    assert decode(text.encode("cp1250")).text == text


def test_only_the_marks_of_windows_are_english():
    text = "Guests don’t need a key – “never”."
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.warnings) == (text, ())


@pytest.mark.parametrize("language", ["Czech", "Polish", "Turkish", "Russian"])
def test_a_few_words_are_read_rightly_or_with_a_warning(language):
    encodings = [encoding for one, encoding in SAVED if one == language]
    for encoding in encodings:
        for length in (25, 40, 70):
            words = TEXTS[language].split("\n\n")[-1][:length]
            decoded = decode(words.encode(encoding))
            assert decoded.text == words or "doubtful" in decoded.warnings[0]


def test_damaged_wide_text():
    data = TEXTS["English"].encode("utf-16-le")
    with pytest.raises(DocumentError, match=r"^It looks like UTF-16 but is damaged; save it again"):
        decode(data + b"x")


def test_a_file_of_two_encodings_is_read_as_both_and_told():
    first, second = "Grüße aus Köln.\r\n", "Der Eintritt beträgt fünf Euro für Schüler.\n"
    decoded = decode(first.encode() + second.encode("cp1252"))
    assert decoded.text == first + second
    (told,) = decoded.warnings
    assert "from line 2 on" in told
    assert "save it as UTF-8" in told


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("koi8-r", "Библиотека открыта с девяти до пяти часов каждый день."),
        ("cp866", "Работа рабочих на заводе прервана, пара параграфов раздана."),
        ("gbk", "图书馆每天早上九点开门，下午五点关门。学生可以借书两个星期。"),
        ("big5", "圖書館每天早上九點開門，下午五點關門。學生可以借書兩個星期。"),
        ("shift_jis", "図書館は毎日九時に開き、五時に閉まります。学生は二週間借りられます。"),
        ("cp1250", "Zażółć gęślą jaźń. Książki można wypożyczyć na trzydzieści dni."),
    ],
)
def test_letters_that_stand_side_by_side_are_of_one_encoding(encoding, text):
    assert decode(text.encode(encoding)).text == text
