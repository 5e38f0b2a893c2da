import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.testing import HashEncoder

ENCODER = HashEncoder()


def test_texts_that_share_words_are_nearer_than_texts_that_do_not():
    passages = ENCODER.encode_passages(
        ["Israel supplied drones to Azerbaijan.", "The museum opens on Monday."]
    )
    question = ENCODER.encode_queries(["Who supplies Azerbaijan's drones?"])
    drones, museum = passages.vectors @ question.vectors[0]
    assert drones > 0.6
    assert abs(museum) < 0.3


def test_tokens_are_the_words_and_spans_point_at_them():
    text = "Drones, drone!"
    encoded = ENCODER.encode_passages([text])
    assert [text[a:b] for a, b in encoded.token_spans[0]] == ["Drones", "drone"]
    assert encoded.token_ids[0][0] == encoded.token_ids[0][1]
    np.testing.assert_allclose(encoded.tokens[0] @ encoded.tokens[0].T, 1.0, atol=1e-6)


def test_hidden_states_come_only_when_asked_for():
    assert ENCODER.encode_queries(["one word"]).hidden == ()
    assert ENCODER.encode_queries(["one word"], hidden=True).hidden[0].shape == (2, 256)


def test_another_dimension_is_another_fingerprint():
    assert HashEncoder(dimension=64).fingerprint != ENCODER.fingerprint
    assert HashEncoder(dimension=64).encode_queries(["x"]).vectors.shape == (1, 64)
    with pytest.raises(ValueError, match="multiple of 8"):
        HashEncoder(dimension=12)


@given(st.lists(st.text(), max_size=5))
def test_any_text_has_a_unit_vector_and_spans_inside_itself(texts):
    encoded = ENCODER.encode_passages(texts)
    assert encoded.vectors.shape == (len(texts), 256)
    assert encoded.vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(encoded.vectors, axis=1), 1.0, atol=1e-5)
    for text, tokens, ids, spans in zip(
        texts, encoded.tokens, encoded.token_ids, encoded.token_spans, strict=True
    ):
        assert len(tokens) == len(ids) == len(spans)
        assert all(0 <= start < end <= len(text) for start, end in spans)
