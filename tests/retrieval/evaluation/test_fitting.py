"""Fitting two numbers."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from late import Late

from retrieval.answering.confidence.calibration import logit
from retrieval.evaluation.fitting import ScoredQuestion, cross_validated, fit
from retrieval.evaluation.metrics import calibration_error

linear_model = Late("sklearn.linear_model")

samples = st.lists(
    st.builds(ScoredQuestion, probability=st.floats(0, 1), right=st.booleans()),
    min_size=1,
    max_size=60,
)


def drawn(count, *, slope, intercept, seed=7):
    """Questions whose true odds are a known change of the shipped ones."""
    rng = random.Random(seed)
    found = []
    for _ in range(count):
        probability = rng.uniform(0.02, 0.98)
        odds = slope * logit(probability) + intercept
        found.append(
            ScoredQuestion(probability=probability, right=rng.random() < 1 / (1 + math.exp(-odds)))
        )
    return found


def test_a_known_change_is_found_again():
    found = fit(drawn(20_000, slope=0.6, intercept=-1.2))
    assert found.slope == pytest.approx(0.6, abs=0.05)
    assert found.intercept == pytest.approx(-1.2, abs=0.05)


def test_many_questions_agree_with_plain_logistic_regression():
    few = drawn(3_000, slope=1.4, intercept=0.5)
    oracle = linear_model.LogisticRegression(C=1e9).fit(
        [[logit(one.probability)] for one in few], [one.right for one in few]
    )
    found = fit(few)
    assert found.slope == pytest.approx(oracle.coef_[0][0], abs=0.01)
    assert found.intercept == pytest.approx(oracle.intercept_[0], abs=0.01)


def test_one_question_hardly_moves_it():
    found = fit([ScoredQuestion(probability=0.5, right=True)])
    assert found.slope == pytest.approx(1.0)
    # The slope of x²/2 + log(1 + e⁻ˣ) is zero where x = 1 / (1 + eˣ).
    assert found.intercept == pytest.approx(0.4011, abs=1e-3)


@settings(deadline=None)
@given(samples)
def test_any_questions_give_a_rising_finite_curve(some):
    found = fit(some)
    assert found.slope >= 0.1
    assert math.isfinite(found.slope + found.intercept)


def test_a_confidence_that_is_the_wrong_way_round_is_not_turned():
    upside_down = [
        ScoredQuestion(probability=probability, right=probability < 0.5)
        for probability in (0.1, 0.2, 0.3, 0.7, 0.8, 0.9) * 20
    ]
    found = fit(upside_down)
    assert found.slope == pytest.approx(0.1)
    assert found.intercept == pytest.approx(0.0, abs=1e-3)


def test_figures_after_calibrating_come_from_questions_left_out():
    some = drawn(400, slope=0.5, intercept=-1.5)
    right = [one.right for one in some]
    before = calibration_error([one.probability for one in some], right)
    after = calibration_error(cross_validated(some), right)
    assert after < before / 2
    # Number 3 is left out of its own fit: what happened to it does not move its probability.
    other = [
        *some[:3],
        ScoredQuestion(probability=some[3].probability, right=not right[3]),
        *some[4:],
    ]
    assert cross_validated(other)[3] == cross_validated(some)[3]
    assert cross_validated(other)[4] != cross_validated(some)[4]
