"""Files that are not what they say, damaged, locked, or made to do harm: one sentence each."""

import io
import random
import zipfile

import hostile_archives
import made_documents
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_documents import MAKERS, every

from retrieval.answering.searcher import open_index
from retrieval.errors import DocumentError
from retrieval.indexing.build import build_index
from retrieval.reading import read_file
from retrieval.reading.apart import ReadingProcess
from retrieval.testing import HashEncoder

DAMAGED = 5_000
ARCHIVES = [".docx", ".odt", ".epub", ".pptx", ".xlsx", ".ods"]


def reason(data, name):
    with pytest.raises(DocumentError) as caught:
        read_file(data, name)
    assert "reader failed" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("ending", MAKERS)
def test_an_empty_file_is_told_in_one_sentence(ending):
    assert reason(b"", f"a{ending}").endswith(".")
    assert reason(b" \n ", f"a{ending}").endswith(".")


@pytest.mark.parametrize("ending", [*ARCHIVES, ".pdf"])
def test_a_file_that_is_cut_off_is_told_to_be_damaged(ending):
    data = every()[ending]
    assert "damaged" in reason(data[: len(data) // 2], f"a{ending}")


@pytest.mark.parametrize(
    ("ending", "other", "told"),
    [
        (".docx", ".html", "not a Word document but a web page"),
        (".docx", ".pdf", "not a Word document but a PDF, which should end in .pdf"),
        (".pdf", ".docx", "not a PDF but a Word document, which should end in .docx"),
        (".pdf", ".html", "not a PDF but a web page"),
        (".html", ".pdf", "not a web page but a PDF"),
        (".html", ".epub", "not a web page but an e-book"),
        (".odt", ".docx", "not a text document but a Word document"),
        (".pptx", ".odt", "not a PowerPoint presentation but a text document"),
        (".epub", ".docx", "no e-book"),
        (".xlsx", ".docx", "can't be read as a workbook"),
        (".csv", ".html", "not a table as text but a web page"),
        (".ipynb", ".json", "no notebook"),
        (".eml", ".html", "no e-mail"),
        (".mbox", ".eml", "no message"),
        (".srt", ".html", "no cues"),
        (".json", ".csv", "not JSON"),
    ],
)
def test_a_file_with_a_wrong_name_is_told_what_it_is(ending, other, told):
    assert told in reason(every()[other], f"a{ending}")


def test_a_zip_named_pdf_is_told():
    assert "not a PDF but a ZIP archive" in reason(
        hostile_archives.zipped({"a.txt": b"a"}), "a.pdf"
    )


def test_what_unpacks_to_far_more_than_it_is_is_not_unpacked():
    assert "unpacks to more than is read" in reason(hostile_archives.bomb(), "a.docx")


@pytest.mark.parametrize(
    ("ending", "member", "others"),
    [
        (".docx", "word/document.xml", {"[Content_Types].xml": b"<x/>"}),
        (".odt", "content.xml", {}),
        (".epub", "META-INF/container.xml", {}),
    ],
)
def test_xml_that_refers_to_itself_is_not_followed(ending, member, others):
    assert "damaged" in reason(hostile_archives.laughing(member, others), f"a{ending}")


def test_xml_does_not_reach_files_outside():
    content = every()[".odt"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    text = members["content.xml"].decode()
    head, _, rest = text.partition("?>")
    entity = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    told = rest.replace("north quay", "north &secret; quay", 1)
    members["content.xml"] = f"{head}?>{entity}{told}".encode()
    document = read_file(hostile_archives.zipped(members), "a.odt").documents[0]
    assert "moor at the north" in document.text
    assert "root:" not in document.text


def test_a_pdf_with_a_password_is_told():
    from fpdf import FPDF

    sheet = FPDF()
    sheet.set_encryption(owner_password="o", user_password="u")
    sheet.add_page()
    sheet.set_font("Helvetica")
    sheet.cell(text="Secret.")
    assert "protected by a password" in reason(bytes(sheet.output()), "a.pdf")


def test_an_office_file_with_a_password_is_told():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)
    assert "password" in reason(data, "a.docx")


def test_a_locked_book_is_told():
    with zipfile.ZipFile(io.BytesIO(every()[".epub"])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["META-INF/encryption.xml"] = b"<encryption><EncryptedData/></encryption>"
    assert "locked" in reason(hostile_archives.zipped(members), "a.epub")


def test_a_scan_is_told_to_be_one():
    from fpdf import FPDF
    from PIL import Image

    sheet = FPDF()
    sheet.add_page()
    sheet.image(Image.new("L", (200, 200), 128), w=150)
    assert "It is a scan" in reason(bytes(sheet.output()), "a.pdf")


def test_json_that_is_nested_deep_is_told():
    assert "nested too deep" in reason(b"[" * 100_000, "a.json")


@pytest.mark.parametrize("depth", [200, 300, 3000, 100_000])
@pytest.mark.parametrize("tag", ["div", "b", "ul><li", 'div class="x"', "SECTION"])
def test_a_page_that_is_nested_deep_is_read(depth, tag):
    page = f"<html><body>{f'<{tag}>' * depth}<p>Deep down it is dark.</p>"
    for closed in ("", "</div>" * depth):
        text = f"{page}{closed}<p>Above, it is not.</p></body></html>"
        document = read_file(text.encode(), "a.html").documents[0]
        assert [document.text[one.start : one.end] for one in document.blocks] == [
            "Deep down it is dark.",
            "Above, it is not.",
        ]


def test_a_page_of_tables_in_tables_is_told():
    page = f"<html><body>{'<table><tr><td>' * 3000}Deep down it is dark.".encode()
    assert reason(page, "a.html") == "Its elements are nested too deep."


def test_a_part_that_is_nested_deep_is_told():
    with zipfile.ZipFile(io.BytesIO(every()[".odt"])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["content.xml"] = b"<a>" * 3000 + b"</a>" * 3000
    assert "content.xml is nested too deep" in reason(hostile_archives.zipped(members), "a.odt")


def damaged(data, seed):
    """A copy of a file with some bytes changed, cut out, doubled, or put elsewhere."""
    chance = random.Random(seed)
    told = bytearray(data)
    for _ in range(chance.choice([1, 3, 20, 200])):
        at, length = chance.randrange(len(told)), chance.randrange(1, 60)
        match chance.randrange(4):
            case 0:
                told[at] = chance.randrange(256)
            case 1:
                del told[at : at + length]
            case 2:
                told[at:at] = told[at : at + length]
            case _:
                to = chance.randrange(len(told))
                told[to:to] = told[at : at + length]
        if not told:
            return b""
    return bytes(told)


def check(process, ending, seed):
    """A damaged file is read or named, and what is read of it is a document."""
    data = damaged(every()[ending], seed)
    try:
        read = process.read(data, f"a{ending}")
    except DocumentError as error:
        said = str(error)
        assert said.endswith((".", "'."))
        assert "\n" not in said
        assert "takes more than" not in said, "it took too long, or too much memory"
        assert "without a word" not in said
        return
    for one in read:
        text, end = one.document.text, 0
        text.encode("utf-8")
        for block in one.document.blocks:
            assert end <= block.start < block.end <= len(text)
            assert text[block.start : block.end].strip()
            for cell in block.cells:
                assert block.start <= cell.start <= cell.end <= block.end
            end = block.end


@pytest.fixture(scope="module")
def process():
    reading = ReadingProcess()
    yield reading
    reading.close()


@pytest.mark.parametrize("ending", MAKERS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_damaged_files_are_read_or_named(process, ending, seed):
    check(process, ending, seed)


@pytest.mark.slow
@pytest.mark.timeout(3000)
def test_five_thousand_damaged_files_are_read_or_named(process):
    for seed in range(DAMAGED):
        check(process, list(MAKERS)[seed % len(MAKERS)], seed)
    for ending, data in every().items():
        assert process.read(data, f"a{ending}")


@pytest.mark.slow
@pytest.mark.timeout(3000)
def test_among_five_thousand_damaged_files_every_good_one_answers(tmp_path):
    encoder = HashEncoder(dimension=64)
    seeds, index = tmp_path / "seeds", tmp_path / "index"
    for folder in ("good", "bad"):
        (seeds / folder).mkdir(parents=True)
    bad = {}
    for seed in range(DAMAGED):
        ending = list(MAKERS)[seed % len(MAKERS)]
        bad[f"bad/{seed:04}{ending}"] = damaged(every()[ending], seed)
    for path, data in bad.items():
        (seeds / path).write_bytes(data)
    for ending, make in made_documents.PROSE.items():
        (seeds / "good" / f"handbook{ending}").write_bytes(make())
    report = build_index(seeds, index, encoder)
    named = {one.path: one.reason for one in report.skipped}
    assert named.keys() <= bad.keys()
    assert all(reason.strip() for reason in named.values())
    with open_index(index, encoder) as searcher:
        read = {one.file for one in searcher.documents()}
        assert read | named.keys() == bad.keys() | {path for path in read if path[:5] == "good/"}
        assert not read & named.keys()
        for ending in made_documents.PROSE:
            path = f"good/handbook{ending}"
            for question, fact in made_documents.QUESTIONS:
                found = searcher.rank(question, document=path).hits[:5]
                told = [searcher.text(path)[hit.start : hit.end] for hit in found]
                assert any(fact in " ".join(one.split()) for one in told), (path, question)
