from contextlib import closing

import pytest

from retrieval.answering.confidence.calibration import Calibration
from retrieval.answering.confidence.judge import Judge, evidence_for, reading_for
from retrieval.answering.confidence.model import shifted
from retrieval.answering.confidence.shipped import shipped
from retrieval.answering.confidence.told import Told
from retrieval.answering.searcher import open_index
from retrieval.answering.view import IndexView
from retrieval.domain import Confidence, Level, Scope, State
from retrieval.indexing.build import build_index
from retrieval.ranking.query import Query, encode
from retrieval.ranking.rank import rank
from retrieval.store import open_store
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
def view(built):
    with closing(open_store(built).open()) as reader:
        yield IndexView(reader)


def find(question, view):
    (encoded,) = encode([Query(question=question)], HashEncoder())
    return rank(encoded, view.reader, view.sentence_text, view.block, scope=view.scope)


def test_evidence_is_about_the_first_candidate(view):
    question = "How long did the great fire burn?"
    found = find(question, view)
    evidence = evidence_for(question, found, view)
    dense = float(found.evidence.dense[0])
    assert view.sentence_text(int(found.rows[0])) == "The great fire burned for six days."
    assert evidence.dense == pytest.approx(dense)
    assert evidence.lead == pytest.approx(
        float(found.evidence.sentence[0] - found.evidence.sentence[1])
    )
    assert evidence.covered == pytest.approx(1.0)


def test_what_stands_a_few_pages_away_is_not_astray(write, seeds, index):
    far, held = "They fly kites. " * 400, "The bridge holds forty people."
    write({"near.txt": f"Lifts\n\n{held}\n\nA funicular goes up.\n"})
    write({"far.txt": f"Ferries\n\n{held}\n\n{far}\n\nA funicular goes up.\n"})
    build_index(seeds, index, HashEncoder())
    question = "How many people does the bridge of the funicular hold?"
    with closing(open_store(index).open()) as reader:
        both = IndexView(reader)
        near, away = (
            evidence_for(question, find(question, view), view)
            for view in (both.only("near.txt"), both.only("far.txt"))
        )
    assert near.covered == away.covered < 1
    assert near.astray == 0 < away.astray


def test_a_name_is_looked_for_in_the_whole_document_and_pairs_of_words_nearby(write, seeds, index):
    far, held = "They fly kites. " * 400, "Its long wooden footbridge holds forty people."
    write({"with.txt": f"Lifts\n\n{held}\n\n{far}\n\nThe Brenta runs by a mill pond.\n"})
    write({"without.txt": f"Ferries\n\n{held}\n\nIt runs by a mill pond.\n"})
    build_index(seeds, index, HashEncoder())
    question = (
        "How many people does the long wooden footbridge at the mill pond on the Brenta hold?"
    )
    with closing(open_store(index).open()) as reader:
        both = IndexView(reader)
        with_it, without = (
            evidence_for(question, find(question, view), view)
            for view in (both.only("with.txt"), both.only("without.txt"))
        )
    assert with_it.stranger == 0 < without.stranger
    # The wooden footbridge; the mill pond lies too far away in one of them.
    assert (with_it.together, without.together) == (1, 2)


def test_what_stands_around_it_counts_as_covered(view):
    question = "Rome: entry to the Colosseum, held people?"
    assert evidence_for(question, find(question, view), view).covered == pytest.approx(1.0)


def test_nothing_found_is_no_confidence(view):
    judge = Judge.for_encoder("any")
    nowhere = IndexView(view.reader, Scope(documents=frozenset()))
    nothing = find("Rome?", nowhere)
    assert judge.confidence(Query(question="Rome?"), nothing, nowhere).probability == 0


def test_the_owners_calibration_corrects_probability_and_level(view):
    question = "What do blue whales eat?"
    found = find(question, view)
    plain = Judge.for_encoder("any").confidence(Query(question=question), found, view)
    doubted = Calibration(slope=1.0, intercept=-20.0)
    corrected = Judge.for_encoder("any", calibration=doubted).confidence(
        Query(question=question), found, view
    )
    assert plain.level is not Level.LOW
    assert corrected.level is Level.LOW
    assert corrected.probability == pytest.approx(doubted.apply(plain.probability))


@pytest.mark.parametrize(("threshold", "accepted"), [(None, True), (0.9, True), (0.91, False)])
def test_the_threshold_is_the_shipped_one_or_the_owners(threshold, accepted):
    judge = Judge.for_encoder("any", threshold=threshold)
    assert shipped("any").answer < 0.9
    state = judge.state(Confidence(probability=0.9, level=Level.MEDIUM))
    assert state is (State.ANSWER if accepted else State.NONE)


def test_what_is_perhaps_an_answer_is_never_of_high_confidence():
    judge = Judge.for_encoder("any")
    for step in range(1, 100):
        probability = step / 100
        level = judge.parameters.level(probability)
        state = judge.state(Confidence(probability=probability, level=level))
        assert (state is State.ANSWER) == (level is not Level.LOW)


