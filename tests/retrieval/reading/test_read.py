"""The bytes of one file: read by its format's reader, or refused in one sentence."""

import codecs
import random
import re

import pytest

from retrieval.domain import Block, BlockKind
from retrieval.errors import DocumentError
from retrieval.reading import KNOWN, Contents, Reading, read_file
from retrieval.reading.read import title_from_name

TEXT = "Grüße aus Zürich — “schön”.\r\nZweite Zeile.\rDritte.\n\x0cEnde\u2028hier."


def read(data, path="file.txt"):
    (document,) = read_file(data, path).documents
    return document


def refusal(data, path="file.txt"):
    with pytest.raises(DocumentError) as caught:
        read_file(data, path)
    assert re.fullmatch(r"[A-Z][^\n]*[^\s.]\.", str(caught.value))
    return str(caught.value)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_the_text_is_the_file_without_its_mark_and_with_its_line_ends(encoding, mark):
    assert read(mark + TEXT.encode(encoding)).text == TEXT


def test_the_path_is_the_files_and_the_title_falls_back_to_its_name():
    document = read(b"It was a good year.", "deep/annual-report_2020.txt")
    assert document.path == document.file == "deep/annual-report_2020.txt"
    assert document.title == "Annual report 2020"
    assert document.author is None
    assert document.part is None
    assert document.collection == "deep"


@pytest.mark.parametrize(
    ("path", "collection"),
    [
        ("a.txt", ""),
        ("board/a.txt", "board"),
        ("board/deep/a.txt", "board"),
        ("Bu\u0308ro/a.md", "Büro"),
    ],
)
def test_the_collection_is_the_first_folder(path, collection):
    assert read(b"Text.", path).collection == collection


def test_the_collection_may_be_the_callers():
    (document,) = read_file(b"Text.", "deep/a.txt", collection="board").documents
    assert document.collection == "board"


@pytest.mark.parametrize(
    ("path", "title"),
    [("a/b_c-d.txt", "B c d"), ("_.md", "_.md"), ("été.md", "Été"), ("v1.2.txt", "V1.2")],
)
def test_a_title_made_of_a_name(path, title):
    assert title_from_name(path) == title


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le président a déclaré que l’État français était prêt à négocier."),
        ("cp1252", "Der Bürgermeister von Köln grüßte die Gäste und sprach über das Geschäft."),
        ("cp1252", "It costs £5 — “cheap”, said the naïve café owner."),
        ("cp1251", "Это простой русский текст о погоде и людях. " * 3),
        ("koi8_r", "Это простой русский текст о погоде и людях. Он написан давно. " * 5),
        ("shift_jis", "これは日本語の文章です。私は学生です。"),
        ("gb18030", "这是一个中文句子。我是学生。今天天气很好。"),
        ("big5", "這是一個中文句子。我是學生。今天天氣很好。"),
        ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy."),
        ("cp1253", "Αυτό είναι ένα ελληνικό κείμενο για τον καιρό."),
    ],
)
def test_older_encodings_are_recognised(encoding, text):
    assert read(text.encode(encoding)).text == text


@pytest.mark.parametrize("data", [b" \n\t\r\n", codecs.BOM_UTF8, "\u3000\u2028".encode()])
def test_a_blank_file(data):
    assert refusal(data) == "The file holds nothing but white space."


@pytest.mark.parametrize("data", [b"-----\n=====\n", b"* * *\n"])
def test_a_file_of_drawn_lines(data):
    assert refusal(data) == "The file holds no words."


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + random.Random(1).randbytes(4000),
        b"PK\x03\x04" + random.Random(2).randbytes(4000),
        "Text with a \0 in it.".encode("utf-16-le"),
        b"word \x01\x02\x03 " * 100,
        codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"),
    ],
)
def test_binary_data_whatever_its_name(data):
    assert refusal(data) == "It is not text but binary data, whatever its name says."


def test_noise_without_a_zero():
    noise = bytes(byte or 1 for byte in random.Random(3).randbytes(20_000))
    assert refusal(noise)


def test_colours_of_a_terminal_are_text():
    assert read(b"\x1b[31mRed\x1b[0m is a colour.").text.startswith("\x1b[31mRed")


def test_damaged_utf8_names_the_line():
    data = "Ein schöner Tag für Müßiggänger.\n".encode() * 9 + b"Ein sch\xffner Tag.\n"
    assert refusal(data) == "It is UTF-8 but for a damaged place on line 10; save it again."


def test_damaged_utf16():
    assert refusal(codecs.BOM_UTF16_LE + b"a\0b") == (
        "It is marked as UTF-16 but is damaged; save it again."
    )


def test_a_format_without_a_reader():
    assert refusal(b"x", "a.bin") == f"Files ending in .bin can't be read; {KNOWN} can."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Le café."),
        ("cp1251", "Это простой русский текст о погоде и людях. " * 3),
        ("cp1253", "Αυτό είναι ένα ελληνικό κείμενο για τον καιρό."),
        ("gb18030", "这是一个中文句子。我是学生。今天天气很好。"),
    ],
)
def test_an_encoding_that_nothing_else_fits_is_no_news(encoding, text):
    assert read_file(text.encode(encoding), "a.txt").warnings == ()


def test_an_encoding_that_another_fits_as_well_is_told():
    # Latin-2 has most of these letters where Windows has them.
    text = "Provozní řád\n\nKnihovna je otevřena každý všední den. Čtenáři si mohou půjčit knih."
    result = read_file(text.encode("iso8859-2"), "a.txt")
    (warning,) = result.warnings
    assert re.fullmatch(
        r"Its encoding was guessed as [\w-]+, which is doubtful: [\w-]+ fits as well and reads it "
        r"differently; save it as UTF-8\.",
        warning,
    )


