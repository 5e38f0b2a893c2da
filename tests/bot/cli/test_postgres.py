"""The commands with the index in a database: the same answers, and one sentence where it fails."""

import json

import pytest

QUESTION = "who supplies Azerbaijan's drones"


@pytest.fixture
def database(postgres, project, monkeypatch):
    """Name an empty database as the store."""
    url = postgres.new_database()
    monkeypatch.setenv("VERBATIM_STORE", url)
    return url


def answer(in_process, question=QUESTION):
    told = json.loads(in_process("ask", question, "--json")[1])
    return {name: value for name, value in told.items() if name != "build"}


def test_what_was_copied_answers_alike_and_needs_no_embedding(
    in_process, monkeypatch, postgres, project
):
    before = answer(in_process)
    monkeypatch.setenv("VERBATIM_STORE", postgres.new_database())
    code, out, _ = in_process("copy-index")
    assert code == 0
    assert out.startswith("Copied 1 document")
    assert "to the database; nothing was embedded again." in out
    assert answer(in_process) == before
    assert " 0 embedded now" in in_process("index")[1]
    assert "verbatim copy-index" in in_process("status", "--verify")[1]

    (project / "seeds" / "lighthouse.md").write_text("# Lighthouse\n\nThe lamp burns whale oil.\n")
    assert "+ added    lighthouse.md" in in_process("index")[1]
    assert "whale oil" in in_process("ask", "what does the lamp burn")[1]
    assert in_process("rollback")[0] == 0
    assert "whale oil" not in in_process("ask", "what does the lamp burn")[1]

    # The newest state is copied, whichever answers.
    assert "to the data folder" in in_process("copy-index", "--back")[1]
    monkeypatch.delenv("VERBATIM_STORE")
    assert "whale oil" in in_process("ask", "what does the lamp burn")[1]
    assert answer(in_process)["passages"][0] == before["passages"][0]


def test_an_empty_database_has_no_index(in_process, database):
    code, out, err = in_process("ask", QUESTION)
    assert (code, out) == (2, "")
    assert err.startswith("verbatim: There is no index in 127.0.0.1:")
    assert "run `verbatim index` to make one" in err


@pytest.mark.parametrize("command", [("ask", QUESTION), ("index",), ("status",), ("copy-index",)])
@pytest.mark.parametrize("address", ["postgresql://me:tell-nobody@127.0.0.1:1/db", "mysql://x"])
def test_a_database_that_is_none_is_one_sentence(in_process, monkeypatch, command, address):
    monkeypatch.setenv("VERBATIM_STORE", address)
    code, out, err = in_process(*command)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "VERBATIM_STORE" in err
    assert "tell-nobody" not in err


def test_without_a_database_there_is_nowhere_to_copy_to(in_process):
    code, _, err = in_process("copy-index")
    assert code == 2
    assert "set VERBATIM_STORE to the database" in err
