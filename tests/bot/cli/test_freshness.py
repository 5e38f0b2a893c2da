"""Files newer than the index: mentioned wherever somebody may wonder about an answer."""

import pytest

QUESTION = "who supplies Azerbaijan's drones"
CHANGED = "2 files in seeds have changed since: run `verbatim index`"


@pytest.fixture
def changed(in_process, project):
    """The folder after an index was made, with a file more and one that reads differently."""
    (project / "seeds" / "tower.txt").write_text("The tower of Pell has 199 steps.\n")
    assert in_process("index")[0] == 0
    (project / "seeds" / "tower.txt").write_text("The tower of Pell has 200 steps and a lamp.\n")
    (project / "seeds" / "toll.txt").write_text("The toll of Pell is two crowns.\n")


def test_status_says_how_many_files_have_changed_until_they_are_indexed(in_process, changed):
    assert f"\n{CHANGED}\n" in in_process("status")[1]
    assert "~ changed  tower.txt" in in_process("index")[1]
    assert "changed since" not in in_process("status")[1]


def test_a_removed_file_counts_and_what_stays_unreadable_does_not(in_process, project):
    (project / "seeds" / "tower.txt").write_text("The tower of Pell has 199 steps.\n")
    (project / "seeds" / "empty.txt").write_text("")
    assert in_process("index")[0] == 0
    assert "changed since" not in in_process("status")[1]
    (project / "seeds" / "tower.txt").unlink()
    assert "1 file in seeds has changed since: run" in in_process("status")[1]


def test_the_repl_says_so_in_its_status(in_process, changed):
    lines = "/status\n/rebuild\n/status\n"
    before, after = in_process("repl", stdin=lines)[1].split("~ changed  tower.txt")
    assert f"{CHANGED}, or /rebuild here" in before
    assert "changed since" not in after


def test_an_answer_is_followed_by_it_on_a_terminal_only(in_process, changed, monkeypatch):
    assert in_process("ask", QUESTION)[2] == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    _, out, err = in_process("ask", QUESTION)
    assert "changed since" not in out
    assert err.count(CHANGED) == 1


def test_where_nothing_is_known_of_the_folder_nothing_is_said(in_process, changed, project):
    (project / "data" / "seeds.json").unlink()
    assert "changed since" not in in_process("status")[1]
