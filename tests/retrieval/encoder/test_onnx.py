"""The packaged model's runtime: the same text, the same vector, whoever asks and beside whom."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.encoder.models import DEFAULT_MODEL
from retrieval.encoder.onnx import _TOKENS_PER_RUN, _batches

QUESTION = "Who supplies Azerbaijan's drones?"


def test_related_texts_are_near(encoder):
    question = encoder.encode_queries([QUESTION]).vectors[0]
    passages = encoder.encode_passages(
        ["Israel sold unmanned aircraft to Baku.", "The museum opens on Monday."]
    ).vectors
    drones, museum = passages @ question
    assert drones > museum + 0.2


def test_a_texts_vectors_do_not_depend_on_its_company(encoder):
    company = ["word " * n for n in range(1, 300, 23)]
    alone = encoder.encode_queries([QUESTION])
    together = encoder.encode_queries([*company, QUESTION, *company])
    at = len(company)
    np.testing.assert_allclose(together.vectors[at], alone.vectors[0], atol=1e-6)
    np.testing.assert_allclose(together.tokens[at], alone.tokens[0], atol=2e-6)
    np.testing.assert_array_equal(together.token_ids[at], alone.token_ids[0])


def test_many_threads_get_the_vectors_that_one_gets(encoder):
    texts = [f"{QUESTION} {'really ' * n}" for n in range(12)]
    alone = [encoder.encode_queries([text]).vectors[0] for text in texts]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(lambda t: encoder.encode_queries([t]).vectors[0], texts))
    np.testing.assert_allclose(together, alone, atol=1e-6)


def test_a_text_over_the_maximum_is_cut(encoder):
    assert len(encoder.encode_passages(["word " * 1000]).tokens[0]) == 254


def test_no_texts_are_no_vectors(encoder):
    encoded = encoder.encode_passages([])
    assert encoded.vectors.shape == (0, encoder.dimension)
    assert encoded.tokens == ()


def test_marks_of_the_tokenizer_in_a_text_are_text(encoder):
    text = "a [SEP] b [PAD] c"
    encoded = encoder.encode_passages([text])
    assert [text[a:b] for a, b in encoded.token_spans[0]] == text.split()


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(), max_size=60))
def test_any_text_has_a_unit_vector_and_spans_in_order(encoder, text):
    encoded = encoder.encode_passages([text])
    assert np.linalg.norm(encoded.vectors[0]) == pytest.approx(1, abs=1e-5)
    spans = encoded.token_spans[0]
    assert (spans[:, 0] <= spans[:, 1]).all()
    assert (np.diff(spans[:, 0]) >= 0).all()
    assert (spans >= 0).all()
    assert (spans <= len(text)).all()
    assert len(spans) == len(encoded.tokens[0]) == len(encoded.token_ids[0])


def test_half_a_surrogate_pair_is_read_as_an_unknown_character(encoder):
    text = "drones \ud83d here"
    encoded = encoder.encode_passages([text])
    words = [text[a:b] for a, b in encoded.token_spans[0]]
    assert words[0].startswith("drone")
    assert words[-1] == "here"


@given(st.lists(st.integers(1, 3000), max_size=60))
def test_batches_hold_every_text_once_and_stay_in_their_budget(lengths):
    batches = list(_batches(lengths))
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[i] for i in batch) <= _TOKENS_PER_RUN


def test_a_cached_model_needs_neither_torch_nor_transformers(encoder, encoder_cache):
    program = f"""
import json, sys
from pathlib import Path
from retrieval.encoder.load import open_encoder
encoder = open_encoder({DEFAULT_MODEL!r}, cache=Path({str(encoder_cache)!r}))
vector = encoder.encode_queries([{QUESTION!r}]).vectors[0]
heavy = {{"torch", "transformers", "sentence_transformers", "huggingface_hub", "scipy"}}
print(json.dumps([sorted(heavy & set(sys.modules)), vector.tolist()]))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded, vector = json.loads(done.stdout)
    assert loaded == []
    assert done.stderr == ""
    np.testing.assert_allclose(vector, encoder.encode_queries([QUESTION]).vectors[0], atol=1e-6)
