import numpy as np
import pytest

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.fit import ANY_ENCODER, OWN_ENCODER, Fields, Sample, fit
from retrieval.answering.confidence.model import estimate

FIELDS = Fields(topic=("late",), holds=("negated",))


def sample(*, right, answerable=True, on_topic=True, corpus="", **evidence):
    nothing = dict.fromkeys(Evidence.__dataclass_fields__, 0.0)
    return Sample(
        evidence=Evidence(**{**nothing, **evidence}),
        right=right,
        answerable=answerable,
        on_topic=on_topic,
        corpus=corpus,
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
    parameters = fit(samples, FIELDS, fitted_on="made", fingerprint=None, prior=0.5)
    probe = sample(right=True, late=0.7, negated=negated).evidence
    assert estimate(probe, parameters) == pytest.approx(share, abs=0.06)


def test_another_topic_is_told_whatever_the_words_say(samples):
    parameters = fit(samples, FIELDS, fitted_on="made", fingerprint=None)
    probe = sample(right=False, late=0.4).evidence
    assert estimate(probe, parameters) < 0.02


@pytest.fixture
def graded():
    """The likelier a sentence is by its evidence, the oftener it is right."""
    random = np.random.default_rng(5)
    made = []
    for _ in range(4000):
        dense = float(random.random())
        right = bool(random.random() < dense)
        made.append(sample(right=right, late=1.0, dense=dense))
        made.append(sample(right=False, answerable=False, on_topic=False, late=0.0, dense=dense))
    return made


GRADED = Fields(topic=("late",), holds=("dense",))


def test_thresholds_let_most_of_what_is_right_through(graded):
    parameters = fit(graded, GRADED, fitted_on="made", fingerprint=None)
    found = np.array([estimate(one.evidence, parameters) for one in graded if one.right])
    assert np.mean(found >= parameters.perhaps) == pytest.approx(0.987, abs=0.005)
    assert np.mean(found >= parameters.answer) == pytest.approx(0.93, abs=0.005)


def test_what_has_high_confidence_is_right_93_times_in_100(graded):
    parameters = fit(graded, GRADED, fitted_on="made", fingerprint=None)
    high = [
        one
        for one in graded
        if one.answerable and estimate(one.evidence, parameters) >= parameters.high
    ]
    assert len(high) > 100
    assert np.mean([one.right for one in high]) == pytest.approx(0.93, abs=0.005)


def test_where_that_cannot_be_had_the_most_likely_tenth_has_it():
    random = np.random.default_rng(5)
    made = []
    for _ in range(2000):
        right, dense = bool(random.random() < 0.5), float(random.random())
        made.append(sample(right=right, late=1.0, dense=dense))
        made.append(sample(right=False, answerable=False, on_topic=False, late=0.0, dense=dense))
    # Nothing tells what is right, but for chance.
    parameters = fit(made, GRADED, fitted_on="made", fingerprint=None)
    found = np.array([estimate(one.evidence, parameters) for one in made if one.right])
    assert np.mean(found >= parameters.high) == pytest.approx(0.1, abs=0.06)


def test_a_large_corpus_counts_no_more_than_a_small_one():
    """In the large one 9 of 10 are right and in the small one 1 of 10: together a half."""
    random = np.random.default_rng(3)
    made = []
    for place in range(2000):
        right = place % 10 > 0
        late = float(random.normal(1 + right / 100, 0.1))
        made.append(sample(right=right, late=late, corpus="large"))
        if place < 100:
            made.append(sample(right=not right, late=late, corpus="small"))
            made.append(sample(right=False, answerable=False, on_topic=False, corpus="large"))
    parameters = fit(made, FIELDS, fitted_on="made", fingerprint=None)
    found = {
        corpus: np.mean(
            [estimate(s.evidence, parameters) for s in made if s.corpus == corpus and s.on_topic]
        )
        for corpus in ("large", "small")
    }
    assert found == pytest.approx({"large": 0.5, "small": 0.5}, abs=0.05)


def test_what_a_probability_means_is_learned_where_some_questions_have_no_answer():
    """In the other corpus right sentences are counted as wrong, as where several are good."""
    made = []
    for place in range(2000):
        late = 1 + (place // 10 % 2) / 100
        made.append(sample(right=place % 10 > 0, late=late, corpus="told"))
        made.append(sample(right=place % 10 > 4, late=late, corpus="lenient"))
        made.append(sample(right=False, answerable=False, on_topic=False, corpus="told"))
    made += [
        sample(right=False, answerable=False, late=1 + place % 2 / 100, corpus="told")
        for place in range(500)
    ]
    parameters = fit(made, FIELDS, fitted_on="made", fingerprint=None, prior=0.8)
    assert parameters.found == pytest.approx(0.9)
    # 8 of 10 have an answer, and 9 of 10 of those are found.
    assert estimate(made[0].evidence, parameters) == pytest.approx(0.72, abs=0.02)


def test_what_it_was_fitted_on_is_kept(samples):
    parameters = fit(samples, FIELDS, fitted_on="made", fingerprint="f")
    assert (parameters.fitted_on, parameters.fingerprint) == ("made", "f")


@pytest.mark.parametrize("fields", [OWN_ENCODER, ANY_ENCODER])
def test_the_fields_exist(fields):
    assert {*fields.topic, *fields.holds} <= set(Evidence.__dataclass_fields__)
