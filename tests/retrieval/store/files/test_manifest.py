import json
from datetime import UTC, datetime

import pytest

from retrieval.errors import IndexDamagedError, IndexOutdatedError
from retrieval.store.files import manifest as module
from retrieval.store.files.manifest import (
    MANIFEST,
    Manifest,
    Segment,
    check_files,
    file_checksum,
    read_manifest,
    record_files,
    write_manifest,
)
from retrieval.store.values import IndexSpec


def manifest(files):
    return Manifest(
        build_id="20260102T030405-0123abcd",
        created_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        spec=IndexSpec(
            model="modèle", fingerprint="f", dimension=3, recipe="1", splitter="splitter 1"
        ),
        segments=(
            Segment(folder=".", documents=2, sentences=5),
            Segment(
                folder="other", documents=4, sentences=9, deleted=(0, 2, 3), deleted_sentences=6
            ),
        ),
        files=files,
    )


@pytest.fixture
def build(tmp_path):
    (tmp_path / "lexical").mkdir()
    (tmp_path / "a.bin").write_bytes(b"abc")
    (tmp_path / "lexical" / "b.bin").write_bytes(b"")
    write_manifest(tmp_path, manifest(record_files(tmp_path)))
    return tmp_path


def test_a_manifest_comes_back_as_it_was(build):
    read = read_manifest(build)
    assert read == manifest(read.files)
    # The well-known hashes of "abc" and of nothing.
    assert {name: (r.size, r.checksum) for name, r in read.files.items()} == {
        "a.bin": (3, "06b05ab6733a618578af5f94892f3950"),
        "lexical/b.bin": (0, "99aa06d3014798d86001c324468d497f"),
    }
    assert (read.size, read.documents, read.sentences) == (3, 3, 8)
    check_files(build, read, contents=read.files)


def test_a_hash_is_that_of_the_whole_file(tmp_path):
    (tmp_path / "large").write_bytes(b"\0" * (3 << 20))
    (tmp_path / "larger").write_bytes(b"\0" * (3 << 20) + b"!")
    assert file_checksum(tmp_path / "large") != file_checksum(tmp_path / "larger")


def test_every_flipped_bit_of_the_manifest_is_noticed(build):
    path = build / MANIFEST
    whole = path.read_bytes()
    read_manifest(build)
    for position in range(len(whole) - 1):  # the last byte is the newline after it
        changed = bytearray(whole)
        changed[position] ^= 1 << position % 8
        path.write_bytes(changed)
        try:
            read = read_manifest(build)
        except IndexDamagedError as error:
            assert MANIFEST in str(error)  # noqa: PT017 (most flips raise, white space needn't)
        else:
            path.write_bytes(whole)
            assert read == read_manifest(build)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"checksum": "x"}', "null", "{"])
def test_a_file_that_is_no_manifest_is_damaged(build, content, worded):
    (build / MANIFEST).write_text(content)
    with pytest.raises(
        IndexDamagedError, check=worded(r"manifest\.json is damaged; run `verbatim index`")
    ):
        read_manifest(build)


def test_another_format_is_outdated_not_damaged(build, monkeypatch, worded):
    with monkeypatch.context() as patched:
        patched.setattr(module, "FORMAT", module.FORMAT - 1)
        write_manifest(build, manifest({}))
    with pytest.raises(IndexOutdatedError, check=worded(r"another version.*verbatim index")):
        read_manifest(build)


def test_fields_of_another_version_are_damage_only_within_the_same_format(build):
    content = json.loads((build / MANIFEST).read_text())
    del content["checksum"]
    content["novelty"] = 1
    content["checksum"] = module._checksum(content)
    (build / MANIFEST).write_text(json.dumps(content))
    with pytest.raises(IndexDamagedError):
        read_manifest(build)


def test_a_changed_byte_is_found_where_contents_are_checked(build):
    (build / "a.bin").write_bytes(b"abd")
    read = read_manifest(build)
    check_files(build, read, contents=["lexical/b.bin"])
    with pytest.raises(IndexDamagedError, match=r"a\.bin is damaged \(its content has changed\)"):
        check_files(build, read, contents=read.files)


def test_a_changed_size_or_a_missing_file_is_always_found(build):
    read = read_manifest(build)
    (build / "a.bin").write_bytes(b"abcd")
    with pytest.raises(IndexDamagedError, match=r"a\.bin is damaged \(4 bytes instead of 3\)"):
        check_files(build, read, contents=[])
    (build / "a.bin").unlink()
    with pytest.raises(IndexDamagedError, match=r"a\.bin is missing"):
        check_files(build, read, contents=[])
