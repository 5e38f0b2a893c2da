"""The one way to the terminal: nothing that is shown can drive it."""

import ast
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import bot
from bot.rendering.answer_json import answer_json, answer_object
from bot.terminal.console import TerminalConsole
from bot.terminal.passage import render_passage
from bot.terminal.plain import printable
from bot.terminal.render import render_answer, render_sources, render_suggestions
from bot.terminal.session import Session
from retrieval.domain import Answer, Citation, Confidence, DocumentInfo, Level, Passage, Span

STYLE = re.compile(r"\x1b\[[\d;]*m")
"""What Rich writes: colours, bold and their end."""
ACTS = re.compile("(?!\n)[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066\u2067]")
"""Not FSI and PDI, with which the terminal lets a name run in its own direction: closed or not,
they reorder nothing on another line (UAX #9, X5c to X6a)."""
HOSTILE = (
    "\x1b]0;pwned\x07",
    "\x1b[2J",
    "\x1b[31m",
    "\x9b31m",
    "\x9d0;pwned\x9c",
    "\r",
    "\x08",
    "\x7f",
    "\u202e",
    "\x1b]8;;https://evil.example\x1b\\",
    "\udc9b",
    "[bold]",
    ":smile:",
)
texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), max_size=8).map("".join)


def shown(what, *, terminal=True):
    out = io.StringIO()
    console = TerminalConsole(
        file=out,
        force_terminal=terminal,
        color_system="standard" if terminal else None,
        width=60,
        legacy_windows=False,
    )
    console.show(what)
    return out.getvalue()


def hostile_answer(text):
    citation = Citation(path=text, title=text, headings=(text,), first_line=1, last_line=1)
    passage = Passage(
        citation=citation,
        text=text,
        start=0,
        end=len(text),
        highlights=(Span(start=0, end=len(text)),),
        score=1.0,
        also_in=(citation,),
    )
    return Answer(
        question=text,
        understood_as=text,
        answered=True,
        confidence=Confidence(probability=0.9, level=Level.HIGH),
        passages=(passage,),
        more=(),
        build_id=text,
        suggestions=(text,),
    )


@settings(deadline=None)
@given(texts, st.booleans())
@example(text="\U00010800", terminal=False)  # a letter from right to left
def test_no_control_character_reaches_the_terminal_but_the_consoles_own(text, terminal):
    answer = hostile_answer(text)
    table = Table(text)
    table.add_row(text)
    info = DocumentInfo(path=text, title=text, author=None, sentences=1, characters=1, sha256="0")
    for what in (
        text,
        Text(text),
        Padding(Text(text), 1),
        Group(Text(text), text),
        table,
        render_answer(answer, marks=not terminal),
        render_passage(answer.passages[0], 1, marks=not terminal),
        render_suggestions([text]),
        render_sources([info]),
    ):
        written = shown(what, terminal=terminal)
        assert not ACTS.search(STYLE.sub("", written) if terminal else written)


@settings(deadline=None)
@given(texts)
def test_json_says_the_same_and_does_nothing(text):
    # Halves of characters can't be in an index, whose texts are encoded.
    answer = hostile_answer(text)
    written = answer_json(answer)
    assert not ACTS.search(written)
    assert not re.search("[\u2028\u2029]", written)
    assert json.loads(written) == json.loads(json.dumps(answer_object(answer)))


def test_an_opened_document_and_its_title_do_nothing(shelf):
    title = "\x1b]0;pwned\x07\x9b2JTitle"
    name = "a\x1b[2J.md"
    shelf.published.texts = {name: f"{title}\n\nThe keeper\x1b[31m receives forty crowns.\n"}
    out = io.StringIO()
    session = Session(
        console=TerminalConsole(file=out, width=80, force_terminal=True, color_system="standard"),
        open_searcher=lambda: shelf.published,
        build=lambda progress: None,
        freshness=None,
        conversation_turns=0,
        conversation_minutes=0,
    )
    for line in ("What does the keeper receive?", "/open 1", "/context 2", "/sources", "/more"):
        session.run_line(line)
    session.run_line("/\x1b[31m")
    session.echo("\x9b31m")
    assert "Title" in out.getvalue()
    assert not ACTS.search(STYLE.sub("", out.getvalue()))


@pytest.mark.parametrize("text", ["[red]markup[/red]", ":smile:", "1,234 True None http://a.b"])
def test_text_is_shown_literally(text):
    assert shown(text, terminal=True) == f"{text}\n"


def test_lines_for_programs_are_never_wrapped():
    out = io.StringIO()
    console = TerminalConsole(file=out, width=20, force_terminal=True, color_system="standard")
    console.whole("word " * 20)
    assert out.getvalue() == "word " * 20 + "\n"


def test_what_is_shown_keeps_every_other_character():
    text = "Zürich – «日本語» 👍🏽 a\u0301"
    assert shown(text, terminal=False) == f"{text}\n"
    assert printable(text) == text


WRITES = {"print", "typer.echo", "typer.secho", "sys.stdout.write", "sys.stderr.write", "Console"}


def test_every_module_of_the_bot_writes_through_this_console():
    """The rebuild's child process writes lines for its parent, which no terminal sees."""
    root = Path(bot.__file__).parent
    writing = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in WRITES
    }
    assert writing == {"app/rebuild.py"}


def test_a_non_answer_never_stands_out():
    answer = hostile_answer("The keeper receives forty crowns.")
    answer = replace(answer, answered=False)
    assert "\x1b[1m" not in shown(render_answer(answer))
    assert "**" not in shown(render_answer(answer, marks=True), terminal=False)
