import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.domain import Block, BlockKind, Document, Sentence, Span
from retrieval.errors import IndexDamagedError
from retrieval.locators import Page
from retrieval.store.files.database import CorpusReader, CorpusWriter


def document(path="a.txt", text="One. Two.", blocks=None, author=None):
    return Document(
        path=path,
        title=f"Title of {path}",
        author=author,
        text=text,
        blocks=blocks or (Block(start=0, end=len(text), kind=BlockKind.PARAGRAPH),),
    )


def sentence(start, end, block=0, line=1):
    return Sentence(start=start, end=end, first_line=line, last_line=line + 1, block=block)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "corpus.sqlite3"


@given(
    text=st.text(st.characters(exclude_categories=("Cs",)), min_size=1),
    author=st.none() | st.text(st.characters(exclude_categories=("Cs",))),
)
def test_any_text_comes_back_as_it_was(tmp_path_factory, text, author):
    path = tmp_path_factory.mktemp("db") / "corpus.sqlite3"
    with CorpusWriter(path) as writer:
        writer.add(document(text=text, author=author), [], sha256="0" * 64)
    with closing(CorpusReader(path)) as reader:
        assert reader.text(0) == text
        (stored,) = reader.documents()
        assert (stored.author, stored.characters) == (author, len(text))


def test_a_database_from_before_there_were_languages_is_read(path):
    with CorpusWriter(path) as writer:
        writer.add(document(), [], sha256="0" * 64)
    with closing(sqlite3.connect(path)) as older:
        older.execute("ALTER TABLE documents DROP COLUMN language")
        older.execute("PRAGMA user_version = 4")
        older.commit()
    with closing(CorpusReader(path)) as reader:
        (stored,) = reader.documents()
    assert (stored.path, stored.language) == ("a.txt", "")


def test_documents_get_runs_of_ids_in_order(path):
    blocks = (
        Block(
            start=0,
            end=4,
            kind=BlockKind.HEADING,
            headings=("Über", "“a”\n"),
            locator=Page(number=3),
        ),
        Block(
            start=5,
            end=9,
            kind=BlockKind.TABLE,
            level=2,
            mark="(ii)",
            cells=(Span(start=5, end=6), Span(start=7, end=7)),
            is_header=True,
            language="sh",
            lead=Span(start=5, end=8),
            omitted=(Span(start=6, end=7),),
            speaker="Ann",
            admonition="note",
            is_navigation=True,
        ),
    )
    with CorpusWriter(path) as writer:
        first = writer.add(document("a.txt"), [sentence(0, 4), sentence(5, 9)], sha256="1" * 64)
        second = writer.add(document("b.txt", blocks=blocks), [sentence(5, 9, 1, 7)], sha256="2")
    assert (first, second) == (range(2), range(2, 3))

    with closing(CorpusReader(path)) as reader:
        assert [(d.id, d.path, d.title, d.sha256, d.rows) for d in reader.documents()] == [
            (0, "a.txt", "Title of a.txt", "1" * 64, range(2)),
            (1, "b.txt", "Title of b.txt", "2", range(2, 3)),
        ]
        assert reader.blocks(1) == blocks
        assert reader.sentences(range(1, 3)) == (sentence(5, 9), sentence(5, 9, 1, 7))


def test_many_threads_read_at_once(path):
    with CorpusWriter(path) as writer:
        for number in range(20):
            writer.add(document(f"{number}.txt", text=f"{number} " * 500), [], sha256="")
    with closing(CorpusReader(path)) as reader, ThreadPoolExecutor(8) as threads:
        numbers = list(range(20)) * 40
        texts = list(threads.map(reader.text, numbers))
    assert texts == [f"{number} " * 500 for number in numbers]


def test_a_reader_outlives_its_file(path):
    with CorpusWriter(path) as writer:
        writer.add(document(text="x" * 100_000), [], sha256="")
    with closing(CorpusReader(path)) as reader:
        path.unlink()
        assert reader.text(0) == "x" * 100_000


def test_reading_writes_nothing_beside_the_file(path):
    with CorpusWriter(path) as writer:
        writer.add(document(), [], sha256="")
    path.chmod(0o444)
    with closing(CorpusReader(path)) as reader:
        reader.documents()
        assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_name_that_sqlite_would_take_for_an_option(tmp_path):
    path = tmp_path / "what?mode=memory#%41"
    with CorpusWriter(path) as writer:
        writer.add(document(), [], sha256="")
    with closing(CorpusReader(path)) as reader:
        assert reader.text(0) == "One. Two."


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"text" * 5000])
def test_a_file_that_is_no_database_is_damaged(path, content):
    path.write_bytes(content)
    with pytest.raises(IndexDamagedError, match=r"corpus\.sqlite3 is damaged"):
        CorpusReader(path)


def test_somebody_elses_database_is_damaged(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE documents (id)")
    with pytest.raises(IndexDamagedError):
        CorpusReader(path)


def test_a_missing_file_is_missing_and_stays_so(path):
    with pytest.raises(FileNotFoundError):
        CorpusReader(path)
    assert not path.exists()
