"""Word, OpenDocument, PowerPoint and e-books: what their own styles and numbers say."""

import io

import docx
import made_documents
import pptx
from pptx.util import Inches

from retrieval.domain import BlockKind
from retrieval.locators import Page
from retrieval.reading import read_file


def saved(thing, name):
    stream = io.BytesIO()
    thing.save(stream)
    return read_file(stream.getvalue(), name).documents[0]


def told(document):
    return [document.text[b.start : b.end] for b in document.blocks]


def test_lists_of_word_have_their_marks_and_depth():
    word = docx.Document()
    for text, style in (
        ("One", "List Number"),
        ("Two", "List Number"),
        ("inner", "List Bullet 2"),
        ("Plain.", None),
    ):
        word.add_paragraph(text, style=style)
    document = saved(word, "a.docx")
    assert [(b.level, b.mark) for b in document.blocks] == [(1, "1."), (1, "2."), (2, "-"), (0, "")]
    assert document.text.startswith("1. One\n2. Two")


def test_bold_beginnings_and_core_properties_of_word():
    word = docx.Document()
    word.core_properties.author = "Jo Doe"
    word.core_properties.title = "Fees"
    paragraph = word.add_paragraph()
    paragraph.add_run("Deposit:").bold = True
    paragraph.add_run(" fifty crowns.")
    document = saved(word, "a.docx")
    (block,) = document.blocks
    assert (document.title, document.author) == ("Fees", "Jo Doe")
    assert document.text[block.lead.start : block.lead.end] == "Deposit:"


def test_a_table_of_one_cell_is_a_box_round_a_text():
    word = docx.Document()
    word.add_table(1, 1).cell(0, 0).text = "Mind the tide."
    document = saved(word, "a.docx")
    assert [b.kind for b in document.blocks] == [BlockKind.PARAGRAPH]


def test_slides_are_read_from_top_to_bottom_with_their_notes():
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "Tides"
    for text, top in (("Second.", 4), ("First.", 2)):
        slide.shapes.add_textbox(
            Inches(1), Inches(top), Inches(3), Inches(1)
        ).text_frame.text = text
    slide.notes_slide.notes_text_frame.text = "Said aloud."
    document = saved(show, "a.pptx")
    assert told(document) == ["Tides", "First.", "Second.", "Said aloud."]
    assert {b.locator for b in document.blocks} == {Page(number=1, unit="slide")}


def test_the_contents_of_a_book_are_no_text_of_it():
    document = read_file(made_documents.epub(), "a.epub").documents[0]
    assert told(document)[:2] == ["Harbour Handbook", "Opening hours"]
    assert document.text.count("Handbook") == 1
