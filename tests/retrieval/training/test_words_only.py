"""The confidence of other languages is what its printed command makes of what it names."""

import hashlib
import json
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from retrieval.answering.confidence.words_only import FIELDS, words_only
from retrieval.training import words_only as training

SHIPPED = files("retrieval.answering.confidence")
REPOSITORY = Path(__file__).parents[3]


def shipped():
    return json.loads(SHIPPED.joinpath("words_only.json").read_text(encoding="utf-8"))


def test_the_file_names_the_command_that_the_page_prints():
    page = SHIPPED.joinpath("README.md").read_text(encoding="utf-8")
    printed = " ".join(page.replace("\\\n", " ").split())
    made_by = shipped()["made_by"]
    assert made_by in printed
    assert made_by.endswith("--out retrieval/answering/confidence/words_only.json")
    folders = [Path(word).name for word in made_by.split() if word.startswith("../")]
    assert list(shipped()["asked"]) == folders
    assert set(words_only().weights) == set(FIELDS)
    assert words_only().perhaps < words_only().answer


def test_the_questions_are_those_that_were_asked():
    for name, checksum in shipped()["asked"].items():
        questions = REPOSITORY.parent / "shared" / "eval" / name / "questions.jsonl"
        if not questions.exists():
            pytest.skip("the question sets are not at hand")
        assert hashlib.sha256(questions.read_bytes()).hexdigest() == checksum


def test_the_command_asks_fits_and_writes_what_is_read(tmp_path, monkeypatch, capsys):
    def asked(folder, encoder, limit):
        assert limit == 2
        rng = np.random.default_rng(len(folder.name))
        right = np.arange(40) < 20
        return rng.normal(0, 1, (40, len(FIELDS))) + right[:, None], right, ~right

    monkeypatch.setattr(training, "_ask", asked)
    monkeypatch.setattr(training, "open_encoder", lambda name, *, cache: None)
    for name in ("english", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "questions.jsonl").write_text(name, encoding="utf-8")
    out = tmp_path / "out.json"
    typed = [str(tmp_path / "english"), str(tmp_path / "other"), "--limit", "2", "--out", str(out)]
    monkeypatch.setattr(sys, "argv", ["words_only", *typed])
    training.main()
    made = json.loads(out.read_text(encoding="utf-8"))
    assert made["made_by"] == " ".join(["python -P -m retrieval.training.words_only", *typed])
    assert made["asked"]["other"] == hashlib.sha256(b"other").hexdigest()
    assert set(made) == {*shipped()}
    # What is right has more of everything, so every weight counts for it.
    assert all(weight > 0 for weight in made["weights"].values())
    assert "other" in capsys.readouterr().out
