"""Reading the corpus independently of the index."""

import made_documents
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import EvaluationError
from retrieval.evaluation.sources import CorpusFile, Sources
from retrieval.locators import Page

TEXT = "Title\n\nOne. Two.\nThree.\n \n\nFour."


def span(text, part):
    start = text.index(part)
    return start, start + len(part)


@pytest.mark.parametrize(
    ("part", "paragraph"),
    [
        ("Two.", "One. Two.\nThree."),
        ("Three.", "One. Two.\nThree."),
        ("Title", "Title"),
        ("Four.", "Four."),
        ("\n\nOne.", "One. Two.\nThree."),
        ("Three.\n \n\nFour", "One. Two.\nThree.\n \n\nFour."),
    ],
)
def test_a_paragraph_ends_at_blank_lines(part, paragraph):
    source = CorpusFile(path="a.txt", text=TEXT)
    start, end = source.paragraph_around(*span(TEXT, part))
    assert TEXT[start:end] == paragraph


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_once(line_end):
    text = f"one{line_end}two{line_end}{line_end}four"
    source = CorpusFile(path="a.txt", text=text)
    assert [source.line_of(text.index(word)) for word in ("one", "two", "four")] == [1, 2, 4]
    start, end = source.paragraph_around(*span(text, "two"))
    assert text[start:end] == f"one{line_end}two"


@given(st.text(alphabet="ab \r\n\t", max_size=40), st.data())
def test_a_paragraph_holds_its_range_and_no_blank_line_beside_it(text, data):
    source = CorpusFile(path="a.txt", text=text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = source.paragraph_around(start, end)
    assert 0 <= low <= high <= len(text)
    if text[start:end].strip():
        assert text[start:end].strip() in text[low:high]


def test_sharing_white_space_is_not_sharing():
    source = CorpusFile(path="a.txt", text="one two")
    assert source.shares(0, 3, 2, 7)
    assert not source.shares(0, 4, 3, 7)
    assert not source.shares(0, 3, 4, 7)


def test_a_byte_order_mark_is_dropped_and_line_ends_are_kept(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo")
    assert Sources(tmp_path)["deep/a.txt"].text == "one\r\ntwo"


def test_other_encodings_are_told(tmp_path):
    text = "Der Fluß fließt über große Brücken und schöne Straßen.\n" * 5
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    (tmp_path / "b.txt").write_bytes(text.encode("utf-16"))
    (tmp_path / "c.txt").write_bytes(b"\xff\x00\x01\x02" * 100)
    sources = Sources(tmp_path)
    assert sources["a.txt"].text == sources["b.txt"].text == text
    with pytest.raises(EvaluationError, match=r"c\.txt can't be used: It is not text"):
        sources["c.txt"]


def test_a_file_that_is_no_text_is_read_again(tmp_path):
    (tmp_path / "a.pdf").write_bytes(made_documents.pdf())
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 cut off")
    sources = Sources(tmp_path)
    text = sources["a.pdf"].text
    assert sources["a.pdf"].locator_at(text.index("Fees are paid")) == Page(number=1)
    assert sources["a.pdf"].locator_at(text.index("channel 14")) == Page(number=2)
    with pytest.raises(EvaluationError, match=r"b\.pdf can't be used: It is damaged"):
        sources["b.pdf"]


def test_a_missing_and_an_empty_corpus_are_named(tmp_path):
    with pytest.raises(EvaluationError, match=r"nowhere is not a folder"):
        Sources(tmp_path / "nowhere")
    with pytest.raises(EvaluationError, match=r"holds no document"):
        Sources(tmp_path)


def test_a_file_that_is_no_text_is_no_trouble_until_it_is_cited(tmp_path):
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    sources = Sources(tmp_path)
    assert list(sources) == ["a.txt"]
    assert sources["a.txt"] is sources["a.txt"]
    assert "../a.txt" not in sources
    unread = Sources(tmp_path)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(EvaluationError, match=r"a\.txt can't be read: No such file"):
        unread["a.txt"]
