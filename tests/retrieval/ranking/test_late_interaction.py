import numpy as np
import pytest

from retrieval.ranking.late_interaction import best_matches, interact, matches_with_above
from retrieval.store.token_codes import compress
from retrieval.store.values import TokenVectors

EAST, NORTH, UP = np.eye(3, dtype=np.float32)
NONE = np.empty((0, 3), np.float32)


def table(*sentences):
    values, scales = compress([np.atleast_2d(s) for s in sentences])
    offsets = np.cumsum([0] + [len(np.atleast_2d(s)) for s in sentences], dtype=np.int64)
    return TokenVectors(values=values, scales=scales, offsets=offsets)


TABLE = table([EAST, NORTH], NONE, [UP], [NORTH, UP, -EAST])
ALL = np.arange(4)
EMPTY = TokenVectors(
    values=np.empty((0, 1), np.uint16),
    scales=np.empty(0, np.float16),
    offsets=np.zeros(1, np.int64),
)


def test_each_question_token_takes_the_best_of_a_sentence():
    best = best_matches(np.stack([EAST, UP]), TABLE)
    assert best == pytest.approx(np.array([[1, 0], [-1, -1], [0, 1], [0, 1]]), abs=1e-3)


def test_the_mean_is_weighted_and_a_context_meets_what_its_sentences_meet_together():
    query, weights = np.stack([EAST, UP]), np.array([3.0, 1.0], np.float32)
    # The first and the third sentence are one context, the others stand alone.
    found = interact(best_matches(query, TABLE), weights, np.array([0, 1, 0, 3]))
    assert found.shares == pytest.approx([0.75, 0.25])
    assert found.sentence == pytest.approx([0.75, -1, 0.25, 0.25], abs=1e-3)
    assert found.context == pytest.approx([1, -1, 1, 0.25], abs=1e-3)


def test_without_weights_every_token_counts_the_same():
    found = interact(best_matches(np.stack([EAST, UP]), TABLE), np.empty(0, np.float32), ALL)
    assert found.sentence == pytest.approx([0.5, -1, 0.5, 0.5], abs=1e-3)


def test_a_question_without_tokens_meets_nothing():
    found = interact(best_matches(NONE, TABLE), np.empty(0, np.float32), ALL)
    assert found.sentence.tolist() == found.context.tolist() == [0, 0, 0, 0]


def test_no_sentences_no_scores():
    found = interact(best_matches(np.stack([EAST]), EMPTY), np.ones(1, np.float32), ALL[:0])
    assert found.sentence.shape == found.context.shape == (0,)


def test_it_is_what_the_definition_says():
    rng = np.random.default_rng(7)
    sentences = [rng.normal(size=(n, 16)).astype(np.float32) for n in (4, 1, 9, 2, 6)]
    sentences = [s / np.linalg.norm(s, axis=1, keepdims=True) for s in sentences]
    query = rng.normal(size=(5, 16)).astype(np.float32)
    query /= np.linalg.norm(query, axis=1, keepdims=True)
    weights = rng.uniform(0.1, 1, 5).astype(np.float32)
    found = interact(best_matches(query, table(*sentences)), weights, np.arange(5))
    expected = [
        sum(w * max(float(q @ t) for t in s) for q, w in zip(query, weights, strict=True))
        / weights.sum()
        for s in sentences
    ]
    assert found.sentence == pytest.approx(expected, abs=0.01)


def test_what_stands_above_is_met_by_kind_and_looked_up_once():
    asked = []

    def tokens_of(ids):
        asked.append(ids.tolist())
        return table(*([EAST] if one == 3 else [NORTH] for one in ids.tolist()))

    query = np.stack([EAST, NORTH])
    headings, titles = np.array([[-1, 3], [-1, -1]]), np.array([[5], [3]])
    ids = np.array([7, 3])
    own, (introduced, titled) = matches_with_above(query, ids, (headings, titles), tokens_of)
    assert asked == [[7, 3, 3, 5]]
    assert own == pytest.approx(np.array([[0, 1], [1, 0]]), abs=1e-3)
    assert introduced == pytest.approx(np.array([[1, 0], [-1, -1]]), abs=1e-3)
    assert titled == pytest.approx(np.array([[0, 1], [1, 0]]), abs=1e-3)
    none = np.full((2, 1), -1)
    assert matches_with_above(query, ids, (none, none), tokens_of)[1] == [None, None]
    assert matches_with_above(query, ids, (none, titles), tokens_of)[1][0] is None


def test_what_is_met_around_a_sentence_is_what_its_context_meets():
    query, weights = np.stack([EAST, UP]), np.ones(2, np.float32)
    found = interact(best_matches(query, TABLE), weights, np.array([0, 1, 0, 3]))
    assert found.around == pytest.approx(np.array([[1, 1], [-1, -1], [1, 1], [0, 1]]), abs=1e-3)
