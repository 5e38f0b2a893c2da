from contextlib import closing

import numpy as np
import pytest

from retrieval.answering.confidence.calibration import Calibration
from retrieval.answering.confidence.judge import Judge, evidence_for
from retrieval.answering.confidence.shipped import shipped
from retrieval.answering.searcher import open_searcher
from retrieval.domain import Confidence, Level
from retrieval.indexing.build import build_index
from retrieval.ranking.query import Query
from retrieval.ranking.rank import find
from retrieval.store.files.corpus import Corpus
from retrieval.store.files.current import open_current
from retrieval.testing import HashEncoder

ROME = (
    "Rome\n\n"
    "The Colosseum was completed in 80 AD. It held fifty thousand people. Entry was free.\n\n"
    "Fires were common. The great fire burned for six days.\n"
)


@pytest.fixture
def built(seeds, write, index):
    write({"rome.txt": ROME, "whales.txt": "Whales\n\nBlue whales eat krill. They sing.\n"})
    build_index(seeds, index, HashEncoder())
    return index


@pytest.fixture
def corpus(built):
    with closing(open_current(built, lambda build: Corpus(build, HashEncoder()))) as opened:
        yield opened


def test_evidence_is_about_the_first_candidate(corpus):
    question = "How long did the great fire burn?"
    found = find(Query(question=question), corpus)
    evidence = evidence_for(question, found, corpus)
    dense = float(found.evidence.dense[0])
    assert corpus.sentence_text(int(found.rows[0])) == "The great fire burned for six days."
    assert evidence.dense == pytest.approx(dense)
    assert evidence.lead == pytest.approx(
        float(found.evidence.sentence[0] - found.evidence.sentence[1])
    )
    assert evidence.covered == pytest.approx(1.0)


def test_what_stands_around_it_counts_as_covered(corpus):
    question = "Rome: entry to the Colosseum, held people?"
    assert evidence_for(
        question, find(Query(question=question), corpus), corpus
    ).covered == pytest.approx(1.0)


def test_nothing_found_is_no_confidence(corpus):
    judge = Judge.for_encoder("any")
    nothing = find(Query(question="Rome?"), corpus, within=np.zeros(0, np.int64))
    assert judge.confidence("Rome?", nothing, corpus).probability == 0


def test_the_owners_calibration_corrects_probability_and_level(corpus):
    question = "What do blue whales eat?"
    found = find(Query(question=question), corpus)
    plain = Judge.for_encoder("any").confidence(question, found, corpus)
    doubted = Calibration(slope=1.0, intercept=-20.0)
    corrected = Judge.for_encoder("any", calibration=doubted).confidence(question, found, corpus)
    assert plain.level is not Level.LOW
    assert corrected.level is Level.LOW
    assert corrected.probability == pytest.approx(doubted.apply(plain.probability))


@pytest.mark.parametrize(("threshold", "accepted"), [(None, True), (0.5, True), (0.51, False)])
def test_the_threshold_is_the_shipped_one_or_the_owners(threshold, accepted):
    judge = Judge.for_encoder("any", threshold=threshold)
    assert shipped("any").threshold < 0.5
    assert judge.accepts(Confidence(probability=0.5, level=Level.MEDIUM)) is accepted


def test_a_searcher_answers_by_its_threshold(built):
    with open_searcher(built, HashEncoder(), threshold=0.0) as always:
        assert always.ask("How do I bake bread?").answered
    with open_searcher(built, HashEncoder(), threshold=1.0) as never:
        answer = never.ask("What do blue whales eat?")
    assert not answer.answered
    assert answer.passages[0].citation.path == "whales.txt"


def test_another_topic_is_not_answered(built):
    with open_searcher(built, HashEncoder()) as searcher:
        assert searcher.ask("What do blue whales eat?").answered
        assert not searcher.ask("How do I bake sourdough bread?").answered
