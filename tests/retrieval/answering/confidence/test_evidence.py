import math
from dataclasses import replace

import numpy as np
import pytest

from retrieval.answering.confidence.evidence import Match, gather
from retrieval.answering.confidence.told import Told

MATCH = Match(
    late=0.7,
    runner_up=0.6,
    dense=0.5,
    cosines=np.array([1.0, 0.5], np.float32),
    weights=np.array([1.0, 2.0], np.float32),
    spans=np.array([[0, 3], [4, 11]], np.int32),
    score=0.8,
    margin=0.2,
    context=0.9,
    lexical=0.4,
)
SENTENCE = "The Normans reached Sicily in 1061 and conquered the northern coast."


def evidence(question, sentence=SENTENCE, around=(), rarity=lambda stem: 0.5):
    return gather(question, sentence, around, MATCH, rarity)


def test_what_the_vectors_say_is_passed_on():
    found = evidence("When did the Normans reach Sicily?")
    assert (found.late, found.dense) == (0.7, 0.5)
    assert found.lead == pytest.approx(0.1)
    assert (found.score, found.margin, found.context, found.lexical) == (0.8, 0.2, 0.9, 0.4)


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


def test_a_missing_word_counts_as_much_as_its_vector_misses_too():
    # "Who" has cosine 1; "invaded", which the sentence has in another word, 0.5 or 0.9.
    # Telling words: "invaded" (missing), "Sicily"; both of rarity 0.5.
    question = "Who invaded Sicily?"
    for cosine, lost in ((0.5, 0.5), (0.9, 0.1)):
        match = replace(MATCH, cosines=np.array([1.0, cosine], np.float32))
        found = gather(question, SENTENCE, (), match, lambda stem: 0.5)
        assert found.lacking == pytest.approx(0.5 * lost / 1.0)
        assert found.worst == pytest.approx(0.5 * lost)
        assert found.rare == 0.5


def test_a_word_without_a_token_is_missing_whole():
    # Malta lies behind the tokens that the encoder read.
    found = evidence("Who conquered Sicily and Malta?")
    assert found.worst == pytest.approx(0.5)
    assert found.foreign == pytest.approx(1.0)


def test_a_number_that_stands_nearby_is_not_absent():
    question = "Who reached Sicily in 1066?"
    assert (evidence(question).number, evidence(question).absent) == (1, 1)
    near = evidence(question, around=["In 1066 they sailed."])
    assert (near.number, near.absent) == (1, 0)


def test_what_the_reader_says_is_passed_on():
    told = Told(exam=1.5, typed=-0.5)
    found = gather("Who?", SENTENCE, (), MATCH, lambda stem: 0.5, told=told)
    assert (found.reader, found.typed) == (1.5, -0.5)


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
    match = Match(
        late=0.0,
        runner_up=0.0,
        dense=0.0,
        cosines=nothing,
        weights=nothing,
        spans=np.zeros((0, 2), np.int32),
    )
    assert gather("Why?", "So.", (), match, lambda stem: 1.0).unmet == 0


def test_what_is_told_further_around_is_not_astray():
    question = "Did the Normans plunder an abbey?"
    alone = gather(question, SENTENCE, (), MATCH, lambda stem: 0.5)
    # Of three words two are missing, and no token met them: 2 * 0.5 of 3 * 0.5 + 0.5.
    assert alone.astray == pytest.approx(0.5)
    nearby = gather(question, SENTENCE, ("An abbey was plundered.",), MATCH, lambda stem: 0.5)
    further = gather(
        question, SENTENCE, (), MATCH, lambda stem: 0.5, pages=["the abbeys were plundered."]
    )
    assert (nearby.astray, further.astray) == (0, 0)
    assert further.covered == alone.covered
