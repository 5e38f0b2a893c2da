"""What the owner's files quote is named where no document says it any more, and only then."""

from contextlib import closing

import pytest

from retrieval.answering.lost import lost_quotations
from retrieval.answering.view import IndexView
from retrieval.domain import Scope
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

SEA = """\
# The sea

- [Ferries](ferries.md)

The ferry leaves
at *six* o'clock. For more information, see [the pier](pier.md). It is so.

## Fares

| From | Fare |
|---|---|
| Quay | 2 crowns |

Dogs travel free. Cats don't.
"""


@pytest.fixture
def lost(tmp_path):
    """Index these files and say what is lost of what they quote: path, question, quotation."""

    def find(scope=None, **files):
        seeds = tmp_path / "seeds"
        for name, text in {"sea.md": SEA, **files}.items():
            file = seeds / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        build_index(seeds, tmp_path / "index", HashEncoder())
        with closing(open_store(tmp_path / "index").open()) as reader:
            found = lost_quotations(reader) if scope is None else lost_quotations(reader, scope)
        return [(one.path, one.question, one.quotation) for one in found]

    return find


@pytest.mark.parametrize(
    "quotation",
    [
        "The ferry leaves at six o'clock.",
        "For more information, see [the pier](pier.md).",
        "It is so.",
        "Fares",
        "The sea",
        "Dogs travel free.",
    ],
)
def test_what_a_document_says_is_not_lost(lost, quotation):
    assert lost(**{"unhelpful.md": f"## Why?\n\n> {quotation}\n"}) == []


@pytest.mark.parametrize(
    "quotation", ["The ferry leaves at seven o'clock.", "Dogs travel.", "It was so.", "…"]
)
def test_what_no_document_says_is_named_once(lost, quotation):
    files = {"unhelpful.md": f"## Why?\n## Wherefore?\n\n> {quotation}\n"}
    assert lost(**files) == [("unhelpful.md", "Why?", quotation)]


def test_sentences_that_are_pinned_have_to_stand_in_a_row(lost):
    assert lost(**{"pinned.md": "## Why?\n\n> Dogs travel free. Cats don't.\n"}) == []
    files = {"pinned.md": "## Why?\n\n> Cats don't. Dogs travel free.\n"}
    assert lost(**files) == [("pinned.md", "Why?", "Cats don't.")]


def test_what_another_such_file_quotes_is_not_said(lost):
    said = "Gulls pay nothing."
    files = {
        "pinned.md": f"## Why?\n\n> {said}\n",
        "crew/pinned.md": f"## Who?\n\n> {said}\n",
        "unhelpful.md": f"## When?\n\n> {said}\n",
    }
    assert sorted(lost(**files)) == [
        ("crew/pinned.md", "Who?", said),
        ("pinned.md", "Why?", said),
        ("unhelpful.md", "When?", said),
    ]


def test_what_is_not_seen_is_lost_and_files_that_are_not_seen_say_nothing(lost):
    files = {
        "crew/pinned.md": "## Why?\n\n> Dogs travel free.\n",
        "unhelpful.md": "## Why?\n\n> Dogs fly.\n",
    }
    crew = Scope(collections=frozenset({"crew"}))
    assert lost(crew, **files) == [("crew/pinned.md", "Why?", "Dogs travel free.")]


def test_every_sentence_of_a_document_is_found(tmp_path):
    """Also those that a search never brings, which lead elsewhere or stand above."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    many = "\n\n".join(f"The {n} ferries leave. See [page {n}](p{n}.md)." for n in range(80))
    (seeds / "many.md").write_text(f"# Many\n\n{many}\n\n{SEA}")
    build_index(seeds, tmp_path / "index", HashEncoder())
    with closing(open_store(tmp_path / "index").open()) as reader:
        view = IndexView(reader)
        (document,) = reader.documents()
        said = {" ".join(view.sentence_text(row).split()) for row in document.rows}
    (seeds / "unhelpful.md").write_text(
        "## Why?\n\n" + "\n\n".join(f"> {one}" for one in sorted(said))
    )
    build_index(seeds, tmp_path / "index", HashEncoder())
    with closing(open_store(tmp_path / "index").open()) as reader:
        assert len(said) > 160
        assert lost_quotations(reader) == ()
