import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.confidence.reader import (
    SHIPPED_READER,
    Reader,
    read_reader,
    reader_for,
    save_reader,
)
from retrieval.answering.confidence.reading import NUMBERS, compare
from retrieval.errors import ModelUnavailableError

WIDTH = 6


def unit(rows):
    values = np.asarray(rows, np.float32)
    return values / np.linalg.norm(values, axis=1, keepdims=True)


def laid_out(question="Who built Rome?", sentence="Romulus built Rome.", *, tokens=None, said=None):
    tokens = unit(np.eye(WIDTH)[:3]) if tokens is None else tokens
    return compare(
        question,
        sentence,
        question_tokens=tokens,
        spans=np.array([[0, 3], [4, 9], [10, 14], [20, 24]], np.int32)[: len(tokens)],
        shares=np.full(len(tokens), 1 / max(len(tokens), 1), np.float32),
        sentence_tokens=unit([[1, 1, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0], [0, 0, 0, 1, 0, 0]])
        if said is None
        else said,
        scores=np.array([0.8, 0.7, 0.9, 0.6, 0.5, 0.1], np.float32),
        rarity=lambda stem: {"built": 0.5, "build": 0.5, "rome": 0.25}.get(stem, 1.0),
    )


def test_the_marks_of_each_token_by_hand():
    reading = laid_out()
    half = 0.5**0.5
    # Best and second cosine, share times count, rarity (little for a common word), equal stem.
    expected = [
        [half, 0, 1, 0.1, 0],
        [1, half, 1, 0.5, 1],
        [0, 0, 1, 0.25, 1],
    ]
    assert reading.marks == pytest.approx(np.array(expected), abs=1e-6)
    assert reading.beyond == pytest.approx(np.array([half, 1, 0]), abs=1e-6)


def test_the_numbers_of_the_ranking():
    reading = laid_out(sentence="Romulus loved Rome.")
    assert len(reading.numbers) == NUMBERS
    assert reading.numbers[:6] == pytest.approx([0.8, 0.7, 0.9, 0.6, 0.5, 0.1])
    assert reading.numbers[6] == pytest.approx(0.25 / 0.75)
    assert reading.numbers[7] == pytest.approx(np.log(4) / 4)


def test_the_tokens_of_a_conversation_are_left_out():
    reading = laid_out(tokens=unit(np.eye(WIDTH)[:4]))
    assert len(reading.question) == 3


@pytest.fixture(scope="module")
def shipped():
    return read_reader()


@given(questions=st.integers(0, 4), sentences=st.integers(0, 5), seed=st.integers(0, 1000))
def test_any_lengths_give_a_finite_number(shipped, questions, sentences, seed):
    width = shipped.weights["project.weight"].shape[1]
    random = np.random.default_rng(seed)
    tokens, said = (
        random.normal(size=(count, width)).astype(np.float32) for count in (questions, sentences)
    )
    reading = laid_out(tokens=tokens, said=said)
    said = shipped(reading)
    assert np.isfinite([said.exam, said.typed]).all()


def test_a_reader_survives_being_written(shipped, tmp_path):
    file = tmp_path / "reader.npz"
    save_reader(file, fingerprint=shipped.fingerprint, weights=shipped.weights)
    again = read_reader(file)
    assert again.fingerprint == shipped.fingerprint
    assert again.weights.keys() == shipped.weights.keys()
    assert all((again.weights[name] == value).all() for name, value in shipped.weights.items())


@pytest.mark.parametrize("content", [None, b"", b"nothing of the kind"])
def test_a_damaged_reader_is_refused(tmp_path, content):
    file = tmp_path / "reader.npz"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ModelUnavailableError, match=r"reader\.npz can't be read"):
        read_reader(file)


def test_it_belongs_to_the_shipped_encoder_alone(encoder):
    assert isinstance(reader_for(encoder.fingerprint), Reader)
    assert reader_for("another") is None


def test_it_is_small(shipped):
    assert sum(value.size for value in shipped.weights.values()) < 40_000
    assert SHIPPED_READER.stat().st_size < 200_000
