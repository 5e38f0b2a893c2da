"""What every reader promises, whatever bytes it is given."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.errors import DocumentError
from retrieval.reading import Reading, read_file
from retrieval.reading.registry import READERS, SUFFIXES

LINES = st.lists(
    st.sampled_from(
        "# Title;---;title: &a [*a];By Ann Lee;- item;> said.;```;<!-- x;<p>;A: Yes.;12:30  \t;==="
        ";; ;[^1]: x;Words that end.;\u2028;é;| a | b |;|---|---|".split(";")
    ),
    max_size=25,
)
END = st.sampled_from(["\n", "\r\n", "\r"])
FILES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.builds(lambda lines, end: end.join(lines).encode(), LINES, END),
    st.builds(lambda lines, end: end.join(lines).encode("latin-1", "replace"), LINES, END),
)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@given(data=FILES)
@example(data=b"")
@example(data=b"---")
@example(data=b'---\ntitle: "\\UFFFFFFFF"\n---\nText.')
@example(data=b'---\ntitle: "\\ud800"\n---\nText.')
@example(data=b"---\ntitle: !!int x\n---\nText.")
def test_any_bytes_are_read_or_refused(reader, data):
    try:
        reading = reader.read(data, f"a{reader.suffixes[0]}")
    except DocumentError:
        return
    assert isinstance(reading, Reading)
    assert reading.documents
    for contents in reading.documents:
        contents.text.encode()
        bounds = [(block.start, block.end) for block in contents.blocks]
        assert all(0 <= start < end <= len(contents.text) for start, end in bounds)
        assert all(end <= start for (_, end), (start, _) in pairwise(bounds))
        assert all(contents.text[start:end].strip() for start, end in bounds)
    for warning in reading.warnings:
        assert warning.isprintable()
        assert warning.endswith(".")


@given(data=FILES, suffix=st.sampled_from(SUFFIXES))
def test_the_documents_of_a_file_have_names_of_their_own(data, suffix):
    try:
        documents = read_file(data, f"a{suffix}").documents
    except DocumentError:
        return
    assert len({document.path for document in documents}) == len(documents) > 0
    for document in documents:
        assert document.file == f"a{suffix}"
        assert document.blocks
        assert 0 < len(document.title.encode()) <= 4 * 300
        assert len((document.author or "").encode()) <= 4 * 300
