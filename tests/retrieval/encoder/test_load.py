"""Opening a model: from its export, with a new export, or on torch when there is no other way."""

import logging
import os

import numpy as np
import pytest

from retrieval.encoder import load
from retrieval.encoder.exported import WEIGHTS
from retrieval.encoder.load import open_encoder
from retrieval.encoder.models import DEFAULT_MODEL
from retrieval.encoder.onnx import OnnxEncoder
from retrieval.encoder.sentence_transformer import SentenceTransformerEncoder
from retrieval.errors import ModelUnavailableError

TEXTS = [
    "",
    "Who supplies Azerbaijan's  drones?",
    "the museum opens on monday " * 9,
    "数字 é [SEP]",
]


def test_an_export_is_opened_without_a_word(tiny, caplog):
    told = []
    encoder = open_encoder(str(tiny.model), cache=tiny.cache, notify=told.append)
    assert isinstance(encoder, OnnxEncoder)
    assert told == caplog.messages == []
    assert encoder.name == str(tiny.model)
    assert encoder.fingerprint == tiny.encoder.fingerprint
    np.testing.assert_array_equal(
        encoder.encode_queries(TEXTS).vectors, tiny.encoder.encode_queries(TEXTS).vectors
    )


@pytest.mark.slow
def test_the_first_start_exports_and_says_so_once(own_tiny, capfd):
    os.truncate(own_tiny.folder / WEIGHTS, 10)
    told = []
    for _ in range(2):
        encoder = open_encoder(str(own_tiny.model), cache=own_tiny.cache, notify=told.append)
        assert isinstance(encoder, OnnxEncoder)
    assert told == [f"Preparing the model {own_tiny.model}, once …"]
    # Nothing of what torch says while it exports reaches the terminal.
    assert capfd.readouterr() == ("", "")


def test_a_model_without_a_graph_says_why(graphless_model, export, tmp_path):
    from retrieval.encoder.agreement import ExportError

    with pytest.raises(ExportError, match="no transformer"):
        export(graphless_model, tmp_path / "cache")


@pytest.mark.slow
def test_a_model_without_a_graph_runs_on_sentence_transformers(
    graphless_model, torch_loaded, tmp_path, caplog
):
    told = []
    for _ in range(2):
        encoder = open_encoder(str(graphless_model), cache=tmp_path / "cache", notify=told.append)
        assert isinstance(encoder, SentenceTransformerEncoder)
    lines = [r.getMessage() for r in caplog.records if r.name == load.__name__]
    # One line each time, but only one attempt: it would only fail again.
    assert len(told) == 1
    assert len(lines) == 2
    assert lines[1].endswith("it can't be exported (its first module is no transformer)")
    texts = ["who sold drones", "the museum opens"]
    expected = torch_loaded(graphless_model).encode(texts, normalize_embeddings=True)
    encoded = encoder.encode_queries(texts)
    np.testing.assert_allclose(encoded.vectors, expected, atol=1e-6)
    assert [len(tokens) for tokens in encoded.tokens] == [0, 0]


def test_an_exporter_that_dies_is_a_reason_like_any_other(tiny, tmp_path, caplog, monkeypatch):
    monkeypatch.setattr(load.sys, "executable", "/bin/false")
    with caplog.at_level(logging.WARNING):
        encoder = open_encoder(str(tiny.model), cache=tmp_path / "empty")
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert "its exporter ended with status 1" in caplog.text


@pytest.fixture
def unwritable(tmp_path):
    """A folder that nobody can make, whatever rights they have."""
    (tmp_path / "file").touch()
    return tmp_path / "file" / "cache"


@pytest.mark.slow
def test_a_cache_that_cannot_be_written_makes_no_other_model(tiny, unwritable, worded):
    told = []
    encoder = open_encoder(str(tiny.model), cache=unwritable, unwritable=told.append)
    assert isinstance(encoder, OnnxEncoder)
    assert encoder.fingerprint == tiny.encoder.fingerprint
    np.testing.assert_array_equal(
        encoder.encode_queries(TEXTS).vectors, tiny.encoder.encode_queries(TEXTS).vectors
    )
    (error,) = told
    assert str(unwritable) in str(error)
    assert worded("VERBATIM_CACHE")(error)
    assert not encoder.export.folder.is_relative_to(unwritable)


def test_where_nothing_can_be_written_the_setting_is_named(tiny, unwritable, monkeypatch, worded):
    monkeypatch.setattr(load.tempfile, "tempdir", str(unwritable))
    with pytest.raises(ModelUnavailableError, check=worded("VERBATIM_CACHE")) as caught:
        open_encoder(str(tiny.model), cache=unwritable)
    assert str(unwritable) in str(caught.value)


def test_an_exporter_that_dies_makes_no_other_model_of_one_with_a_head(tmp_path, monkeypatch):
    monkeypatch.setattr(load.sys, "executable", "/bin/false")
    with pytest.raises(ModelUnavailableError, match="its exporter ended with status 1"):
        open_encoder(DEFAULT_MODEL, cache=tmp_path / "empty")


def test_sentence_transformers_itself_gives_what_the_export_gives(tiny):
    source = load.resolve_model(str(tiny.model), cache=tiny.cache)
    other = SentenceTransformerEncoder(source, fingerprint="f")
    for method in ("encode_queries", "encode_passages"):
        theirs = getattr(other, method)(TEXTS, hidden=True)
        ours = getattr(tiny.encoder, method)(TEXTS, hidden=True)
        np.testing.assert_allclose(theirs.vectors, ours.vectors, atol=1e-5)
        for i in range(len(TEXTS)):
            np.testing.assert_array_equal(theirs.token_ids[i], ours.token_ids[i])
            np.testing.assert_array_equal(theirs.token_spans[i], ours.token_spans[i])
            np.testing.assert_allclose(theirs.tokens[i], ours.tokens[i], atol=1e-5)
            np.testing.assert_allclose(theirs.hidden[i], ours.hidden[i], atol=1e-5)
    assert other.dimension == tiny.encoder.dimension


def test_files_that_are_no_model_are_one_sentence(tmp_path, monkeypatch, worded):
    from retrieval.encoder.models import ModelSource
    from retrieval.encoder.sentence_transformer import load_model

    (tmp_path / "modules.json").write_text("[this is no JSON")
    with pytest.raises(ModelUnavailableError, check=worded("VERBATIM_MODEL")) as caught:
        load_model(ModelSource(name="mine", folder=tmp_path))
    assert "\n" not in str(caught.value)
