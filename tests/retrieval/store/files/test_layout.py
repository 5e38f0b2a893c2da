import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.store.files.layout import Layout
from retrieval.store.values import StoredDocument


def documents(*named):
    """Make the documents of a segment of (path, sentences)."""
    made, first = [], 0
    for number, (path, size) in enumerate(named):
        rows = range(first, first + size)
        made.append(
            StoredDocument(
                id=number, path=path, title="", author=None, sha256="", characters=1, rows=rows
            )
        )
        first = rows.stop
    return made


def test_documents_are_numbered_by_their_paths_without_the_deleted():
    layout = Layout(
        [documents(("b", 2), ("x", 3), ("d", 1)), documents(("c", 2), ("a", 1))], [{1}, ()]
    )
    assert [(one.path, one.id, one.rows) for one in layout.documents] == [
        ("a", 0, range(1)),
        ("b", 1, range(1, 3)),
        ("c", 2, range(3, 5)),
        ("d", 3, range(5, 6)),
    ]
    found = [
        (segment, own.tolist(), rows.tolist())
        for segment, own, rows in layout.locate(np.array([5, 0, 3, 2]))
    ]
    assert found == [(0, [0, 3], [5, 1]), (1, [1, 2], [2, 0])]
    assert layout.ids(0, np.array([0, 1, 5])).tolist() == [1, 2, 5]
    assert layout.ids(1, np.array([2, 0, 1])).tolist() == [0, 3, 4]


def test_a_path_is_there_once():
    with pytest.raises(ValueError, match="twice"):
        Layout([documents(("a", 1)), documents(("a", 1))], [(), ()])
    assert Layout([documents(("a", 1)), documents(("a", 1))], [{0}, ()]).sentences == 1


SEGMENTS = st.lists(
    st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=6), min_size=1, max_size=4
)


@given(SEGMENTS, st.randoms(use_true_random=False))
def test_every_id_leads_to_its_row_and_back(segments, random):
    names = [f"{n:02}" for n in range(sum(map(len, segments)))]
    random.shuffle(names)
    left = iter(names)
    made = [documents(*((next(left), size) for size, _ in segment)) for segment in segments]
    dead = [
        {number for number, (_, alive) in enumerate(segment) if not alive} for segment in segments
    ]
    layout = Layout(made, dead)
    alive = sorted(
        (one.path, number, row)
        for number, segment in enumerate(made)
        for one in segment
        if one.id not in dead[number]
        for row in one.rows
    )
    assert layout.sentences == len(alive)
    ids = np.arange(len(alive))
    seen = {}
    for segment, own, rows in layout.locate(ids):
        assert layout.ids(segment, rows).tolist() == ids[own].tolist()
        seen |= {int(at): (segment, row) for at, row in zip(own, rows.tolist(), strict=True)}
    assert [seen[at] for at in range(len(alive))] == [(segment, row) for _, segment, row in alive]
    owners = layout.owners(ids).tolist()
    assert [layout.documents[owner].path for owner in owners] == [path for path, _, _ in alive]
