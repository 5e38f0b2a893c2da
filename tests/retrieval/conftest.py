"""A folder of documents, an index directory, and an encoder that counts what it embeds."""

from pathlib import Path

import pytest

from retrieval.testing import HashEncoder


class CountingEncoder(HashEncoder):
    """Remembers the passages it was given."""

    def __init__(self, **options):
        super().__init__(**options)
        self.passages = []

    def encode_passages(self, texts, *, hidden=False):
        self.passages.extend(texts)
        return super().encode_passages(texts, hidden=hidden)


@pytest.fixture
def counting_encoder():
    return CountingEncoder()


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


@pytest.fixture
def write(seeds):
    """Write documents: ``write({"a.txt": "Text."})``."""

    def write_all(files):
        for name, text in files.items():
            path: Path = seeds / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return write_all


@pytest.fixture
def index(tmp_path):
    return tmp_path / "data" / "index"
