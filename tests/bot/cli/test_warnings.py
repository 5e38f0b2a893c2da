"""A misspelt setting: every command names it on standard error and goes on."""

import json

import pytest
from typer.main import get_command

from bot.cli.app import app, main

SENTENCE = "VERBATIM_TRESHOLD is no setting; did you mean VERBATIM_THRESHOLD?"
ARGUMENTS = {"ask": ["who?"], "calibrate": ["questions.jsonl"], "eval": ["folder"]}


@pytest.fixture(autouse=True)
def misspelt(monkeypatch):
    monkeypatch.setenv("VERBATIM_TRESHOLD", "0.9")
    # No command gets far here: what is told comes before the model is opened.
    monkeypatch.setenv("VERBATIM_MODEL", "/no/such/model")


@pytest.mark.parametrize("command", sorted(get_command(app).commands))
def test_every_command_names_it_once(command, capsys):
    main([command, *ARGUMENTS.get(command, ())])
    captured = capsys.readouterr()
    assert captured.err.count(SENTENCE) == 1
    assert SENTENCE not in captured.out


@pytest.mark.parametrize("command", sorted(get_command(app).commands))
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("COLLECTIONS", "staff", "'staff' names no readers; write NAME=READERS; NAME=READERS"),
        ("COLLECTIONS", "staff=rolle:1", "'rolle:1' of staff is no reader"),
        ("LOG_LEVEL", "LOUD", "it must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    ],
)
def test_no_command_takes_a_value_that_another_one_refuses(
    command, name, value, said, capsys, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(f"VERBATIM_{name}", value)
    assert main([command, *ARGUMENTS.get(command, ())]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"verbatim: VERBATIM_{name} is {value!r}, which is not accepted")
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", sorted(get_command(app).commands))
def test_no_command_takes_a_language_that_nobody_knows(command, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VERBATIM_LANGUAGE", "klingon")
    assert main([command, *ARGUMENTS.get(command, ())]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("verbatim: 'klingon' is no language that Verbatim knows; set")
    assert list(tmp_path.iterdir()) == []


def test_the_bot_logs_it_as_a_warning(capsys):
    assert main(["run"]) == 2
    logged = json.loads(capsys.readouterr().err.splitlines()[0])
    assert (logged["level"], logged["reason"]) == ("warning", SENTENCE)


def test_an_answer_is_not_kept_from_its_reader(in_process, monkeypatch):
    monkeypatch.delenv("VERBATIM_MODEL")
    code, out, err = in_process("ask", "--json", "who supplies Azerbaijan's drones")
    assert (code, json.loads(out)["answered"]) == (0, True)
    assert err == f"verbatim: {SENTENCE}\n"
