"""PDF: the order of reading, paragraphs as they were written, headings, tables and pages."""

import made_documents
import pytest
from fpdf import FPDF

from retrieval.domain import BlockKind
from retrieval.locators import Page
from retrieval.reading import read_file
from retrieval.reading.formats.pdf.write import join_lines

LEFT = (
    "The tide at Vik comes in twice a day and is highest in September. Fishermen know its hours by"
    " heart, for the shoals appear two hours after the ebb begins and vanish as quickly."
)
RIGHT = (
    "The current in the sound turns before the tide does. A swimmer who leaves the beach at slack"
    " water is carried north, and the life guard warns every visitor in three languages of it."
)


@pytest.fixture
def sheet():
    pages = FPDF()
    pages.add_page()
    pages.set_font("Helvetica", size=10)
    return pages


def read(sheet):
    return read_file(bytes(sheet.output()), "a.pdf").documents[0]


def texts(document, kind=BlockKind.PARAGRAPH):
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def test_columns_are_read_one_after_the_other(sheet):
    top = sheet.get_y()
    for x, text in ((10, LEFT), (110, RIGHT)):
        sheet.set_y(top)
        for words in (text, text.upper()):
            sheet.set_x(x)
            sheet.multi_cell(90, 5, words, align="J", new_x="LEFT", new_y="NEXT")
            sheet.ln(3)
    assert texts(read(sheet)) == [LEFT, LEFT.upper(), RIGHT, RIGHT.upper()]


def test_a_table_is_read_row_by_row(sheet):
    for cells in (("Name", "Berth", "Fee"), ("Anna", "North quay", "24"), ("Omar", "Pier", "61")):
        for words in cells:
            sheet.cell(60, 6, words)
        sheet.ln()
    document = read(sheet)
    rows = [b for b in document.blocks if b.kind is BlockKind.TABLE]
    assert texts(document, BlockKind.TABLE)[1] == "Anna | North quay | 24"
    assert [document.text[c.start : c.end] for c in rows[2].cells] == ["Omar", "Pier", "61"]
    assert [row.is_header for row in rows] == [True, False, False]


def test_running_heads_and_page_numbers_are_left_out():
    class Book(FPDF):
        def header(self):
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, f"Chapter {(self.page_no() + 2) // 3}: The sea")
            self.ln(12)

        def footer(self):
            self.set_y(-12)
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, f"{self.page_no()}", align="C")

    book = Book()
    words = [f"A page about {fish} and the boats." for fish in "cod eel hake ling ray tuna".split()]
    for text in words:
        book.add_page()
        book.set_font("Helvetica", size=10)
        book.multi_cell(0, 5, text)
    assert texts(read(book)) == words


def test_a_paragraph_that_crosses_a_page_is_one_and_each_sentence_has_its_page(sheet):
    words = " ".join(f"Sentence {n} of the long story ends here." for n in range(200))
    sheet.multi_cell(0, 5, words)
    document = read(sheet)
    told = texts(document)
    assert " ".join(told) == words
    places = [b.locator for b in document.blocks]
    assert places == [Page(number=1), Page(number=2), Page(number=3)][: len(places)]
    assert all(text.endswith("here.") and text.startswith("Sentence") for text in told)


def test_headings_come_from_size_and_have_their_depth():
    document = read_file(made_documents.pdf(), "a.pdf").documents[0]
    assert document.title == "Harbour Handbook"
    (fees,) = [b for b in document.blocks if document.text[b.start :].startswith("Fees are")]
    assert fees.headings == ("Berths", "Fees")


def test_what_is_bold_at_the_beginning_of_a_paragraph_is_its_lead(sheet):
    sheet.set_font("Helvetica", "B", 10)
    sheet.write(5, "Deposit: ")
    sheet.set_font("Helvetica", "", 10)
    sheet.write(5, "fifty crowns, handed back when the key is.")
    (block,) = read(sheet).blocks
    assert read(sheet).text[block.lead.start : block.lead.end] == "Deposit:"


@pytest.mark.parametrize(
    ("spacing", "gap"), [(0.0, 1.4), (0.0, 4.0), (2.0, 4.5)], ids=["tight", "wide", "spaced out"]
)
def test_words_are_told_by_the_gaps_between_them(sheet, spacing, gap):
    sheet.set_char_spacing(spacing)
    at = 10.0
    for word in "high water comes before nine today".split():
        sheet.text(at, 20, word)
        at += sheet.get_string_width(word) + gap / sheet.k
    assert texts(read(sheet)) == ["high water comes before nine today"]


@pytest.mark.parametrize(
    ("lines", "words", "told"),
    [
        (["the har-", "bour"], set(), "the harbour"),
        (["a well-", "known shoal"], {"well-known"}, "a well-known shoal"),
        (["the North-", "South line"], set(), "the North-South line"),
        (["pages 7-", "9"], set(), "pages 7- 9"),
        (["over", "two  lines"], set(), "over two lines"),
        (["of\ufb01ce"], set(), "office"),
    ],
)
def test_words_that_the_end_of_a_line_cuts_are_mended(lines, words, told):
    assert join_lines(lines, frozenset(words)) == told


def test_pages_that_are_pictures_are_named(sheet):
    from PIL import Image

    sheet.multi_cell(0, 5, LEFT)
    sheet.add_page()
    sheet.image(Image.new("L", (200, 200), 128), w=150)
    reading = read_file(bytes(sheet.output()), "a.pdf")
    assert reading.warnings == (
        "Its page 2 is a picture without text, as in a scan, and left out.",
    )