def contents(text, **fields):
    block = Block(start=0, end=len(text), kind=BlockKind.PARAGRAPH)
    fields = {"title": None, "author": None, "blocks": (block,) if text else ()} | fields
    return Contents(text=text, **fields)


class Fake:
    """A format whose files give what a test says."""

    name = "fake"
    version = "7 libfake 1.2"
    suffixes = (".fake",)

    def __init__(self, *documents, warnings=(), error=None):
        self._reading = Reading(documents=documents, warnings=warnings)
        self._error = error

    def read(self, data, name):
        if self._error is not None:
            raise self._error
        return self._reading


def test_a_file_of_many_documents():
    reader = Fake(
        contents("First.", part="Prices", title="Price list", author="Ann Lee"),
        contents("Second.", part="Sheet 2"),
        warnings=("A picture was left out.",),
    )
    result = read_file(b"", "a/sales-2020.fake", collection="shop", reader=reader)
    assert [d.path for d in result.documents] == [
        "a/sales-2020.fake#Prices",
        "a/sales-2020.fake#Sheet 2",
    ]
    assert [d.part for d in result.documents] == ["Prices", "Sheet 2"]
    assert {d.file for d in result.documents} == {"a/sales-2020.fake"}
    assert [d.title for d in result.documents] == ["Price list", "Sales 2020: Sheet 2"]
    assert [d.author for d in result.documents] == ["Ann Lee", None]
    assert {d.reader for d in result.documents} == {"fake 7 libfake 1.2"}
    assert {d.collection for d in result.documents} == {"shop"}
    assert result.warnings == ("A picture was left out.",)


def test_the_only_document_of_a_format_of_many_keeps_its_name():
    (document,) = read_file(b"", "a.fake", reader=Fake(contents("Text.", part="One"))).documents
    assert (document.path, document.part) == ("a.fake#One", "One")


def parts(*names):
    reader = Fake(*(contents("Text.", part=name) for name in names))
    return [d.part for d in read_file(b"", "a.fake", reader=reader).documents]


def test_parts_are_told_apart():
    assert parts("a", "a", "b", "a") == ["a", "a (2)", "b", "a (3)"]
    assert parts("a", "a", "a (2)") == ["a", "a (3)", "a (2)"]
    assert parts(None, "", "2", " ") == ["1", "2", "2 (2)", "4"]


def test_parts_are_short_single_lines():
    odd, long = parts(" a\r\n\tb\x00\u202e\udcff ", "x" * 500)
    assert odd == r"a b\x00\u202e\xff"
    assert long == "x" * 99 + "…"


def test_a_part_without_words_is_left_out_and_told():
    reader = Fake(contents("Text.", part="a"), contents("", part="b"))
    result = read_file(b"", "a.fake", reader=reader)
    assert [d.part for d in result.documents] == ["a"]
    assert result.warnings == ("Its part b holds no words and was left out.",)


@pytest.mark.parametrize("reader", [Fake(), Fake(contents("")), Fake(contents(""), contents(""))])
def test_a_file_whose_documents_hold_no_words(reader):
    with pytest.raises(DocumentError, match=r"^The file holds no words\.$"):
        read_file(b"", "a.fake", reader=reader)


def test_titles_and_authors_are_single_lines_of_bounded_length():
    reader = Fake(contents("Text.", title="A\n title" + " x" * 300, author="\udcff Lee\n"))
    (document,) = read_file(b"", "a.fake", reader=reader).documents
    assert document.title.startswith("A title x x")
    assert len(document.title) <= 300
    assert document.title.endswith("x…")
    assert document.author == "? Lee"


def test_what_the_index_keeps_beside_the_text_is_of_bounded_length():
    long = "x" * 100_000
    words = {"mark": long, "language": long, "speaker": long, "admonition": long}
    block = Block(start=0, end=5, kind=BlockKind.PARAGRAPH, headings=(long,) * 90, **words)
    reader = Fake(contents("Text.", blocks=(block,)), warnings=(long,) * 500)
    reading = read_file(b"", "a.fake", reader=reader)
    (kept,) = reading.documents[0].blocks
    assert sum(map(len, (*kept.headings, kept.mark, kept.language))) < 5_000
    assert max(map(len, (kept.speaker, kept.admonition, *reading.warnings))) <= 300
    assert reading.warnings[-1] == "There are 480 more such remarks on it."


def test_a_heading_of_a_megabyte_is_not_kept_with_every_paragraph():
    text = "A" * 1_000_000 + "\n====\n\n" + "A short paragraph of its own.\n\n" * 200
    for path in ("a.txt", "a.md"):
        document = read(text.encode(), path)
        assert sum(len(words) for block in document.blocks for words in block.headings) < 100_000


@pytest.mark.parametrize(
    "error",
    [ValueError("x"), IndexError(), RecursionError(), MemoryError(), ImportError("no libfake")],
)
def test_whatever_a_reader_raises_is_a_reason_to_skip_the_file(error):
    with pytest.raises(DocumentError) as caught:
        read_file(b"", "a.fake", reader=Fake(error=error))
    assert str(caught.value) == (
        f"The fake reader failed on it ({type(error).__name__}); it may be damaged, so save it"
        " again."
    )
    assert caught.value.__cause__ is error


def test_a_readers_own_reason_is_kept_and_an_interrupt_is_none():
    with pytest.raises(DocumentError, match=r"^It is locked\.$"):
        read_file(b"", "a.fake", reader=Fake(error=DocumentError("It is locked.")))
    with pytest.raises(KeyboardInterrupt):
        read_file(b"", "a.fake", reader=Fake(error=KeyboardInterrupt()))
