import numpy as np
import pytest

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.fit import ANY_ENCODER, OWN_ENCODER, Fields, Sample, fit
from retrieval.answering.confidence.model import estimate

FIELDS = Fields(topic=("late",), holds=("negated",))


def sample(*, right, answerable=True, on_topic=True, **evidence):
    nothing = dict.fromkeys(Evidence.__dataclass_fields__, 0.0)
    return Sample(
        evidence=Evidence(**{**nothing, **evidence}),
        right=right,
        answerable=answerable,
        on_topic=on_topic,
    )


@pytest.fixture
def samples():
    """On topic: right 4 times in 5, or 1 time in 5 where the question alone negates."""
    random = np.random.default_rng(7)
    made = []
    for _ in range(1500):
        negated = float(random.random() < 0.5)
        answerable = bool(random.random() < (0.2 if negated else 0.8))
        late = float(random.normal(0.7, 0.05))
        made.append(sample(right=answerable, answerable=answerable, late=late, negated=negated))
        off = float(random.normal(0.4, 0.05))
        made.append(sample(right=False, answerable=False, on_topic=False, late=off))
    return made


@pytest.mark.parametrize(("negated", "share"), [(0.0, 0.8), (1.0, 0.2)])
def test_probabilities_are_the_shares_that_were_right(samples, negated, share):
    parameters = fit(samples, FIELDS, fitted_on="made", fingerprint=None)
    probe = sample(right=True, late=0.7, negated=negated).evidence
    assert estimate(probe, parameters).probability == pytest.approx(share, abs=0.06)


def test_another_topic_is_told_whatever_the_words_say(samples):
    parameters = fit(samples, FIELDS, fitted_on="made", fingerprint=None)
    probe = sample(right=False, late=0.4).evidence
    assert estimate(probe, parameters).probability < 0.02


def test_the_threshold_lets_94_of_100_answerable_questions_through(samples):
    parameters = fit(samples, FIELDS, fitted_on="made", fingerprint=None)
    passed = [
        estimate(one.evidence, parameters).probability >= parameters.threshold
        for one in samples
        if one.answerable
    ]
    assert np.mean(passed) == pytest.approx(0.94, abs=0.03)


def test_what_it_was_fitted_on_is_kept(samples):
    parameters = fit(samples, FIELDS, fitted_on="made", fingerprint="f")
    assert (parameters.fitted_on, parameters.fingerprint) == ("made", "f")


@pytest.mark.parametrize("fields", [OWN_ENCODER, ANY_ENCODER])
def test_the_fields_exist(fields):
    assert {*fields.topic, *fields.holds} <= set(Evidence.__dataclass_fields__)
