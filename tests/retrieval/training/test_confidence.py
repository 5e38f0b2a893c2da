import json
from contextlib import closing

import numpy as np
import pytest

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.fit import ANY_ENCODER, Fields, Sample
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder
from retrieval.training.confidence import collect, cross_validate

TEXTS = {
    "rome.txt": "Rome\n\nThe Colosseum held fifty thousand people. Entry was free.\n",
    "whales.txt": "Whales\n\nBlue whales eat krill. They sing in winter.\n",
}


def question(name, text, path=None, answer=None):
    start = TEXTS[path].index(answer) if path else 0
    answers = [{"document": path, "start": start, "end": start + len(answer)}] if path else []
    return {"id": name, "question": text, "history": [], "answers": answers}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "corpus").mkdir()
    for path, text in TEXTS.items():
        (tmp_path / "corpus" / path).write_text(text, encoding="utf-8")
    sets = {
        "questions.jsonl": [
            question("1", "What do blue whales eat?", "whales.txt", "krill"),
            question("2", "How many people did the Colosseum hold?", "rome.txt", "fifty"),
            question("3", "When do blue whales sleep?"),
        ],
        "others.jsonl": [question(f"o{n}", "How is bread baked?") for n in range(6)],
    }
    for name, lines in sets.items():
        text = "".join(f"{json.dumps(line)}\n" for line in lines)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_samples_say_what_was_asked_and_whether_it_was_found(folder, tmp_path):
    index = tmp_path / "index"
    build_index(folder / "corpus", index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        samples, groups = collect(folder, folder / "others.jsonl", reader, HashEncoder())
    assert [one.right for one in samples] == [True, True, False] + [False] * 6
    assert [one.answerable for one in samples] == [True, True, False] + [False] * 6
    assert [one.on_topic for one in samples] == [True] * 3 + [False] * 6
    # The documents in the order of their paths, then five other questions to a group.
    assert groups.tolist() == [1, 0, 1] + [0] * 5 + [1]


def test_figures_by_parameters_that_saw_none_of_the_document():
    """In documents 0 to 3, the evidence tells; in no document does anything else."""
    random = np.random.default_rng(3)
    samples, groups = [], []
    nothing = dict.fromkeys(Evidence.__dataclass_fields__, 0.0)
    for place in range(800):
        on_topic, answerable = place % 4 != 3, place % 2 == 0
        told = {"negated": float(not answerable), "covered": float(random.normal(3, 0.1))}
        if not on_topic:
            told["covered"] = 0.0
        samples.append(
            Sample(
                evidence=Evidence(**{**nothing, **told}),
                right=answerable,
                answerable=answerable,
                on_topic=on_topic,
            )
        )
        groups.append(place // 4 % 4 if on_topic else place // 5)
    fields = Fields(topic=("covered",), holds=("negated",))
    figures = cross_validate(samples, np.array(groups), fields)
    assert figures["adversarial"] == pytest.approx(1.0)
    assert figures["other topics"] == pytest.approx(1.0)
    assert figures["other topics answered"] == 0
    assert figures["calibration error"] < 0.1
    assert figures["hit@1"] == 1
    blind = cross_validate(samples, np.array(groups), ANY_ENCODER)
    assert blind.keys() == figures.keys()
