import json
from dataclasses import replace

import numpy as np
import pytest

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.fit import Fields, Sample
from retrieval.domain import Level, State
from retrieval.testing import HashEncoder
from retrieval.training.asking import Asked, ask_corpus, questions_of, read_asked, write_asked
from retrieval.training.corpora import CORPORA, Asking, DevelopmentCorpus, Kind
from retrieval.training.held_out import Judged, held_out, rows

TEXTS = {
    "rome.txt": "Rome\n\nThe Colosseum held fifty thousand people. Entry was free.\n",
    "whales.txt": "Whales\n\nBlue whales eat krill. They sing in winter.\n",
}
FIELDS = Fields(topic=("covered",), holds=("negated",))
NOTHING = dict.fromkeys(Evidence.__dataclass_fields__, 0.0)


def question(name, text, path=None, answer=None):
    start = TEXTS[path].index(answer) if path else 0
    answers = [{"document": path, "start": start, "end": start + len(answer)}] if path else []
    return {"id": name, "question": text, "history": [], "answers": answers}


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "facts"
    (folder / "corpus").mkdir(parents=True)
    for path, text in TEXTS.items():
        (folder / "corpus" / path).write_text(text, encoding="utf-8")
    lines = [
        question("1", "What do blue whales eat?", "whales.txt", "krill"),
        question("2", "How many people did the Colosseum hold?", "rome.txt", "fifty"),
        question("3", "When do blue whales sleep?"),
    ]
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    (folder / "questions.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def asked_of(root, **changed):
    corpus = DevelopmentCorpus(
        name="facts",
        folder="facts",
        askings=(Asking(name="clean", file="facts/questions.jsonl"),),
    )
    return list(ask_corpus(replace(corpus, **changed), root, HashEncoder()))


def test_samples_say_what_was_asked_and_whether_it_was_found(root):
    asked = asked_of(root)
    assert [one.id for one in asked] == ["1", "2", "3"]
    assert [one.sample.right for one in asked] == [True, True, False]
    assert [one.sample.answerable for one in asked] == [True, True, False]
    assert all(one.sample.on_topic and one.corpus == "facts" for one in asked)
    # The documents in the order of their paths.
    assert [one.document for one in asked] == [1, 0, 1]


def test_questions_about_something_else_have_no_answer_here(root):
    others = [
        Asking(name=kind, file="facts/questions.jsonl", kind=kind, about="whales")
        for kind in (Kind.OTHER, Kind.WRAPPED)
    ]
    asked = asked_of(root, askings=tuple(others), documents="rome")
    assert [(one.id, one.kind) for one in asked] == [("1", Kind.OTHER), ("1", Kind.WRAPPED)]
    assert not any(one.sample.on_topic or one.sample.answerable for one in asked)
    # The only document left is the one on Rome.
    assert [one.document for one in asked] == [0, 0]
    plain, wrapped = (questions_of(one, root)[0] for one in others)
    assert plain.question == "What do blue whales eat?"
    assert wrapped.question == "hi, quick question: What do blue whales eat? thanks!"


def test_what_was_asked_survives_being_written(root, tmp_path):
    asked = asked_of(root)
    write_asked(tmp_path / "asked.jsonl", asked)
    assert read_asked(tmp_path / "asked.jsonl") == asked


def test_nothing_without_a_licence_is_fitted_to_what_ships():
    for corpus in CORPORA:
        used = {corpus.folder, *(asking.file.split("/")[0] for asking in corpus.askings)}
        assert not (corpus.ships and "zoomfaq-a" in used)


def made(corpus, *, right, on_topic=True, ships=True, **evidence):
    return Asked(
        id="q",
        asking="clean" if on_topic else "other",
        kind=Kind.OWN if on_topic else Kind.OTHER,
        document=0,
        ships=ships,
        corpus=corpus,
        sample=Sample(
            evidence=Evidence(**{**NOTHING, **evidence}),
            right=right,
            answerable=right,
            on_topic=on_topic,
            corpus=corpus,
        ),
    )


def told(corpus, *, backwards=False, ships=True):
    """In a corpus, negation tells what has no answer, or, backwards, what has one."""
    random = np.random.default_rng(3)
    found = []
    for place in range(200):
        right = place % 2 == 0
        negated = float(right == backwards)
        covered = float(random.normal(3, 0.1))
        found.append(made(corpus, right=right, ships=ships, negated=negated, covered=covered))
        found.append(made(corpus, right=False, on_topic=False, ships=ships))
    return found


def test_each_corpus_is_judged_by_the_others():
    judged = held_out([*told("one"), *told("two"), *told("three", backwards=True)], FIELDS)
    figures = {row.name: row for row in rows(judged)}
    assert list(figures) == [
        f"{corpus}, {asking}" for corpus in ("one", "two", "three") for asking in ("clean", "other")
    ]
    # The third was judged by what the first two say, and they say the opposite.
    assert figures["three, clean"].adversarial < 0.1
    assert figures["three, other"].shown == 0


def test_what_does_not_ship_teaches_nothing():
    backwards = [one for name in ("x", "y", "z") for one in told(name, backwards=True, ships=False)]
    judged = held_out([*told("one"), *told("two"), *backwards], FIELDS)
    figures = {row.name: row for row in rows(judged)}
    assert figures["one, clean"].adversarial == pytest.approx(1.0)


def test_a_row_by_hand():
    levels = [
        (True, Level.HIGH, State.ANSWER),
        (True, Level.MEDIUM, State.ANSWER),
        (True, Level.LOW, State.PERHAPS),
        (True, Level.LOW, State.NONE),
    ]
    judged = [
        Judged(asked=made("one", right=right), probability=0.5, level=level, state=state)
        for right, level, state in levels
    ]
    wrong = made("one", right=False)
    wrong = replace(wrong, sample=replace(wrong.sample, answerable=True))
    judged.append(Judged(asked=wrong, probability=0.5, level=Level.HIGH, state=State.ANSWER))
    (row,) = rows(judged)
    assert (row.number, row.right) == (5, pytest.approx(4 / 5))
    assert row.withheld == pytest.approx(1 / 4)
    assert (row.shown, row.answered) == (pytest.approx(4 / 5), pytest.approx(3 / 5))
    assert row.confident == pytest.approx(2 / 4)
    assert (row.high, row.high_right) == (pytest.approx(2 / 5), pytest.approx(1 / 2))
    # Each was given one chance in two, and four of five are right.
    assert row.error == pytest.approx(0.3)
    assert row.adversarial != row.adversarial
    assert row.cells()[-1] == "–"
