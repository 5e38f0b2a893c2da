"""What a build does where something is missing, damaged or stopped: the old index stays."""

import re

import numpy as np
import pytest

from retrieval.answering.searcher import open_index
from retrieval.domain import Skipped
from retrieval.errors import ModelUnavailableError, SeedsError
from retrieval.indexing.build import build_index
from retrieval.store.files.current import current_build
from retrieval.store.values import Features
from retrieval.testing import HashEncoder

ROME = "Rome\n\nThe Colosseum was completed in 80 AD. It held fifty thousand people.\n"
CHESS = "Chess\n\nA game is won by checkmate. Bishops move diagonally.\n"


def test_a_damaged_index_is_built_anew(seeds, write, index, counting_encoder):
    write({"rome.txt": ROME})
    first = build_index(seeds, index, counting_encoder)
    vectors = index / "builds" / first.build_id / "vectors.faiss"
    vectors.write_bytes(vectors.read_bytes()[:-1] + b"?")
    report = build_index(seeds, index, counting_encoder)
    assert report.embedded == report.sentences == 3
    with open_index(index, counting_encoder, verify=True) as searcher:
        assert searcher.info.build_id == report.build_id != first.build_id


@pytest.mark.parametrize("files", [{}, {"a.png": "x", "b.txt": "  \n"}])
def test_nothing_to_index_is_said(seeds, write, index, files):
    write(files)
    with pytest.raises(SeedsError) as caught:
        build_index(seeds, index, HashEncoder())
    assert re.fullmatch(r"Nothing in .* can be indexed \(.*\); put .* \.txt.*\.", str(caught.value))


@pytest.mark.parametrize("files", [{}, {"a.png": "x", "b.txt": "  \n"}])
def test_without_the_last_document_the_index_is_empty(seeds, write, index, files):
    encoder = HashEncoder()
    write({"rome.txt": ROME})
    build_index(seeds, index, encoder)
    (seeds / "rome.txt").unlink()
    write(files)
    report = build_index(seeds, index, encoder)
    assert (report.removed, report.documents, report.sentences) == (("rome.txt",), 0, 0)
    with open_index(index, encoder, verify=True) as searcher:
        answer = searcher.ask("When was the Colosseum completed?")
        assert not answer.answered
        assert answer.passages == ()
        assert searcher.documents() == ()
    with pytest.raises(SeedsError):  # Nothing was taken away since.
        build_index(seeds, index, encoder)
    write({"chess.txt": CHESS})
    assert build_index(seeds, index, encoder).added == ("chess.txt",)
    with open_index(index, encoder, verify=True) as searcher:
        assert searcher.ask("How is a game won?").answered


def test_documents_that_can_not_be_read_any_more_keep_the_old_index(seeds, write, index):
    encoder = HashEncoder()
    write({"rome.txt": ROME})
    first = build_index(seeds, index, encoder)
    (seeds / "rome.txt").write_text("")
    with pytest.raises(SeedsError, match=r"rome\.txt: The file is empty"):
        build_index(seeds, index, encoder)
    with open_index(index, encoder) as searcher:
        assert searcher.info.build_id == first.build_id


def test_a_missing_folder_is_named(tmp_path, index):
    with pytest.raises(SeedsError, match="nowhere"):
        build_index(tmp_path / "nowhere", index, HashEncoder())


def test_a_document_that_can_no_longer_be_read_leaves_the_index(seeds, write, index):
    encoder = HashEncoder()
    write({"rome.txt": ROME, "chess.txt": CHESS})
    build_index(seeds, index, encoder)
    (seeds / "chess.txt").write_text("")
    report = build_index(seeds, index, encoder)
    assert report.skipped == (Skipped(path="chess.txt", reason="The file is empty."),)
    assert (report.removed, report.unchanged) == ((), ("rome.txt",))
    with open_index(index, encoder) as searcher:
        assert [d.path for d in searcher.documents()] == ["rome.txt"]


class BrokenEncoder(HashEncoder):
    def encode_passages(self, texts, *, hidden=False):
        encoded = super().encode_passages(texts, hidden=hidden)
        encoded.vectors[-1, 0] = np.nan
        return encoded


def test_a_model_that_gives_no_numbers_is_named(seeds, write, index, worded):
    write({"rome.txt": ROME})
    with pytest.raises(ModelUnavailableError, check=worded(r"broken.*not numbers.*VERBATIM_MODEL")):
        build_index(seeds, index, BrokenEncoder(name="broken"))
    assert list((index / "builds").iterdir()) == []


def test_features_out_of_step_are_never_published(seeds, write, index, monkeypatch):
    from retrieval.indexing import build

    write({"rome.txt": ROME})
    first = build_index(seeds, index, HashEncoder())
    write({"chess.txt": CHESS})
    real = build.extract

    def one_row_too_few(contexts, encoder):
        return [
            Features(
                vectors=features.vectors[1:],
                per_sentence={name: rows[1:] for name, rows in features.per_sentence.items()},
                token_counts=np.zeros(len(features.vectors) - 1, np.int32),
                per_token={name: rows[:0] for name, rows in features.per_token.items()},
            )
            for features in real(contexts, encoder)
        ]

    monkeypatch.setattr(build, "extract", one_row_too_few)
    with pytest.raises(ValueError, match=r"chess\.txt: features are out of step"):
        build_index(seeds, index, HashEncoder())
    assert current_build(index) == first.build_id
    assert [path.name for path in (index / "builds").iterdir()] == [first.build_id]


class InterruptedEncoder(HashEncoder):
    def encode_passages(self, texts, *, hidden=False):
        raise KeyboardInterrupt


def test_an_interrupted_build_leaves_nothing_behind(seeds, write, index):
    write({"rome.txt": ROME})
    first = build_index(seeds, index, HashEncoder())
    write({"chess.txt": CHESS})
    with pytest.raises(KeyboardInterrupt):
        build_index(seeds, index, InterruptedEncoder())
    assert [path.name for path in (index / "builds").iterdir()] == [first.build_id]
    build_index(seeds, index, HashEncoder(), wait=False)
