import os
import subprocess
import sys

import pytest

from bot.cli import main


def test_help_costs_little_more_than_the_library_that_prints_it():
    """Half a second is promised; in a test only the ratio holds on a busy machine. Best of five."""

    def seconds(*arguments: str) -> float:
        before = os.times()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        after = os.times()
        spent = after.children_user - before.children_user
        return spent + after.children_system - before.children_system

    bare = min(seconds("-c", "import typer, rich.console, rich.panel") for _ in range(5))
    helped = min(seconds("-P", "-m", "bot", "--help") for _ in range(5))
    assert helped < 4 * bare


def test_the_version_is_printed(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("verbatim 0.")


def test_an_unknown_command_is_a_failure(capsys):
    assert main(["explode"]) == 2


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyError("a\nb"), "Something is wrong in Verbatim itself (KeyError: 'a\\nb'); with"),
        (RecursionError(), "Something is wrong in Verbatim itself (RecursionError); with"),
        (SystemError("\x1b[2J"), "Something is wrong in Verbatim itself (SystemError: \\x1b[2J)"),
        (
            OSError(13, "Permission denied", "a\nb"),
            "a\\nb can't be used (permission denied).",
        ),
        (MemoryError(), "There is not enough memory."),
        (EOFError(), "The input has ended."),
    ],
    ids=lambda value: type(value).__name__,
)
def test_whatever_ends_a_command_is_one_sentence_and_2(capsys, monkeypatch, error, said):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr("retrieval.store.describe.describe_index", fail)
    assert main(["status"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.lstrip("\n").startswith(f"verbatim: {said}")
    assert err.strip().count("\n") == 0


def test_a_developer_is_shown_where(monkeypatch):
    program = (
        "import retrieval.store.describe as describe, bot.cli.app as app\n"
        "describe.describe_index = None\n"
        "raise SystemExit(app.main(['status']))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-X", "dev", "-c", program],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("verbatim: Something is wrong in Verbatim")


def test_ctrl_c_is_130_and_silent(capsys, monkeypatch):
    def fail(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("retrieval.store.describe.describe_index", fail)
    assert main(["status"]) == 130
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr("bot.cli.app.main", fail)
    assert main(["status"]) == 130
