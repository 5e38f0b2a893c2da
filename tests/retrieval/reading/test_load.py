"""The bytes of one file, or the reason why they can't be had."""

import os

import pytest

from retrieval.errors import DocumentError
from retrieval.reading import SIZE_LIMIT, load


@pytest.fixture
def refusal(seeds):
    def reason(data, limit=SIZE_LIMIT):
        (seeds / "file.txt").write_bytes(data)
        with pytest.raises(DocumentError) as caught:
            load(seeds / "file.txt", limit=limit)
        return str(caught.value)

    return reason


def test_the_bytes_are_the_files(seeds):
    (seeds / "a.txt").write_bytes(b"\xef\xbb\xbfa\r\nb\x00")
    assert load(seeds / "a.txt", limit=9) == b"\xef\xbb\xbfa\r\nb\x00"


def test_an_empty_file(refusal):
    assert refusal(b"") == "The file is empty."


def test_the_size_limit(seeds, refusal):
    (seeds / "a.txt").write_bytes(b"Nine char")
    assert load(seeds / "a.txt", limit=9) == b"Nine char"
    assert "and the limit is" in refusal(b"Nine chars", limit=9)
    assert refusal(b"A. " * 16_700_000) == (
        "The file is 50.1 MB and the limit is 20.0 MB; split it into several documents."
    )


def test_a_file_that_may_not_be_opened(public_path, without_privileges):
    file = public_path / "secret.txt"
    file.write_text("Text.")
    file.chmod(0)
    with without_privileges(), pytest.raises(DocumentError, match="may not be opened; give"):
        load(file, limit=SIZE_LIMIT)


def test_a_file_that_vanished_became_a_folder_or_a_pipe(seeds):
    with pytest.raises(DocumentError, match="vanished"):
        load(seeds / "gone.txt", limit=SIZE_LIMIT)
    (seeds / "folder.txt").mkdir()
    with pytest.raises(DocumentError, match="It is a folder"):
        load(seeds / "folder.txt", limit=SIZE_LIMIT)
    os.mkfifo(seeds / "pipe.txt")
    with pytest.raises(DocumentError, match="not an ordinary file"):
        load(seeds / "pipe.txt", limit=SIZE_LIMIT)
