"""The comparison's table and targets, from figures made up by hand."""

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import pytest


@pytest.fixture
def table(monkeypatch):
    # The program's files find each other in their own folder, as when Python runs it.
    spec = importlib.util.spec_from_file_location("table", Path(__file__).with_name("table.py"))
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "table", module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run(table):
    def measured(quality, p50, build, size=None):
        return table.Measured(
            quality=None if quality is None else dict.fromkeys(table.QUALITY, quality),
            p50_ms=p50,
            p95_ms=2 * p50,
            build_seconds=build,
            resident_mb=250.0,
            index_bytes=size,
        )

    return table.Run(
        corpus="squad2-a",
        documents=16,
        sentences=1000,
        questions=970,
        systems={
            "verbatim": measured(0.8, 6.0, 20.0, 4_000_000),
            "txtai_hybrid": measured(0.7, 18.0, 30.0, 2_000_000),
            "encode": measured(None, 12.0, 28.0),
        },
        ask_seconds=0.5,
        import_seconds=9.0,
    )


def missed(table, run):
    return [one.promise for one in table.targets(run) if not one.met]


def changed(run, **changes):
    own = replace(run.systems["verbatim"], **changes)
    return replace(run, systems={**run.systems, "verbatim": own})


def test_every_target_is_met(table, run):
    assert missed(table, run) == []
    assert len(table.targets(run)) == 5 + 4 + 2


@pytest.mark.parametrize(
    ("changes", "promise"),
    [
        ({"p50_ms": 8.5}, "a question beside a bare encode of it"),
        ({"p50_ms": 7.3}, "a question, times faster than txtai hybrid"),
        ({"build_seconds": 24.0}, "building, times faster than a bare encode"),
        ({"build_seconds": 25.1}, "building, times faster than txtai"),
        ({"index_bytes": 8_000_001}, "kilobytes of index a sentence"),
        ({"resident_mb": 400.1}, "megabytes resident while asking"),
    ],
)
def test_a_missed_target_is_named(table, run, changes, promise):
    assert promise in missed(table, changed(run, **changes))


def test_being_as_good_as_another_is_not_being_better(table, run):
    tied = changed(run, quality=dict.fromkeys(table.QUALITY, 0.7))
    assert len(missed(table, tied)) == 5
    assert "hit@1 above txtai hybrid" in missed(table, tied)


def test_the_table(table, run):
    lines = table.markdown(run).splitlines()
    assert lines[0].startswith("|  | hit@1 | hit@3 |")
    assert lines[2] == (
        "| **Verbatim** | .800 | .800 | .800 | .800 | .800 | 6.0 / 12.0 ms | 20.0 s | 250 MB "
        "| 4.0 kB |"
    )
    assert lines[4].startswith("| bare `model.encode` |  |  |")
    assert "0.50 of a bare `model.encode([question])`" in lines[-1]
    assert all(line.count("|") == lines[0].count("|") for line in lines[:5])


def test_the_table_goes_between_the_markers(table, tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text(
        "# A\n<!-- bench:start -->\nold\n<!-- bench:end -->\nrest\n", encoding="utf-8"
    )
    table.replace_between(readme, "| new |")
    assert readme.read_text(encoding="utf-8") == (
        "# A\n<!-- bench:start -->\n| new |\n<!-- bench:end -->\nrest\n"
    )
    readme.write_text("# No markers\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="bench:start"):
        table.replace_between(readme, "| new |")