def test_the_prior_that_the_owner_says_moves_the_log_odds(view):
    question = "What do blue whales eat?"
    found = find(question, view)
    plain = Judge.for_encoder("any").confidence(Query(question=question), found, view).probability
    known = shipped("any")
    careful = Judge.for_encoder("any", prior=0.5).confidence(Query(question=question), found, view)
    assert known.prior > 0.5
    moved = shifted(plain, fitted=known.prior, expected=0.5, found=known.found)
    assert careful.probability == pytest.approx(moved)
    assert moved < plain
    calibrated = Calibration(slope=1.0, intercept=0.0, prior=0.5)
    same = Judge.for_encoder("any", prior=0.5, calibration=calibrated)
    assert same.confidence(Query(question=question), found, view).probability == pytest.approx(
        plain
    )


def test_the_reader_is_asked_about_the_first_candidate(view):
    question = "How long did the great fire burn?"
    found = find(question, view)
    reading = reading_for(question, found, view)
    assert reading.question.shape == found.tokens.shape
    assert reading.numbers[0] == pytest.approx(float(found.scores[0]))
    assert reading.numbers[5] == pytest.approx(float(found.scores[0] - found.scores[1]))
    second = reading_for(question, found, view, 1)
    assert second.numbers[5] == pytest.approx(float(found.scores[1] - found.scores[0]))
    evidence = evidence_for(
        question, found, view, lambda given: Told(exam=float(given.numbers[0]), typed=2.0)
    )
    assert evidence.reader == pytest.approx(float(found.scores[0]))
    assert evidence.typed == 2


def test_a_searcher_answers_by_its_threshold(built):
    with open_index(built, HashEncoder(), threshold=0.0) as always:
        assert always.ask("How do I bake bread?").answered
    with open_index(built, HashEncoder(), threshold=1.0) as never:
        answer = never.ask("What do blue whales eat?")
    assert not answer.answered
    assert answer.passages[0].citation.path == "whales.txt"


def test_another_topic_is_not_answered(built):
    with open_index(built, HashEncoder()) as searcher:
        assert searcher.ask("What do blue whales eat?").answered
        assert not searcher.ask("How do I bake sourdough bread?").answered


@pytest.mark.parametrize(
    ("question", "topic", "answers"),
    [("and 81?", ("completed", "gate"), False), ("and 80?", ("completed", "gate"), True)],
)
def test_a_follow_up_by_number_is_of_the_sort_that_was_spoken_of(
    seeds, write, tmp_path, question, topic, answers
):
    write({"gates.txt": "Gates\n\nGate 80 was completed by hand.\n"})
    index = tmp_path / "gates"
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        (encoded,) = encode([Query(question=question, topic=topic)], HashEncoder())
        found = rank(encoded, reader, view.sentence_text, view.block, scope=view.scope)
        judged = Judge.for_encoder("any").confidence(encoded.query, found, view)
    assert (judged.probability > 0.05) is answers


def test_code_does_what_is_asked_without_naming_it(write, seeds, index, monkeypatch):
    monkeypatch.setattr("retrieval.answering.confidence.judge.estimate", lambda *_: 0.6)
    said = "start nightly queue with limit = 4"
    write({"code.md": f"# Queue\n\n```\n{said}\n```\n", "text.md": f"# Queue\n\n{said}\n"})
    build_index(seeds, index, HashEncoder())
    question = "how many workers does it start"
    judge = Judge(parameters=shipped(None))
    with closing(open_store(index).open()) as reader:
        views = [IndexView(reader).only(name) for name in ("code.md", "text.md")]
        code, text = (
            judge.confidence(Query(question=question), find(question, view), view).probability
            for view in views
        )
    assert code > 0.3 > text


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("which whales are seen in this museum", True),
        ("which whales are seen in this course", False),
        ("which whales are seen", True),
    ],
)
def test_documents_that_never_speak_of_a_course_are_not_asked_in_one(
    write, seeds, index, monkeypatch, question, answers
):
    monkeypatch.setattr("retrieval.answering.confidence.judge.estimate", lambda *_: 0.6)
    write({"sea.md": "# Our museum\n\nBlue whales are seen, and grey whales.\n"})
    build_index(seeds, index, HashEncoder())
    judge = Judge(parameters=shipped(None))
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        query = Query(question=question)
        assert (judge.confidence(query, find(question, view), view).probability > 0.05) is answers


@pytest.mark.parametrize(
    ("exam", "typed", "answers"), [(1.0, 1.5, True), (-1.0, 0.4, True), (-2.0, -3.0, False)]
)
def test_the_reader_is_believed_against_a_word_that_vectors_hardly_meet(
    write, seeds, index, monkeypatch, exam, typed, answers
):
    monkeypatch.setattr("retrieval.answering.confidence.judge.estimate", lambda *_: 0.6)
    write({"tank.md": "# Basin\n\nThe shed has 16 kayaks.\n"})
    build_index(seeds, index, HashEncoder())
    judge = Judge(parameters=shipped(None), reader=lambda _: Told(exam=exam, typed=typed))
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        query = Query(question="how many paddles does the shed have")
        assert (
            judge.confidence(query, find(query.question, view), view).probability > 0.05
        ) is answers
