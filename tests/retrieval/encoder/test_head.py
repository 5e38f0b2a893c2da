"""Trained weights give a model another last layer, and its tokens vectors of their own."""

import numpy as np
import pytest

from retrieval.encoder.head import read_head, save_head
from retrieval.errors import ModelUnavailableError

TEXTS = ["Who supplies Azerbaijan's drones?", "x", ""]


@pytest.fixture
def head(tiny, tmp_path, torch_loaded):
    """The last layer of `tiny`, every weight a little off, and a projection from 16 to 4."""
    generator = np.random.default_rng(0)
    layer = torch_loaded(tiny.model)[0].auto_model.encoder.layer[-1]
    state = {
        name: (value.numpy() + generator.normal(0, 0.1, value.shape)).astype(np.float16)
        for name, value in layer.state_dict().items()
    }
    arrays = {
        "layer": state,
        "projection": generator.normal(0, 1, (4, 16)),
        "importance": (generator.normal(0, 1, (1, 16)), np.array([1.0])),
    }
    file = tmp_path / "head.npz"
    save_head(file, model=tiny.encoder.fingerprint, **arrays)
    return file, arrays


def test_vectors_come_from_the_tuned_layer(tiny, head, export, torch_loaded, tmp_path):
    import torch

    file, arrays = head
    encoder = export(tiny.model, tmp_path / "cache", file)
    got, plain = encoder.encode_queries(TEXTS, hidden=True), tiny.encoder.encode_queries(TEXTS)
    # By hand: put the tuned weights into the model itself, and read its last hidden state.
    model = torch_loaded(tiny.model)
    layer = model[0].auto_model.encoder.layer[-1]
    layer.load_state_dict({n: torch.from_numpy(a).float() for n, a in arrays["layer"].items()})
    states = model.encode_query(TEXTS[0], output_value="token_embeddings").numpy()[3:-1]
    tokens = states @ arrays["projection"].astype(np.float16).astype(np.float32).T
    tokens /= np.linalg.norm(tokens, axis=1, keepdims=True)
    raw = states @ arrays["importance"][0][0].astype(np.float16).astype(np.float32) + 1.0
    np.testing.assert_allclose(got.tokens[0], tokens, atol=1e-5)
    np.testing.assert_allclose(got.weights[0], np.log1p(np.exp(raw)), atol=1e-5)
    np.testing.assert_allclose(got.vectors, model.encode_query(TEXTS), atol=1e-5)
    assert np.abs(got.vectors - plain.vectors).max() > 1e-3
    assert got.hidden[0].shape == (len(tokens), 16)
    assert got.tokens[2].shape == (0, 4)
    assert encoder.export.width == 4


def test_model_and_head_have_a_fingerprint_of_their_own(tiny, head):
    first = read_head(head[0])
    assert first.model == tiny.encoder.fingerprint
    assert first.fingerprint() != tiny.encoder.fingerprint


def test_a_head_of_another_model_is_left_out(tiny, head, tmp_path):
    from retrieval.encoder.load import open_encoder

    file = tmp_path / "other.npz"
    save_head(file, model="another", layer={}, projection=np.eye(4, 16))
    encoder = open_encoder(str(tiny.model), cache=tiny.cache, head=file)
    assert encoder.fingerprint == tiny.encoder.fingerprint


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut short"])
def test_a_file_that_is_no_head_says_so(content, tmp_path):
    file = tmp_path / "head.npz"
    file.write_bytes(content)
    with pytest.raises(ModelUnavailableError, match=r"head\.npz"):
        read_head(file)
