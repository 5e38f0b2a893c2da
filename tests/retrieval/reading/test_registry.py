"""One file: read by its format's reader, or refused in one sentence."""

import codecs
import os
import random
import re

import pytest

from retrieval.errors import DocumentError
from retrieval.reading import read_document

TEXT = "Grüße aus Zürich — “schön”.\r\nZweite Zeile.\rDritte.\n\x0cEnde\u2028hier."


@pytest.fixture
def read(seeds):
    def read_bytes(data, name="file.txt", **options):
        (seeds / name).write_bytes(data)
        return read_document(seeds / name, seeds, **options)

    return read_bytes


@pytest.fixture
def refusal(read):
    def reason(data, **options):
        with pytest.raises(DocumentError) as caught:
            read(data, **options)
        assert re.fullmatch(r"[A-Z][^\n]*[^\s.]\.", str(caught.value))
        return str(caught.value)

    return reason


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
def test_the_text_is_the_file_without_its_mark_and_with_its_line_ends(read, encoding, mark):
    assert read(mark + TEXT.encode(encoding)).text == TEXT


def test_the_path_is_relative_and_the_title_falls_back_to_the_name(seeds, write):
    write({"deep/annual-report_2020.txt": "It was a good year."})
    document = read_document(seeds / "deep" / "annual-report_2020.txt", seeds)
    assert document.path == "deep/annual-report_2020.txt"
    assert document.title == "Annual report 2020"
    assert document.author is None


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
def test_older_encodings_are_recognised(read, encoding, text):
    assert read(text.encode(encoding)).text == text


def test_an_empty_file(refusal):
    assert refusal(b"") == "The file is empty."


@pytest.mark.parametrize("data", [b" \n\t\r\n", codecs.BOM_UTF8, "\u3000\u2028".encode()])
def test_a_blank_file(refusal, data):
    assert refusal(data) == "The file holds nothing but white space."


@pytest.mark.parametrize("data", [b"-----\n=====\n", b"* * *\n"])
def test_a_file_of_drawn_lines(refusal, data):
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
def test_binary_data_whatever_its_name(refusal, data):
    assert refusal(data) == "It is not text but binary data, whatever its name says."


def test_noise_without_a_zero(refusal):
    noise = bytes(byte or 1 for byte in random.Random(3).randbytes(20_000))
    assert refusal(noise)


def test_colours_of_a_terminal_are_text(read):
    assert read(b"\x1b[31mRed\x1b[0m is a colour.").text.startswith("\x1b[31mRed")


def test_damaged_utf8_names_the_line(refusal):
    data = "Ein schöner Tag für Müßiggänger.\n".encode() * 9 + b"Ein sch\xffner Tag.\n"
    assert refusal(data) == "It is UTF-8 but for a damaged place on line 10; save it again."


def test_damaged_utf16(refusal):
    assert refusal(codecs.BOM_UTF16_LE + b"a\0b") == (
        "It is marked as UTF-16 but is damaged; save it again."
    )


def test_the_size_limit(read, refusal):
    assert read(b"Nine char", limit=9).text == "Nine char"
    assert "and the limit is" in refusal(b"Nine chars", limit=9)
    assert refusal(b"A. " * 16_700_000) == (
        "The file is 50.1 MB and the limit is 20.0 MB; split it into several documents."
    )


def test_a_file_that_may_not_be_opened(public_path, without_privileges):
    file = public_path / "secret.txt"
    file.write_text("Text.")
    file.chmod(0)
    with without_privileges(), pytest.raises(DocumentError, match="may not be opened; give"):
        read_document(file, public_path)


def test_a_file_that_vanished_became_a_folder_or_a_pipe(seeds):
    with pytest.raises(DocumentError, match="vanished"):
        read_document(seeds / "gone.txt", seeds)
    (seeds / "folder.txt").mkdir()
    with pytest.raises(DocumentError, match="It is a folder"):
        read_document(seeds / "folder.txt", seeds)
    os.mkfifo(seeds / "pipe.txt")
    with pytest.raises(DocumentError, match="not an ordinary file"):
        read_document(seeds / "pipe.txt", seeds)


def test_a_format_without_a_reader(seeds, write):
    write({"a.pdf": "x"})
    with pytest.raises(DocumentError, match=r"Only files ending in \.txt, \.md, \.markdown"):
        read_document(seeds / "a.pdf", seeds)
