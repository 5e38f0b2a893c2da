"""A quoted passage under its citation, with its answering sentences standing out."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.rendering.citations import name_of
from bot.terminal.plain import printable
from bot.terminal.styles import ANSWER, AROUND, ASIDE, SOURCE
from retrieval.domain import Passage

__all__ = ["render_passage", "whole_line"]


def render_passage(
    passage: Passage, number: int, *, marks: bool, answers: bool = True
) -> RenderableType:
    """Show one passage under its numbered citation.

    Args:
        passage: What is quoted.
        number: What it is called by in ``/open``.
        marks: Whether answering sentences stand between ``**`` for want of a style.
        answers: Whether it answers: nothing of what doesn't stands out.
    """
    title = Text(f"[{number}] {printable(name_of(passage.citation))}", style=SOURCE)
    path = whole_line((f"    {printable(passage.citation.path)}", ASIDE))
    also = [
        Text(f"    also in {printable(name_of(other))}", style=ASIDE) for other in passage.also_in
    ]
    quote = _quote(passage, marks=marks, answers=answers)
    # A pipe gets whole lines, without the spaces that a padded box ends in.
    body = (
        Text("\n").join(Text("    ") + line for line in quote.split())
        if marks
        else Padding(quote, (0, 0, 0, 4))
    )
    return Group(title, body, path, *also, Text())


def _quote(passage: Passage, *, marks: bool, answers: bool) -> Text:
    if not answers:
        return Text(printable(passage.text))
    text = Text()
    around = AROUND if passage.highlights else ""
    position = passage.start
    for span in passage.highlights:
        before = passage.text[position - passage.start : span.start - passage.start]
        text.append(printable(before), style=around)
        sentence = printable(passage.text[span.start - passage.start : span.end - passage.start])
        text.append(f"**{sentence}**" if marks else sentence, style=ANSWER)
        position = span.end
    text.append(printable(passage.text[position - passage.start :]), style=around)
    return text


def whole_line(*parts: str | tuple[str, str]) -> Text:
    """Make a line that is never cut: a narrow terminal wraps it, and copies it as one."""
    return Text.assemble(*parts, no_wrap=True, overflow="ignore")
