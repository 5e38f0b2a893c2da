from contextlib import closing

import numpy as np
import pytest

from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder
from retrieval.training.lessons import lessons, write_documents
from retrieval.training.pairs import Pairs

torch = pytest.importorskip("torch")

from retrieval.answering.confidence.judge import reading_for  # noqa: E402
from retrieval.answering.confidence.reader import Reader  # noqa: E402
from retrieval.answering.confidence.reading import NUMBERS, Reading  # noqa: E402
from retrieval.training.reader_model import ReaderModel, stack  # noqa: E402
from retrieval.training.train_reader import ReaderTrainingPlan, train, weights_of  # noqa: E402

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
    model = ReaderModel(width=16).eval()
    reader = Reader(fingerprint="any", weights=weights_of(model))
    random = np.random.default_rng(1)
    lengths = [(5, 7), (1, 1), (9, 2), (3, 0), (2, 12)]
    readings = [made_up(random, question=one, sentence=two) for one, two in lengths]
    with torch.inference_mode():
        together = model(stack(readings))[:, 1].numpy()
    assert [reader(one) for one in readings] == pytest.approx(together, abs=1e-4)


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
    plan = ReaderTrainingPlan(steps=80, questions=16, rate=3e-3)
    model = train(taught, lambda lesson, place: readings[numbers[id(lesson)], place], plan)
    reader = Reader(fingerprint="any", weights=weights_of(model))
    wins = []
    for number, lesson in enumerate(taught):
        if lesson.right is not None:
            said = [reader(readings[number, place]) for place in range(len(lesson.found))]
            wins.append(int(np.argmax(said)) == lesson.right)
    assert np.mean(wins) > 0.8
