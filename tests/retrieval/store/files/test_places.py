import numpy as np
import pytest

from retrieval.domain import Block, BlockKind, Document, Sentence
from retrieval.errors import IndexDamagedError
from retrieval.store.files.arrays import write_array
from retrieval.store.files.places import place_rows, read_places

DOCUMENT = Document(
    path="a.md",
    title="A",
    author=None,
    text="Title\n\n- One. Two.",
    blocks=(
        Block(start=0, end=5, kind=BlockKind.TITLE),
        Block(start=9, end=18, kind=BlockKind.LIST_ITEM),
    ),
)
SENTENCES = (
    Sentence(start=0, end=5, first_line=1, last_line=1, block=0),
    Sentence(start=9, end=13, first_line=3, last_line=3, block=1),
    Sentence(start=14, end=18, first_line=3, last_line=4, block=1),
)


def test_a_row_a_sentence(tmp_path):
    rows = place_rows(6, DOCUMENT, SENTENCES)
    write_array(tmp_path / "places.npy", [rows, place_rows(7, DOCUMENT, ())])
    assert read_places(tmp_path / "places.npy").tolist() == [
        [6, 0, 0, 5, 1, 1, 0],
        [6, 1, 9, 13, 3, 3, 3],
        [6, 1, 14, 18, 3, 4, 3],
    ]


@pytest.mark.parametrize(
    "array", [np.ones((2, 6), np.int32), np.ones((2, 7)), np.ones(7, np.int32)]
)
def test_another_array_is_damage(tmp_path, array):
    np.save(tmp_path / "places.npy", array)
    with pytest.raises(IndexDamagedError, match=r"places\.npy is damaged"):
        read_places(tmp_path / "places.npy")
