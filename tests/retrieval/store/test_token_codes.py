import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.store.token_codes import compress, dot_products, expand


def test_a_token_by_hand():
    codes, scales = compress([np.array([[0.6, -0.8]], np.float32)])
    # The larger number takes all 19 steps: 0.6 / 0.8 * 19 = 14.25. Digits count from -19.
    assert codes.dtype == np.uint16
    assert codes.tolist() == [[(14 + 19) + 39 * (-19 + 19) + 39**2 * (0 + 19)]]
    assert expand(codes, 2).tolist() == [[14, -19]]
    assert scales.dtype == np.float16
    assert scales.tolist() == [np.float16(1 / (14 * 0.6 + 19 * 0.8))]


def test_what_is_left_of_three_numbers_takes_a_code_more():
    codes, _ = compress([np.array([[0, 0, 0, 1.0]], np.float32)])
    assert codes.shape == (1, 2)
    assert expand(codes, 4).tolist() == [[0, 0, 0, 19]]
    with pytest.raises(ValueError, match="2 codes a token"):
        expand(codes, 7)


@given(st.integers(0, 2**32 - 1), st.integers(1, 200))
def test_what_comes_back_has_the_cosine_1_with_what_it_was_made_of(seed, width):
    rows = np.random.default_rng(seed).normal(size=(7, width)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    codes, scales = compress([rows[:3], rows[:0], rows[3:]])
    back = expand(codes, width) * scales.astype(np.float32)[:, np.newaxis]
    assert np.allclose(np.sum(back * rows, axis=1), 1, atol=1e-3)
    # So its own length is what is lost in direction.
    assert (np.linalg.norm(back, axis=1) < 1.01).all()


def test_sentences_without_tokens_take_no_room():
    codes, scales = compress([np.empty((0, 5), np.float32)])
    assert codes.shape == (0, 2)
    assert scales.shape == (0,)
    assert expand(codes, 5).shape == (0, 5)


@given(
    st.integers(0, 2**32 - 1), st.integers(1, 200), st.integers(0, 3), st.sampled_from([0, 7, 1030])
)
def test_products_are_those_of_what_comes_back(seed, width, count, rows):
    random = np.random.default_rng(seed)
    tokens = random.normal(size=(rows, width)).astype(np.float32)
    tokens /= np.linalg.norm(tokens, axis=1, keepdims=True)
    query = random.normal(size=(count, width)).astype(np.float32)
    codes, _ = compress([tokens])
    found = dot_products(codes, query)
    assert found.dtype == np.float32
    assert np.allclose(found, expand(codes, width) @ query.T, rtol=1e-4, atol=1e-2)


def test_products_by_hand_and_with_questions_of_another_width():
    codes = np.array([[0 + 39 * 19 + 39**2 * 20, 38 + 39 * 19 + 39**2 * 19]], np.uint16)
    assert dot_products(codes, np.array([[1, 5, 2, 10]], np.float32)).tolist() == [[-19 + 2 + 190]]
    with pytest.raises(ValueError, match="2 codes a token"):
        dot_products(codes, np.ones((1, 7), np.float32))


def test_a_long_question_beside_many_tokens_is_met_as_a_short_one_is():
    # 40 tokens of 43 codes with 700 of a text are more products than are formed at once.
    random = np.random.default_rng(0)
    tokens, query = random.normal(size=(700, 128)), random.normal(size=(40, 128))
    codes, _ = compress([tokens.astype(np.float32)])
    query = query.astype(np.float32)
    together = dot_products(codes, query)
    for place in (0, 304, 305, 699):
        alone = dot_products(codes[place : place + 1], query[:1])
        assert together[place, :1] == pytest.approx(alone[0], abs=1e-2)
