"""What the commands show can be read on a light terminal as on a dark one."""

import pytest

from legible import faint


@pytest.mark.parametrize(
    "command",
    [
        ("ask", "who supplies Azerbaijan's drones"),
        ("ask", "what is the weight of the moon"),
        ("ask", "--nothing"),
        ("ask", "--help"),
        ("--help",),
        ("index",),
        ("index", "--bogus"),
        ("status", "--verify"),
        ("stats",),
        ("gaps",),
        ("unhelpful",),
        ("doctor",),
        ("rollback", "nowhere"),
    ],
    ids=" ".join,
)
def test_a_command(command, in_process, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    _, out, told = in_process(*command)
    assert out or told
    assert not faint(out)
    assert not faint(told)


def test_a_session(in_process, monkeypatch, project):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    (project / "seeds" / "tower.txt").write_text("The tower of Pell has 199 steps.\n")
    lines = [
        "/bogus",
        "who supplies Azerbaijan's drones",
        *("/context 1", "/open 1", "/more", "/sources", "/status", "/help", "/rebuild", "/new"),
    ]
    _, out, told = in_process("repl", stdin="\n".join(lines))
    assert "\x1b[1m" in out
    assert not faint(out)
    assert not faint(told)
