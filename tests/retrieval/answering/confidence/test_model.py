import math
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.model import (
    Logistic,
    Parameters,
    estimate,
    logistic,
    product,
    shifted,
)
from retrieval.answering.confidence.shipped import parse, shipped
from retrieval.domain import Level, State

NEUTRAL = Evidence(**dict.fromkeys(Evidence.__dataclass_fields__, 0.0))
PARAMETERS = Parameters(
    fitted_on="nothing",
    fingerprint=None,
    topic=Logistic(weights={"late": 2.0}, bias=0.0),
    holds=Logistic(weights={"negated": -1.0}, bias=0.0),
    floor=0.2,
    enough=1.0,
    slope=1.0,
    offset=0.0,
    prior=0.5,
    found=0.8,
    perhaps=0.1,
    answer=0.3,
    high=0.6,
)

evidences = st.builds(
    Evidence,
    **dict.fromkeys(Evidence.__dataclass_fields__, st.floats(-1e3, 1e3, allow_nan=False)),
)


def test_the_product_by_hand():
    # topic = logistic(0) = 1/2; holds = logistic(0) = 1/2; 1/2 * (0.2 + 0.8 * 1/2) = 0.3.
    assert product(NEUTRAL, PARAMETERS) == pytest.approx(0.3)
    assert estimate(NEUTRAL, PARAMETERS) == pytest.approx(0.3)


def test_evidence_moves_its_half_only():
    topic = logistic(2 * 0.5)
    holds = logistic(-1)
    found = product(replace(NEUTRAL, late=0.5, negated=1.0), PARAMETERS)
    assert found == pytest.approx(topic * (0.2 + 0.8 * holds))


def test_of_what_is_on_the_topic_surely_enough_more_counts_no_more():
    # holds = 1/2, so that 0.2 + 0.8 * 1/2 = 0.6 is the most; topic = 1/2 is half of what is enough.
    enough = replace(PARAMETERS, enough=0.75)
    assert product(NEUTRAL, replace(PARAMETERS, enough=1.0)) == pytest.approx(0.3)
    assert product(NEUTRAL, enough) == pytest.approx(0.4)
    sure, surer = (replace(NEUTRAL, late=late) for late in (1.0, 5.0))
    assert product(sure, enough) == product(surer, enough) == pytest.approx(0.6)


def test_platt_scaling_by_hand():
    scaled = replace(PARAMETERS, slope=2.0, offset=1.0)
    expected = 1 / (1 + math.exp(-(2 * math.log(0.3 / 0.7) + 1)))
    assert estimate(NEUTRAL, scaled) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("offset", "level"), [(2.0, Level.HIGH), (0.5, Level.MEDIUM), (-1.0, Level.LOW)]
)
def test_levels(offset, level):
    # logit(0.3) is about -0.85, so the probabilities are about 0.76, 0.41 and 0.14.
    probability = estimate(NEUTRAL, replace(PARAMETERS, offset=offset))
    assert PARAMETERS.level(probability) is level


@pytest.mark.parametrize(
    ("probability", "least", "state"),
    [
        (0.09, None, State.NONE),
        (0.1, None, State.PERHAPS),
        (0.29, None, State.PERHAPS),
        (0.3, None, State.ANSWER),
        (0.05, 0.0, State.PERHAPS),
        (0.4, 0.5, State.NONE),
        (0.5, 0.5, State.ANSWER),
    ],
)
def test_states(probability, least, state):
    assert PARAMETERS.state(probability, least=least) is state


def test_another_share_of_answerable_questions_by_hand():
    # Odds 0.25 : 0.75 at a share of one half; with 3 of 4 answerable they are three times as high.
    moved = shifted(0.25, fitted=0.5, expected=0.75, found=1)
    assert moved == pytest.approx(0.5)
    # Where the first sentence answers 8 of 10 that have an answer, 1 in 6 of the rest moves along:
    # 1.5 times 0.25 against 0.75 times (1/6 of 1.5 and 5/6 of 0.5).
    moved = shifted(0.25, fitted=0.5, expected=0.75, found=0.8)
    assert moved == pytest.approx(0.375 / (0.375 + 0.5))


@given(*[st.floats(0.01, 0.99)] * 4)
def test_moving_to_another_share_and_back_changes_nothing(probability, one, other, found):
    moved = shifted(probability, fitted=one, expected=other, found=found)
    assert shifted(moved, fitted=other, expected=one, found=found) == pytest.approx(
        probability, abs=1e-4
    )
    assert (moved >= probability) == (other >= one) or moved == pytest.approx(probability)


@given(evidences, st.sampled_from(["known", "unknown"]))
def test_any_evidence_gives_a_probability(evidence, fingerprint):
    probability = estimate(evidence, shipped(fingerprint))
    assert 0 <= probability <= 1


@given(st.floats(allow_nan=False))
def test_the_logistic_function_never_overflows(value):
    assert 0 <= logistic(value) <= 1


@pytest.mark.parametrize(
    "change", [{"perhaps": 0.0}, {"answer": 0.7}, {"slope": -1.0}, {"prior": 1.0}]
)
def test_parameters_out_of_order(change):
    with pytest.raises(ValueError, match="out of order"):
        replace(PARAMETERS, **change)


def test_parameters_survive_being_written():
    assert parse(asdict(PARAMETERS)) == PARAMETERS


def test_unknown_evidence_is_refused():
    data = asdict(PARAMETERS)
    data["topic"]["weights"]["mood"] = 1.0
    with pytest.raises(ValueError, match="mood"):
        parse(data)


def test_another_model_gets_parameters_that_look_at_no_cosine():
    other = shipped("another model's fingerprint")
    used = {*other.topic.weights, *other.holds.weights}
    assert other.fingerprint is None
    assert used.isdisjoint({"late", "dense", "lead", "unmet", "score", "context", "reader"})


def test_shipped_parameters_say_what_they_were_fitted_on(encoder):
    own, other = shipped(encoder.fingerprint), shipped("another")
    assert own.fingerprint == encoder.fingerprint
    assert "SQuAD" in own.fitted_on
    assert "SQuAD" in other.fitted_on


@pytest.mark.parametrize("mark", ["negated", "opposite", "number", "unfit"])
def test_what_speaks_against_lowers_the_shipped_confidence(encoder, mark):
    good = replace(NEUTRAL, late=0.8, dense=0.8, covered=1.0, score=0.7, context=0.8, lexical=0.6)
    for parameters in (shipped(encoder.fingerprint), shipped("another")):
        bad = estimate(replace(good, **{mark: 1.0}), parameters)
        assert bad < estimate(good, parameters)
