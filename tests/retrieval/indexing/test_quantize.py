import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.indexing.quantize import compress


def test_a_token_by_hand():
    values, scales = compress([np.array([[0.6, -0.8]], np.float32)])
    # The larger number takes all 127 steps: 0.6 / 0.8 * 127 = 95.25.
    assert values.dtype == np.int8
    assert values.tolist() == [[95, -127]]
    assert np.allclose(scales, 1 / np.hypot(95, 127))


@given(st.integers(0, 2**32 - 1), st.integers(1, 200))
def test_what_comes_back_is_of_unit_length_and_near(seed, width):
    rows = np.random.default_rng(seed).normal(size=(7, width)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    values, scales = compress([rows[:3], rows[:0], rows[3:]])
    back = values.astype(np.float32) * scales[:, np.newaxis]
    assert np.allclose(np.linalg.norm(back, axis=1), 1, atol=1e-5)
    assert (np.sum(back * rows, axis=1) > 0.9998).all()


def test_sentences_without_tokens_take_no_room():
    values, scales = compress([np.empty((0, 5), np.float32)])
    assert values.shape == (0, 5)
    assert scales.shape == (0,)
