import numpy as np
import pytest

from retrieval.ranking.fusion import WEIGHTS, RankingEvidence, Weights, fuse


def some(*values):
    return np.array(values, np.float32)


def test_it_is_a_weighted_mean():
    evidence = RankingEvidence(
        sentence=some(0.8, 0.2), context=some(0.9, 0.4), dense=some(0.5, 0.1), lexical=some(1, 0)
    )
    weights = Weights(sentence=2, context=1, dense=1, lexical=4)
    assert fuse(evidence, weights) == pytest.approx([(1.6 + 0.9 + 0.5 + 4) / 8, 0.9 / 8])


def test_perfect_evidence_is_one_and_none_is_nothing():
    one, nothing = some(1.0), some(0.0)
    assert fuse(
        RankingEvidence(sentence=one, context=one, dense=one, lexical=one)
    ) == pytest.approx([1])
    assert fuse(
        RankingEvidence(sentence=nothing, context=nothing, dense=nothing, lexical=nothing)
    ) == pytest.approx([0])


@pytest.mark.parametrize("kind", ["sentence", "context", "dense", "lexical"])
def test_more_of_any_evidence_is_better(kind):
    fields = {k: some(0.5, 0.5) for k in ("sentence", "context", "dense", "lexical")}
    low, high = fuse(RankingEvidence(**{**fields, kind: some(0.4, 0.6)}))
    assert low < high
    assert WEIGHTS.total == pytest.approx(sum(getattr(WEIGHTS, k) for k in fields))


def test_evidence_can_be_taken_in_any_order():
    values = some(0, 1, 2)
    taken = RankingEvidence(sentence=values, context=values, dense=values, lexical=values).take(
        np.array([2, 0])
    )
    assert taken.sentence.tolist() == taken.lexical.tolist() == [2, 0]
