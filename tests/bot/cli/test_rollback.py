"""``verbatim rollback`` and the states that ``verbatim status`` lists."""

import errno
import re

import pytest

TOWER = "# Tower\n\nThe tower of Pell has 199 steps.\n"
QUESTION = "how many steps does the tower of Pell have"


@pytest.fixture
def states(in_process, project):
    """Two states: the article, then the tower too; the ids, the oldest first."""
    (project / "seeds" / "tower.md").write_text(TOWER)
    assert in_process("index")[0] == 0
    listed = re.findall(r"^[→ ] (\d{8}T\d{6}-[0-9a-f]{8})  ", in_process("status")[1], re.MULTILINE)
    assert len(listed) == 2
    return listed[::-1]


def test_status_lists_the_states_with_what_each_changed(in_process, states):
    _, out, _ = in_process("status")
    old, new = states
    assert re.search(
        rf"^→ {new}  .* · 2 documents · verbatim index\n    \+ 1 tower\.md$", out, re.MULTILINE
    )
    assert re.search(rf"^  {old}  .* · 1 document$", out, re.MULTILINE)


@pytest.mark.parametrize("state", ["", "  "])
def test_an_empty_id_is_said_to_be_none(in_process, states, state):
    code, _, told = in_process("rollback", state)
    assert code == 2
    assert told == (
        "verbatim: An empty id names no state; without one it is the state before the current one;"
        " `verbatim status` lists those that are kept.\n"
    )
    assert f"→ {states[1]}" in in_process("status")[1]


def test_the_state_before_answers_at_once_and_stays_until_a_document_changes(
    in_process, project, states
):
    old, new = states
    assert "199 steps" in in_process("ask", QUESTION)[1]

    code, out, _ = in_process("rollback")
    assert code == 0
    assert out.startswith("- removed  tower.md\n")
    assert f"{old} of " in out
    assert "answers now: 1 document. It stays until a document changes." in out
    assert "199 steps" not in in_process("ask", QUESTION)[1]

    _, out, _ = in_process("status")
    assert "changed since" not in out
    assert re.search(
        rf"^→ {old} .*\n    gone back to .* by verbatim rollback; stays", out, re.MULTILINE
    )

    code, out, _ = in_process("index")
    assert code == 0
    assert out.startswith(f"No document has changed since the index was gone back to {old}")
    assert f"`verbatim rollback {new}` ends that" in out
    assert "199 steps" not in in_process("ask", QUESTION)[1]

    (project / "seeds" / "toll.txt").write_text("Toll\n\nThe toll of Pell is two crowns.\n")
    assert "1 file in seeds has changed since" in in_process("status")[1]
    _, out, _ = in_process("index")
    assert out.startswith("+ added    toll.txt\n")
    assert f"It takes the place of {old}, which had been gone back to." in out
    assert "199 steps" in in_process("ask", QUESTION)[1]
    assert "two crowns" in in_process("ask", "what is the toll of Pell")[1]


def test_a_state_is_named_by_the_beginning_of_its_id(in_process, states):
    old, new = states
    assert in_process("rollback", old)[0] == 0
    code, out, _ = in_process("rollback", new[:-2])
    assert code == 0
    assert out.startswith("+ added    tower.md\n")
    assert "stays until" not in out
    assert in_process("index")[1].startswith("2 documents, 2 unchanged")
    assert f"{new} of " in in_process("rollback", new)[1]
    assert "answers already" in in_process("rollback", new)[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "no state of the index whose id begins with nowhere"),
        (["2"], "more than one state of the index whose id begins with 2"),
    ],
)
def test_a_state_that_is_not_there_is_one_sentence(in_process, states, arguments, said):
    code, out, err = in_process("rollback", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.endswith("`verbatim status` lists those that are kept.\n")
    assert err.count("\n") == 1


def test_there_is_none_before_the_oldest(in_process, project):
    code, _, err = in_process("rollback")
    assert code == 2
    assert "no state of the index before the one that answers now" in err


@pytest.fixture
def many(in_process, project, states):
    """Four states; the ids, the newest first."""
    for number in range(2):
        (project / "seeds" / "tower.md").write_text(TOWER + f"\nIt was painted {number} times.\n")
        assert in_process("index")[0] == 0
    out = in_process("status")[1]
    return re.findall(r"^[→ ] (\d{8}T\d{6}-[0-9a-f]{8})  ", out, re.MULTILINE)


@pytest.mark.parametrize("lost", ["manifest.json", "segment"])
def test_from_a_damaged_state_it_goes_to_the_newest_that_can_be_read(
    in_process, project, many, lost
):
    """The current one and the one before it are damaged: the second before it answers."""
    newest, second, third, _ = many
    for state in (newest, second):
        build = project / "data" / "index" / "builds" / state
        damaged = (
            build / lost
            if lost == "manifest.json"
            else max(
                (file for file in build.rglob("*") if file.is_file()),
                key=lambda file: file.stat().st_size,
            )
        )
        damaged.write_bytes(b"x" + damaged.read_bytes()[1:] if lost == "segment" else b"{")
    code, out, err = in_process("rollback")
    assert (code, err) == (0, "")
    assert f"{third} of " in out
    assert "answers now: 2 documents." in out
    assert f"! {second} can't be read." in out or lost == "manifest.json"
    assert f"! {newest} can't be read." in out or lost == "segment"
    assert "199 steps" in in_process("ask", QUESTION)[1]


def test_where_none_can_be_read_that_is_said(in_process, project):
    (build,) = (project / "data" / "index" / "builds").iterdir()
    (build / "manifest.json").write_bytes(b"{")
    code, _, err = in_process("rollback")
    assert code == 2
    assert "before the one that answers now that can be read" in err
    assert f"that one ({build.name}) can't either" in err


def test_where_it_cant_be_written_going_back_is_what_to_try_again(
    in_process, project, states, monkeypatch
):
    monkeypatch.setattr(
        "retrieval.store.files.publish.write_atomically",
        lambda *_, **__: (_ for _ in ()).throw(OSError(errno.EROFS, "Read-only file system")),
    )
    code, _, err = in_process("rollback")
    assert code == 2
    assert "can't be written (read-only file system); give the user" in err
    assert err.endswith("; then try again.\n")


def test_without_an_index_there_is_nothing_to_go_back_to(in_process, monkeypatch):
    monkeypatch.setenv("VERBATIM_DATA", "elsewhere")
    code, _, err = in_process("rollback")
    assert code == 2
    assert "There is no index in elsewhere" in err


def test_no_more_states_are_kept_than_the_setting_says(in_process, project, monkeypatch):
    monkeypatch.setenv("VERBATIM_KEEP_STATES", "2")
    for number in range(3):
        (project / "seeds" / "tower.md").write_text(TOWER + f"\nIt was painted {number} times.\n")
        assert in_process("index")[0] == 0
    out = in_process("status")[1]
    assert len(re.findall(r"^[→ ] \d{8}T", out, re.MULTILINE)) == 2
    assert "~ 1 tower.md" in out


def test_while_a_build_runs_nobody_goes_back(in_process, project, states):
    from retrieval.store.files.publish import open_workplace

    with open_workplace(project / "data" / "index", timeout=0, waiting=lambda: None):
        code, _, err = in_process("rollback")
    assert code == 2
    assert err.endswith("try again when it has ended.\n")
