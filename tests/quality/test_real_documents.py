"""Manuals of Debian's documentation packages: each is read, or named with the reason.

What is read of them is compared with what poppler and pandoc make of the same files. The figures
themselves are in retrieval/reading/README.md.
"""

import random
import tempfile
from collections import Counter
from pathlib import Path

import pytest
import real_documents

from retrieval.errors import DocumentError
from retrieval.reading import read_file

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


@pytest.fixture(scope="module")
def manuals():
    try:
        return real_documents.documents(real_documents.fetch())
    except real_documents.UnavailableError as error:
        pytest.skip(f"Debian's packages can't be had here: {error}")


def test_every_document_is_read_or_named(manuals):
    named = {}
    for name, data in manuals:
        try:
            assert read_file(data, name).documents[0].text
        except DocumentError as error:
            named[name] = str(error)
    assert len(manuals) > 1000
    endings = Counter(Path(name).suffix for name, _ in manuals)
    assert min(endings[one] for one in (".pdf", ".html", ".txt")) > 5
    assert [name for name, _ in manuals if name.endswith(".info.txt")]
    assert not [reason for reason in named.values() if "reader failed" in reason]
    assert len(named) < 0.02 * len(manuals), named


@pytest.mark.parametrize(
    ("suffix", "most", "kept", "in_order"),
    [(".pdf", 8, 0.96, 0.97), (".epub", 2, 0.93, 0.97), (".html", 60, 0.93, 0.99)],
)
def test_what_other_programs_read_is_read(manuals, suffix, most, kept, in_order):
    files = [one for one in manuals if one[0].endswith(suffix)]
    chosen = random.Random(14).sample(files, min(most, len(files)))
    with tempfile.TemporaryDirectory() as folder:
        texts = [
            (read_file(data, name).documents[0].text, other)
            for name, data in chosen
            if (other := real_documents.theirs(name, data, Path(folder)))
        ]
    figures = [real_documents.compare(ours, other) for ours, other in texts]
    words = sum(one.words for one in figures)
    assert words > 10_000
    assert sum(one.kept * one.words for one in figures) >= kept * words
    assert sum(one.in_order * one.words for one in figures) >= in_order * words
