import math

import numpy as np
import pytest

from retrieval.answering.confidence.evidence import Match, gather

MATCH = Match(
    late=0.7,
    runner_up=0.6,
    dense=0.5,
    cosines=np.array([1.0, 0.5], np.float32),
    weights=np.array([1.0, 2.0], np.float32),
)
SENTENCE = "The Normans reached Sicily in 1061 and conquered the northern coast."


def evidence(question, sentence=SENTENCE, around=(), rarity=lambda stem: 0.5):
    return gather(question, sentence, around, MATCH, rarity)


def test_what_the_vectors_say_is_passed_on():
    found = evidence("When did the Normans reach Sicily?")
    assert (found.late, found.dense) == (0.7, 0.5)
    assert found.lead == pytest.approx(0.1)


def test_the_soft_maximum_of_unmet_tokens():
    # Lost: (1 - 1) * 1/2 = 0 and (1 - 0.5) * 2/2 = 0.5.
    expected = math.log((1 + math.exp(6 * 0.5)) / 2) / 6
    assert evidence("When?").unmet == pytest.approx(expected)


def test_a_sentence_that_holds_everything_has_no_mark_against_it():
    found = evidence("When did the Normans reach Sicily?")
    marks = (found.negative, found.negated, found.opposite, found.number, found.name, found.unfit)
    assert marks == (0, 0, 0, 0, 0, 0)
    assert (found.rare, found.covered) == (0, 1)


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("Who did not reach Sicily?", "negated"),
        ("Which southern coast did the Normans conquer?", "opposite"),
        ("Who reached Sicily in 1066?", "number"),
        ("Who conquered Sicily and Malta?", "name"),
        ("How many Normans were northern?", "unfit"),
    ],
)
def test_what_speaks_against(question, mark):
    sentence = SENTENCE if mark != "unfit" else "The Normans were from a northern coast."
    assert getattr(evidence(question, sentence), mark) == 1


def test_a_negation_on_both_sides_is_no_contradiction():
    found = evidence("Who did not reach Sicily?", "The Normans did not reach Sicily.")
    assert (found.negative, found.negated) == (1, 0)


def test_a_name_may_stand_nearby():
    assert evidence("Who conquered Sicily in Italy?", around=["Italy"]).name == 0


def test_rarity_weighs_what_is_missing():
    rarities = {"sicili": 0.25, "volcano": 0.75}
    found = evidence("Sicily volcano", rarity=lambda stem: rarities.get(stem, 1.0))
    assert found.rare == 0.75
    assert found.covered == pytest.approx(0.25)


@pytest.mark.parametrize(("question", "sentence"), [("", ""), ("?!", "…"), ("who", SENTENCE)])
def test_texts_without_words_are_judged_too(question, sentence):
    found = evidence(question, sentence)
    assert (found.rare, found.covered) == (0, 1)


def test_no_tokens_at_all():
    nothing = np.zeros(0, np.float32)
    match = Match(late=0.0, runner_up=0.0, dense=0.0, cosines=nothing, weights=nothing)
    assert gather("Why?", "So.", (), match, lambda stem: 1.0).unmet == 0
