"""The terminal speaks the language of its locale."""

import pytest

from bot.localisation.words import words_in
from bot.terminal.prompt import CommandCompleter, prompt_in
from bot.terminal.reader import words_of_terminal


@pytest.mark.parametrize(("locale", "prompt"), [("de_AT.UTF-8", "frage › "), ("C", "ask › ")])
def test_it_is_taken_from_the_environment(monkeypatch, locale, prompt):
    for name in ("LANGUAGE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", locale)
    assert prompt_in(words_of_terminal()) == prompt


def test_commands_stay_as_they_are_and_are_explained_in_the_language():
    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    (found,) = CommandCompleter(words_in("fr")).get_completions(Document("/qu"), CompleteEvent())
    assert (found.text, found.display_meta_text) == ("/quit", "quitter (Ctrl-D aussi)")
