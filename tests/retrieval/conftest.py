"""A folder of documents, an index directory, and an encoder that counts what it embeds."""

import multiprocessing
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
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


@pytest.fixture
def small_disk(tmp_path):
    """Mount a disk of 4 MB, or skip where tests may not mount."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs more rights than this user has")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def without_privileges():
    """Let go of root's right to write everywhere: ``with without_privileges(): …``."""

    @contextmanager
    def drop():
        if os.geteuid() != 0:
            yield
            return
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)

    return drop


@pytest.fixture
def public_path():
    """A folder whose parents everybody may enter, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def forks():
    """Make processes that have loaded all that building needs, so that they start at once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["retrieval.indexing.build", "retrieval.testing"])
    return context


@pytest.fixture
def process(forks):
    """Make such a process."""
    return forks.Process
