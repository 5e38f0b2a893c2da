"""Measures worked out by hand, and checked against the libraries that others use."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from late import Late

from retrieval.evaluation.metrics import (
    area_under_risk_coverage,
    auroc,
    calibration_error,
    hit_rate,
    mean_reciprocal_rank,
    percentile,
    reliability,
    risk_coverage,
    share_at_least,
    threshold_answering,
)

sklearn_metrics = Late("sklearn.metrics")

probabilities = st.integers(0, 20).map(lambda value: value / 20)


def test_hit_rate_counts_first_right_ranks_up_to_the_cutoff():
    ranks = [1, 3, 0, 6]
    assert hit_rate(ranks, 1) == 0.25
    assert hit_rate(ranks, 3) == 0.5
    assert hit_rate(ranks, 5) == 0.5


def test_reciprocal_rank_is_nothing_beyond_the_cutoff():
    assert mean_reciprocal_rank([1, 2, 0, 11], 10) == pytest.approx((1 + 1 / 2) / 4)
    assert mean_reciprocal_rank([4], 3) == 0


def test_rank_measures_agree_with_ir_measures():
    ir_measures = pytest.importorskip("ir_measures")
    ranks = [1, 2, 0, 7, 10, 11, 3]
    qrels = [ir_measures.Qrel(f"q{number}", f"right{number}", 1) for number in range(len(ranks))]
    run = [
        ir_measures.ScoredDoc(
            f"q{number}", f"right{number}" if place == rank else f"wrong{place}", 100.0 - place
        )
        for number, rank in enumerate(ranks)
        for place in range(1, 13)
    ]
    measures = [ir_measures.parse_measure(name) for name in ("RR@10", "Success@1", "Success@5")]
    expected = {
        str(key): value for key, value in ir_measures.calc_aggregate(measures, qrels, run).items()
    }
    assert mean_reciprocal_rank(ranks, 10) == pytest.approx(expected["RR@10"])
    assert hit_rate(ranks, 1) == pytest.approx(expected["Success@1"])
    assert hit_rate(ranks, 5) == pytest.approx(expected["Success@5"])


def test_auroc_counts_ties_half():
    # Of the four pairs 0.9 > 0.5, 0.9 > 0.1 and 0.5 > 0.1 are in order and 0.5 = 0.5 is a tie.
    assert auroc([0.9, 0.5], [0.5, 0.1]) == 3.5 / 4


@given(st.lists(probabilities, min_size=1), st.lists(probabilities, min_size=1))
def test_auroc_agrees_with_scikit_learn(positive, negative):
    labels = [1] * len(positive) + [0] * len(negative)
    assert auroc(positive, negative) == pytest.approx(
        sklearn_metrics.roc_auc_score(labels, positive + negative)
    )


def test_risk_coverage_by_hand():
    coverage, risk = risk_coverage([0.9, 0.2, 0.6, 0.4], [True, False, False, True])
    assert coverage.tolist() == [0.25, 0.5, 0.75, 1.0]
    assert risk == pytest.approx([0, 1 / 2, 1 / 3, 1 / 2])
    area = area_under_risk_coverage([0.9, 0.2, 0.6, 0.4], [True, False, False, True])
    assert area == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)


def test_equally_confident_questions_share_their_mistakes():
    _, risk = risk_coverage([0.9, 0.5, 0.5], [True, False, True])
    assert risk == pytest.approx([0, 0.5 / 2, 1 / 3])


@given(st.lists(st.tuples(probabilities, st.booleans()), min_size=1), st.randoms())
def test_the_order_of_the_questions_does_not_matter(pairs, random):
    shuffled = random.sample(pairs, len(pairs))
    first = area_under_risk_coverage(*zip(*pairs, strict=True))
    assert first == pytest.approx(area_under_risk_coverage(*zip(*shuffled, strict=True)))
    assert 0 <= first <= 1


def test_calibration_error_by_hand():
    # Bin 0.2–0.3 holds two (mean .25, half right), bin 0.9–1.0 holds two (mean .95, both right).
    confidence, right = [0.2, 0.3 - 1e-9, 0.9, 1.0], [False, True, True, True]
    assert calibration_error(confidence, right) == pytest.approx(0.5 * 0.25 + 0.5 * 0.05)


def test_a_bin_holds_its_lower_edge_only_and_the_last_holds_one():
    counts = [one.count for one in reliability([0.0, 0.1, 0.3, 0.7, 1.0], [True] * 5)]
    assert counts == [1, 1, 0, 1, 0, 0, 0, 1, 0, 1]
    assert math.isnan(reliability([0.0], [True])[5].accuracy)


@given(st.lists(st.booleans(), min_size=1))
def test_saying_the_right_share_each_time_is_perfectly_calibrated(right):
    share = sum(right) / len(right)
    assert calibration_error([share] * len(right), right) == pytest.approx(0, abs=1e-9)


def test_the_threshold_is_the_highest_that_answers_the_share():
    confidence = [0.9, 0.8, 0.7, 0.1]
    assert threshold_answering(confidence, 0.75) == 0.7
    assert threshold_answering(confidence, 0.76) == 0.1
    assert threshold_answering(confidence, 0.0) == 0.9


@given(st.lists(probabilities, min_size=1), st.floats(0.01, 1))
def test_the_threshold_answers_the_share_and_the_next_one_does_not(confidence, share):
    threshold = threshold_answering(confidence, share)
    assert share_at_least(confidence, threshold) >= share - 1e-9
    assert share_at_least(confidence, np.nextafter(threshold, 2)) < share


def test_percentiles():
    assert percentile([1.0, 2.0, 3.0, 4.0], 50) == 2.5
    assert percentile([1.0, 2.0], 95) == pytest.approx(1.95)


@pytest.mark.parametrize(
    "value",
    [
        hit_rate([], 1),
        mean_reciprocal_rank([]),
        auroc([], [0.5]),
        auroc([0.5], []),
        area_under_risk_coverage([], []),
        calibration_error([], []),
        threshold_answering([], 0.93),
        share_at_least([], 0.5),
        percentile([], 50),
    ],
)
def test_nothing_to_measure_is_not_a_number(value):
    assert math.isnan(value)
