"""Reading lines: prompt_toolkit on a terminal, plain lines from a pipe."""

import sys
from collections.abc import Iterable
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.styles import Style

from bot.localisation.words import ENGLISH, Words
from bot.terminal.session import COMMANDS, Session

__all__ = ["CommandCompleter", "prompt_in", "run"]


LOOK = Style.from_dict(
    {
        # The one grey that has 4.5 : 1 on white and on black.
        "auto-suggestion": "#767676 italic",
        "completion-menu.completion.current": "fg:#444444 bg:#ffffff reverse",
        "completion-menu.meta.completion.current": "fg:#444444 bg:#ffffff reverse",
    }
)
"""What prompt_toolkit would write too faintly: what is offered, and which of it is chosen."""


class CommandCompleter(Completer):
    """Completes a command at the start of the line, with its summary beside it."""

    def __init__(self, words: Words = ENGLISH) -> None:
        self._words = words

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterable[Completion]:
        """Offer the commands that begin with what is typed."""
        typed = document.text_before_cursor
        if not typed.startswith("/"):
            return
        for command in COMMANDS:
            if command.name.startswith(typed):
                summary = self._words.of(command.summary)
                yield Completion(command.name, start_position=-len(typed), display_meta=summary)


def prompt_in(words: Words) -> str:
    """Return what stands before each line."""
    return f"{words.say('prompt')} › "


def _history(file: Path) -> History:
    """Keep the history in a file; where none can be written, until the session ends."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(file))


def run(session: Session, words: Words = ENGLISH, *, history: Path) -> None:
    """Read and run lines until the person leaves.

    Ctrl-C drops the line being typed or stops what runs; Ctrl-D on an empty line leaves.
    """
    before = prompt_in(words)
    if not sys.stdin.isatty():
        for line in sys.stdin:
            session.echo(f"{before}{line.strip()}")
            if not session.run_line(line):
                return
        return
    prompt: PromptSession[str] = PromptSession(
        before,
        history=_history(history),
        completer=CommandCompleter(words),
        auto_suggest=AutoSuggestFromHistory(),
        complete_while_typing=True,
        style=LOOK,
    )
    session.welcome()
    while True:
        try:
            if not session.run_line(prompt.prompt()):
                return
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
