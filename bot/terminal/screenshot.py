"""``python -P -m bot.terminal.screenshot QUESTION FILE.svg``: the README's picture of the REPL.

It is drawn by Rich from the very answer that the index gives now, with the very renderer of the
REPL.
"""

import io
import sys
from pathlib import Path

from rich.text import Text

from bot.app.wiring import core_encoder, core_searcher
from bot.localisation.words import ENGLISH
from bot.terminal.console import TerminalConsole
from bot.terminal.prompt import prompt_in
from bot.terminal.render import render_answer, render_suggestions
from bot.terminal.styles import STATEMENT
from config.load import load
from config.settings import CoreSettings

__all__ = ["draw"]

WIDTH = 92


def draw(question: str, file: Path) -> None:
    """Ask the question of the current index and save the picture of the answer.

    Raises:
        VerbatimError: the question can't be asked.
        OSError: the file can't be written.
    """
    settings = load(CoreSettings)
    with core_searcher(settings, core_encoder(settings)) as searcher:
        answer = searcher.ask(question)
        suggestions = searcher.suggest(answer)
    console = TerminalConsole(
        record=True, file=io.StringIO(), width=WIDTH, force_terminal=True, color_system="truecolor"
    )
    console.show(Text.assemble((prompt_in(ENGLISH), STATEMENT), question, "\n"))
    console.show(render_answer(answer))
    if suggestions:
        console.show(render_suggestions(suggestions))
    console.save_svg(str(file), title="verbatim repl")


if __name__ == "__main__":
    draw(sys.argv[1], Path(sys.argv[2]))
