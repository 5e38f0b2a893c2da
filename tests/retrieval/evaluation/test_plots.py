"""The diagrams."""

import importlib.util

import pytest

from retrieval.errors import EvaluationError
from retrieval.evaluation import plots


def test_both_diagrams_are_drawn(outcome, tmp_path):
    file = tmp_path / "curves.png"
    plots.draw(file, [outcome(1, rank=1, probability=0.9), outcome(2, probability=0.2)])
    assert file.read_bytes().startswith(b"\x89PNG")
    assert file.stat().st_size > 10_000


def test_matplotlib_is_asked_for_in_one_sentence(monkeypatch, worded):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        plots, "find_spec", lambda name: None if name == "matplotlib" else find(name)
    )
    with pytest.raises(EvaluationError, check=worded(r"pip install 'verbatim\[plot\]'")):
        plots.require_matplotlib()


def test_a_folder_that_is_not_there_is_named(outcome, tmp_path):
    with pytest.raises(EvaluationError, match="can't be written: No such file"):
        plots.draw(tmp_path / "no" / "curves.png", [outcome(1, rank=1)])
