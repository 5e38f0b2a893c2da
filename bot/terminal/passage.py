"""A quoted passage under its citation, with its answering sentences standing out."""

from rich.console import Group, RenderableType
from rich.text import Text

from bot.localisation.words import ENGLISH, Words
from bot.rendering.citations import names_of
from bot.rendering.marks import marks_on
from bot.terminal.plain import isolated, printable
from bot.terminal.quotation import render_quotation
from bot.terminal.styles import ASIDE
from retrieval.domain import Citation, Passage

__all__ = ["render_passage", "whole_line"]


def render_passage(
    passage: Passage,
    number: int,
    words: Words = ENGLISH,
    *,
    marks: bool,
    answers: bool = True,
) -> RenderableType:
    """Show one passage under its numbered citation.

    Args:
        passage: What is quoted.
        number: What it is called by in ``/open``.
        words: The reader's.
        marks: Whether answering sentences stand between ``**`` for want of a style.
        answers: Whether it answers: nothing of what doesn't stands out.
    """
    title = Text(f"[{number}] {_name(passage.citation, words)}")
    path = whole_line((f"    {printable(passage.citation.path)}", ASIDE))
    said = [Text(f"    {printable(mark.text)}", style=ASIDE) for mark in marks_on(passage, words)]
    also = [
        Text(f"    {words.say('also-in', names=_name(other, words))}", style=ASIDE)
        for other in passage.also_in
    ]
    body = render_quotation(passage, marks=marks, answers=answers)
    return Group(title, body, path, *said, *also, Text())


def _name(citation: Citation, words: Words) -> str:
    return " › ".join(map(isolated, names_of(citation, words)))


def whole_line(*parts: str | tuple[str, str]) -> Text:
    """Make a line that is never cut: a narrow terminal wraps it, and copies it as one."""
    return Text.assemble(*parts, no_wrap=True, overflow="ignore")
