"""The interactive prompt, with keys pressed by prompt_toolkit's own test input."""

from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.terminal import prompt


class Recorder:
    """Stands where a session would: keeps what it is told, leaves at /quit."""

    def __init__(self):
        self.lines = []

    def welcome(self):
        self.lines.append("(welcome)")

    def run_line(self, line):
        self.lines.append(line)
        return line != "/quit"


@pytest.fixture
def press(monkeypatch, tmp_path):
    def keys(text: str, history: Path = tmp_path / "data" / "history") -> list[str]:
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        session = Recorder()
        with create_pipe_input() as pipe:
            pipe.send_text(text)
            with create_app_session(input=pipe, output=DummyOutput()):
                prompt.run(session, history=history)
        return session.lines

    return keys


def test_lines_run_until_the_person_quits(press):
    assert press("one?\rtwo?\r/quit\rnever\r") == ["(welcome)", "one?", "two?", "/quit"]


def test_ctrl_d_leaves_and_ctrl_c_drops_the_line(press):
    assert press("half a line\x03whole?\r\x04") == ["(welcome)", "whole?"]


def test_history_is_kept_from_run_to_run(press):
    press("first question?\r\x04")
    assert press("\x1b[A\r\x04") == ["(welcome)", "first question?"]


def test_a_history_that_cannot_be_written_costs_only_the_history(press, tmp_path):
    (tmp_path / "file").write_text("")
    assert press("one?\r\x04", tmp_path / "file" / "history") == ["(welcome)", "one?"]


def test_commands_are_completed_at_the_beginning_of_a_line_only():
    def offered(text: str) -> list[str]:
        completions = prompt.CommandCompleter().get_completions(Document(text), CompleteEvent())
        return [completion.text for completion in completions]

    assert offered("/co") == ["/context"]
    assert offered("what is /co") == []
    assert "/help" in offered("/")
