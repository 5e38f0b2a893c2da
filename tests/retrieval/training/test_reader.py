from contextlib import closing

import numpy as np
import pytest
from late import Late

from retrieval.answering.confidence.judge import reading_for
from retrieval.answering.confidence.reader import Reader
from retrieval.answering.confidence.reading import NUMBERS, Reading
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder
from retrieval.training.lessons import lessons, write_documents
from retrieval.training.pairs import Pairs
from retrieval.training.typed_lessons import TypedLesson, weighed

torch = Late("torch")
reader_model = Late("retrieval.training.reader_model")
train_reader = Late("retrieval.training.train_reader")

RIVERS = tuple(
    f"{one}{two}"
    for one in ("lim", "nor", "tas", "vel", "gub", "pir")
    for two in ("ard", "eck", "ion", "omb", "ulk", "ysh", "ent", "ova", "ium", "orn")
)
PAIRS = Pairs(
    questions=tuple(f"Who crossed the {river} in {1900 + n}?" for n, river in enumerate(RIVERS)),
    answers=tuple(range(len(RIVERS))),
    sentences=tuple(
        f"The {river} was crossed in {1900 + n} by a ferryman." for n, river in enumerate(RIVERS)
    ),
)


def made_up(random, *, question, sentence, width=16):
    tokens, said = (
        random.normal(size=(count, width)).astype(np.float32) for count in (question, sentence)
    )
    return Reading(
        question=tokens,
        marks=random.random((question, 5)).astype(np.float32),
        sentence=said,
        beyond=random.random(sentence).astype(np.float32),
        numbers=random.normal(size=NUMBERS).astype(np.float32),
    )


def test_numpy_says_what_pytorch_says_whatever_stands_beside():
    torch.manual_seed(1)
    model = reader_model.ReaderModel(width=16).eval()
    reader = Reader(fingerprint="any", weights=train_reader.weights_of(model))
    random = np.random.default_rng(1)
    lengths = [(5, 7), (1, 1), (9, 2), (3, 0), (2, 12)]
    readings = [made_up(random, question=one, sentence=two) for one, two in lengths]
    with torch.inference_mode():
        together = model(reader_model.stack(readings))[:, 1:].numpy()
    alone = [(said.exam, said.typed) for said in map(reader, readings)]
    assert np.array(alone) == pytest.approx(together, abs=1e-4)


@pytest.fixture(scope="module")
def learned(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pairs")
    (folder / "documents").mkdir()
    places = write_documents(PAIRS, folder / "documents")
    build_index(folder / "documents", folder / "index", HashEncoder())
    with closing(open_store(folder / "index").open()) as reader:
        view = IndexView(reader)
        taught = list(lessons(PAIRS, places, view, HashEncoder(), np.random.default_rng(0)))
        readings = {
            (number, place): reading_for(lesson.question, lesson.found, view, place)
            for number, lesson in enumerate(taught)
            for place in range(len(lesson.found))
        }
        texts = [[view.sentence_text(int(row)) for row in lesson.found.rows] for lesson in taught]
    return taught, readings, texts


def test_places_are_where_the_sentences_stand(tmp_path):
    places = write_documents(PAIRS, tmp_path)
    assert len(places) == len(PAIRS.sentences)
    for place, sentence in zip(places, PAIRS.sentences, strict=True):
        text = (tmp_path / place.document).read_text(encoding="utf-8")
        assert text[place.start : place.end] == sentence


def test_lessons_know_the_right_candidate(learned):
    taught, _, texts = learned
    answered = [number for number, one in enumerate(taught) if one.right is not None]
    assert len(answered) > 50
    for number in answered:
        river = taught[number].question.split()[3]
        assert river in texts[number][taught[number].right]
    spoiled = [one for one in taught if one.right is None]
    assert len(spoiled) > 10
    assert all(one.question not in PAIRS.questions for one in spoiled)


def test_it_learns_to_tell_the_right_sentence(learned):
    taught, readings, _ = learned
    numbers = {id(lesson): number for number, lesson in enumerate(taught)}
    plan = train_reader.ReaderTrainingPlan(steps=80, questions=16, rate=3e-3)
    model = train_reader.train(
        taught, lambda lesson, place: readings[numbers[id(lesson)], place], plan
    )
    reader = Reader(fingerprint="any", weights=train_reader.weights_of(model))
    wins = []
    for number, lesson in enumerate(taught):
        if lesson.right is not None:
            said = [reader(readings[number, place]).exam for place in range(len(lesson.found))]
            wins.append(int(np.argmax(said)) == lesson.right)
    assert np.mean(wins) > 0.8


def lesson(reading, *, right, question="who", folder="a", hidden=False):
    return TypedLesson(
        question=question, folder=folder, reading=reading, right=right, hidden=hidden
    )


def test_typed_questions_have_a_number_of_their_own(learned):
    taught, readings, _ = learned
    numbers = {id(one): number for number, one in enumerate(taught)}
    first = [readings[number, 0] for number, one in enumerate(taught) if one.right == 0]
    # What answers an exam question is said to answer no typed one.
    typed = [lesson(reading, right=False) for reading in first]
    plan = train_reader.ReaderTrainingPlan(steps=80, questions=16, typed=16, rate=3e-3)
    model = train_reader.train(
        taught, lambda one, place: readings[numbers[id(one)], place], plan, typed=typed
    )
    reader = Reader(fingerprint="any", weights=train_reader.weights_of(model))
    said = [reader(reading) for reading in first]
    assert np.mean([one.exam > one.typed for one in said]) > 0.95


def test_lessons_are_weighed_until_words_tell_nothing(learned):
    reading = next(iter(learned[1].values()))
    words = ("my dog", "the warden")
    lessons = [
        lesson(
            reading,
            # Nine in ten of those with one wording are answered, and one in ten of the others.
            right=(number // 2 % 10 != 0) == (number % 2 == 0),
            question=f"where is {words[number % 2]}",
            folder=str(number // 20),
        )
        for number in range(400)
    ]
    known = weighed(lessons)
    for wording in words:
        own = [one for one in known if one.question.endswith(wording)]
        answered = sum(one.weight for one in own if one.right)
        share = answered / sum(one.weight for one in own)
        unweighed = np.mean([one.right for one in own])
        assert abs(share - 0.5) < abs(unweighed - 0.5) / 3
