"""The measurement of growing indexes, at a size that takes seconds."""

import json
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
README = HERE.parents[1] / "README.md"
ARTICLE = "Herons\n\n" + "\n\n".join(
    f"The grey heron of pond {n} caught fish at dawn. It flew to the northern shore at noon."
    for n in range(20)
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "Herons.txt").write_text(ARTICLE)
    (tmp_path / "questions.jsonl").write_text('{"question": "When did the heron catch fish?"}\n')
    return tmp_path


def read(folder):
    return [path.read_text() for path in sorted(folder.rglob("*.txt"))]


def test_a_corpus_grows_by_edited_copies_and_always_the_same(scale, folder, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for target in (first, second):
        target.mkdir()
        number = scale.grow(folder / "corpus", target, 200)
    texts = read(first)
    assert texts == read(second)
    assert len(texts) == number == len(set(texts))
    assert 200 <= sum(text.count(". ") + text.count("\n\n") for text in texts) < 230
    words = [text.split() for text in texts]
    assert words[0][:8] == "Herons 1 The grey heron of pond 0".split()
    changed = sum(old != new for old, new in zip(words[0], words[3], strict=True))
    assert 0 < changed < len(words[0]) / 4


def test_each_step_is_measured_in_a_process_of_its_own(scale, folder, tmp_path):
    row = scale.measure(folder, 60)
    assert row["documents"] == 5
    assert row["sentences"] > 60
    assert 0 < row["p50"] <= row["p95"]
    assert set(row["elapsed"]) == {"build", "change", "open", "p50", "p95"}
    assert len(row["memory"]) == 3
    assert all(1e7 < memory < 1e9 for memory in row["memory"])
    assert all(1e6 < own <= all_of_it for own, all_of_it in zip(*two_of(row), strict=True))
    assert row["recall"] == row["same"] == 1
    assert row["disk"] < row["disk after the change"]
    scale.plot([row, row | {"sentences": 600}], tmp_path / "plot.svg")
    assert (tmp_path / "plot.svg").read_text().startswith("<?xml")


def two_of(row):
    return row["own memory"], row["memory"]


def test_the_table_by_hand(scale):
    row = {
        "documents": 272,
        "sentences": 10_027,
        "build": 4.64,
        "change": 0.349,
        "open": 0.152,
        "p50": 0.0056,
        "p95": 0.0084,
        "memory": [125e6, 83e6, 203e6],
        "own memory": [95e6, 60e6, 70e6],
        "disk": 78.5e6,
        "recall": 0.9985,
        "same": 0.995,
    }
    assert scale.table([row]).splitlines()[2] == (
        "| 10,027 (272) | 4.6 s | 0.35 s | 0.15 s | 5.6 / 8.4 ms"
        " | 125 · 83 · 203 MB (95 · 60 · 70) | 78 MB, 7.8 kB | 0.999, 99.5% |"
    )


def drawn(svg):
    """Return where the lines of a plot go, in points: across and down."""
    lines = re.findall(r'<path d="([^"]*)" clip-path', svg)
    return [float(number) for line in lines for number in re.findall(r"[0-9.]+", line)]


def test_the_table_that_is_shown_and_the_plot_are_of_the_same_measurement(scale, tmp_path):
    rows = json.loads((HERE / "scale.json").read_text(encoding="utf-8"))
    shown = README.read_text(encoding="utf-8").split("<!-- scale:start -->\n")[1]
    assert shown.startswith(scale.table(rows) + "\n\n")
    scale.plot(rows, tmp_path / "plot.svg")
    expected = drawn((tmp_path / "plot.svg").read_text(encoding="utf-8"))
    assert len(expected) > 100
    # A tenth of a point is half a percent of a value.
    kept = (HERE / "scale.svg").read_text(encoding="utf-8")
    assert drawn(kept) == pytest.approx(expected, abs=0.1)
