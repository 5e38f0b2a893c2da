"""The terminal speaks the language of its locale."""

import io

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.localisation.words import words_in
from bot.terminal.console import TerminalConsole
from bot.terminal.prompt import CommandCompleter, prompt_in
from bot.terminal.quotation import render_quotation
from bot.terminal.reader import words_of_terminal
from retrieval.domain import Citation, Passage


@pytest.mark.parametrize(("locale", "prompt"), [("de_AT.UTF-8", "frage › "), ("C", "ask › ")])
def test_it_is_taken_from_the_environment(monkeypatch, locale, prompt):
    for name in ("LANGUAGE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", locale)
    assert prompt_in(words_of_terminal()) == prompt


def test_commands_stay_as_they_are_and_are_explained_in_the_language():
    (found,) = CommandCompleter(words_in("fr")).get_completions(Document("/qu"), CompleteEvent())
    assert (found.text, found.display_meta_text) == ("/quit", "quitter (Ctrl-D aussi)")


def test_a_line_from_right_to_left_runs_its_own_way_on_a_terminal_and_is_exact_in_a_pipe():
    text = "The light.\n\nالضوء مضاء."
    passage = Passage(
        citation=Citation(path="a.md", title="T", headings=(), first_line=1, last_line=3),
        text=text,
        start=0,
        end=len(text),
        highlights=(),
        score=1.0,
        media_type="text/markdown",
    )

    def shown(**options):
        output = io.StringIO()
        console = TerminalConsole(file=output, width=60, **options)
        console.show(render_quotation(passage, marks=console.marks, answers=True))
        return output.getvalue()

    assert "\u2068الضوء مضاء.\u2069" in shown(force_terminal=True, color_system="standard")
    assert "\u2068" not in shown()
