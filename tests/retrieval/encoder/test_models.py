"""A setting becomes a folder or a sentence that says what to do; a folder, a fingerprint."""

import os
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from retrieval.encoder.models import (
    DEFAULT_MODEL,
    fingerprint_of,
    remember_folder,
    resolve_model,
)
from retrieval.errors import ModelUnavailableError


@pytest.fixture
def folder(tmp_path):
    """Files as a model has them; nothing loads them here."""
    model = tmp_path / "model"
    (model / "1_Pooling").mkdir(parents=True)
    (model / "modules.json").write_text("[]")
    (model / "config.json").write_text("{}")
    (model / "model.safetensors").write_bytes(b"weights")
    (model / "1_Pooling" / "config.json").write_text('{"pooling_mode": "mean"}')
    (model / "README.md").write_text("a card")
    return model


def test_the_default_is_the_packaged_model(tmp_path):
    source = resolve_model(DEFAULT_MODEL, cache=tmp_path)
    assert (source.folder / "model.safetensors").is_file()


def test_a_folder_is_taken_as_it_is(folder, tmp_path, monkeypatch):
    assert resolve_model(str(folder), cache=tmp_path).folder == folder
    monkeypatch.chdir(folder.parent)
    assert resolve_model("model", cache=tmp_path).folder == folder


@pytest.mark.parametrize("setting", ["./nothing", "/nothing/here", "a/b/c", "~/nothing"])
def test_a_path_that_is_not_there_says_so(setting, tmp_path, worded):
    with pytest.raises(ModelUnavailableError, check=worded(r"no model folder .*VERBATIM_MODEL")):
        resolve_model(setting, cache=tmp_path)


def test_a_folder_of_something_else_says_so(tmp_path, worded):
    with pytest.raises(ModelUnavailableError, check=worded(r"holds no model .*VERBATIM_MODEL")):
        resolve_model(str(tmp_path), cache=tmp_path)


def test_a_hub_name_is_known_once_its_folder_is_noted(folder, tmp_path):
    cache = tmp_path / "cache"
    assert resolve_model("owner/name", cache=cache).folder is None
    remember_folder("owner/name", folder, cache=cache)
    assert resolve_model("owner/name", cache=cache).folder == folder
    shutil.rmtree(folder)
    assert resolve_model("owner/name", cache=cache).folder is None


def test_the_same_files_have_the_same_fingerprint_anywhere(folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(folder, elsewhere)
    (elsewhere / "README.md").write_text("another card")
    (elsewhere / "onnx").mkdir()
    (elsewhere / "onnx" / "model.onnx").write_bytes(b"a copy for another runtime")
    assert fingerprint_of(folder, cache=tmp_path) == fingerprint_of(elsewhere, cache=tmp_path)


@pytest.mark.parametrize(
    "name", ["model.safetensors", "config.json", "modules.json", "1_Pooling/config.json"]
)
def test_a_change_to_any_file_of_the_model_changes_it(folder, tmp_path, name):
    before = fingerprint_of(folder, cache=tmp_path)
    file = folder / name
    file.write_bytes(file.read_bytes() + b" ")
    assert fingerprint_of(folder, cache=tmp_path) != before


def test_a_new_file_changes_it_and_a_pickle_beside_safetensors_does_not(folder, tmp_path):
    before = fingerprint_of(folder, cache=tmp_path)
    (folder / "pytorch_model.bin").write_bytes(b"the same weights")
    assert fingerprint_of(folder, cache=tmp_path) == before
    (folder / "1_Pooling" / "pytorch_model.bin").write_bytes(b"a layer's only weights")
    assert fingerprint_of(folder, cache=tmp_path) != before


def test_files_that_have_not_changed_are_not_read_again(folder, tmp_path):
    before = fingerprint_of(folder, cache=tmp_path)
    weights = folder / "model.safetensors"
    status = weights.stat()
    weights.write_bytes(b"altered")
    os.utime(weights, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert fingerprint_of(folder, cache=tmp_path) == before
    assert fingerprint_of(folder, cache=tmp_path / "another") != before


def test_a_note_that_is_damaged_is_made_again(folder, tmp_path):
    before = fingerprint_of(folder, cache=tmp_path)
    (tmp_path / "fingerprints.json").write_text('{"cut sho')
    assert fingerprint_of(folder, cache=tmp_path) == before


def test_a_cache_that_cannot_be_written_costs_only_time(folder, tmp_path):
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("a file where the folder should be")
    assert fingerprint_of(folder, cache=in_the_way) == fingerprint_of(folder, cache=tmp_path)


FETCH = """
import sys
from retrieval.encoder.hub import fetch_model
from bot.rendering.errors import for_terminal
from retrieval.errors import ModelUnavailableError
try:
    fetch_model(sys.argv[1])
except ModelUnavailableError as error:
    print(for_terminal(error))
"""


def fetch(model, endpoint):
    environment = {**os.environ, "HF_ENDPOINT": endpoint, "HF_HUB_OFFLINE": "0"}
    done = subprocess.run(
        [sys.executable, "-c", FETCH, model],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_a_hub_that_cannot_be_reached_is_one_sentence_and_soon():
    # Nothing listens on the discard port.
    message = fetch("owner/name", "http://127.0.0.1:9")
    assert message.startswith("The model owner/name is not on this machine and can't be fetched")
    assert "VERBATIM_MODEL" in message
    assert "\n" not in message


class _NoSuchRepository(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(404)
        self.send_header("X-Error-Code", "RepoNotFound")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the base class looks for this name

    def log_message(self, *_):
        pass


def test_a_misspelt_name_is_one_sentence():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _NoSuchRepository)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        message = fetch("all-MiniLM-L6-v3", f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()
        server.server_close()
    assert message == (
        "There is no model all-MiniLM-L6-v3, neither a folder here nor on the Hugging Face hub;"
        " correct VERBATIM_MODEL, or leave it out to use all-MiniLM-L6-v2."
    )
