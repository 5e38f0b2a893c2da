"""No answer makes a door do anything but show it: in the terminal, on Discord, as JSON."""

import importlib.util
import io
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.discord.cards.answer import FULL, PLAIN, answer_card
from bot.rendering.answer_json import answer_json
from bot.terminal.console import TerminalConsole
from bot.terminal.render import render_answer

_HOSTILE = Path(__file__).parents[1] / "bot/discord/cards/test_hostile_documents.py"
_spec = importlib.util.spec_from_file_location("hostile_documents", _HOSTILE)
hostile = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(hostile)

ANSWERS = int(os.environ.get("FUZZ_ANSWERS", "2000"))
# Rich's own: colours, and links with an address that the documents have.
OWN = re.compile(r"\x1b\[[\d;]*m|\x1b\]8;(?:id=\d+;[^\x00-\x1f\x7f-\x9f]*)?;?\x1b\\")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# The terminal lets what is written from right to left run in its own direction: FSI and PDI, which
# reorder nothing on another line, closed or not (UAX #9, X5c to X6a), and which no document brings.
ISOLATES = re.compile("[\u2068\u2069]")


def shown(answer, *, terminal: bool) -> str:
    out = io.StringIO()
    system = "standard" if terminal else None
    console = TerminalConsole(
        file=out, force_terminal=terminal, color_system=system, width=70, legacy_windows=False
    )
    console.show(render_answer(answer, marks=not terminal))
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.timeout(3600)
@settings(
    max_examples=ANSWERS,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.integers(0, 2**64), st.integers(0, 200).map(lambda number: number == 0))
def test_hostile_answers(number, long):
    answer = hostile.Author(number, long=long).answer()
    hostile.check_card(
        answer_card(answer, "abcdefghij", budgets=FULL, link=hostile.LINK, private=False)
    )
    hostile.check_plain(
        answer_card(answer, "abcdefghij", budgets=PLAIN, link=hostile.LINK, private=False)
    )
    for terminal in (False, True):
        text = ISOLATES.sub("", OWN.sub("", shown(answer, terminal=terminal)))
        assert CONTROLS.findall(text) == []
    for ascii_only in (False, True):
        line = answer_json(answer, ascii_only=ascii_only)
        assert json.loads(line)["question"] is not None
        assert CONTROLS.findall(line.rstrip("\n")) == []
        assert line.isascii() or not ascii_only
