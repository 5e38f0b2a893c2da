"""Answers, sources and reports as Rich renderables; nothing here prints."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.rendering.citations import name_of
from bot.rendering.freshness import changed_text
from bot.rendering.small_talk import reply_to
from bot.rendering.words import NEAREST, NOT_ANSWERED, PERHAPS, REPHRASE
from bot.terminal.plain import printable
from retrieval.domain import Answer, BuildReport, DocumentInfo, IndexInfo, Level, Passage, State

__all__ = [
    "INDEX",
    "render_answer",
    "render_changed",
    "render_passage",
    "render_report",
    "render_sources",
    "render_status",
    "render_suggestions",
]

INDEX = "run `verbatim index`"
"""What to do when documents have changed."""

_COLOURS = {Level.HIGH: "green", Level.MEDIUM: "yellow", Level.LOW: "red"}


def _quote(passage: Passage, *, marks: bool) -> Text:
    """Lay out the passage with its answering sentences standing out.

    Without colours to stand out by (a pipe, a file), they are put between ``**``.
    """
    text = Text()
    around = "dim" if passage.highlights else ""
    position = passage.start
    for span in passage.highlights:
        before = passage.text[position - passage.start : span.start - passage.start]
        text.append(printable(before), style=around)
        sentence = printable(passage.text[span.start - passage.start : span.end - passage.start])
        text.append(f"**{sentence}**" if marks else sentence, style="bold")
        position = span.end
    text.append(printable(passage.text[position - passage.start :]), style=around)
    return text


def render_passage(passage: Passage, number: int, *, marks: bool) -> RenderableType:
    """Show one passage under its numbered citation."""
    title = Text.assemble((f"[{number}] ", "cyan"), (printable(name_of(passage.citation)), "cyan"))
    path = _whole((f"    {printable(passage.citation.path)}", "dim"))
    also = [
        Text(f"    also in {printable(name_of(other))}", style="dim") for other in passage.also_in
    ]
    quote = _quote(passage, marks=marks)
    # A pipe gets whole lines, without the spaces that a padded box ends in.
    body = (
        Text("\n").join(Text("    ") + line for line in quote.split())
        if marks
        else Padding(quote, (0, 0, 0, 4))
    )
    return Group(title, body, path, *also, Text())


def _numbered(passages: Iterable[Passage], first: int, *, marks: bool) -> list[RenderableType]:
    return [
        render_passage(passage, number, marks=marks)
        for number, passage in enumerate(passages, start=first)
    ]


def render_answer(answer: Answer, *, marks: bool = False) -> RenderableType:
    """Show an answer, or plainly that there is none with the nearest passages."""
    if answer.small_talk is not None:
        return Group(Text(printable(reply_to(answer))), Text())
    lines: list[RenderableType] = []
    if answer.understood_as is not None:
        lines += [Text(f"Understood as: {printable(answer.understood_as)}", style="italic"), Text()]
    if answer.choices:
        lines.append(Text("Which one do you mean?", style="bold"))
        lines += [
            Text(f"  {number}  {printable(choice.label)}")
            for number, choice in enumerate(answer.choices, start=1)
        ]
        lines.append(Text())
    if answer.answered:
        level = answer.confidence.level
        if answer.state is State.PERHAPS:
            lines.append(Text(PERHAPS, style="bold"))
        lines += [Text(f"{level} confidence", style=_COLOURS[level]), Text()]
    elif not answer.choices:
        lines += [Text(NOT_ANSWERED, style="bold"), Text(REPHRASE, style="dim"), Text()]
        if answer.passages:
            lines.append(Text(NEAREST, style="dim"))
    lines += _numbered(answer.passages, 1, marks=marks)
    return Group(*lines, *_missing(answer))


def _missing(answer: Answer) -> list[RenderableType]:
    """Say which of several questions the documents don't answer."""
    missing = [part.question for part in answer.parts if not part.answered]
    if not answer.answered or not missing:
        return []
    return [Text(f"The documents don't answer: {printable(' · '.join(missing))}"), Text()]


def render_suggestions(suggestions: Sequence[str]) -> RenderableType:
    """List what could be asked next; it comes when the answer has been shown."""
    lines = [Text("You could ask next:", style="dim")]
    lines += [Text(f"  • {printable(question)}") for question in suggestions]
    return Group(*lines, Text())


def render_sources(documents: Sequence[DocumentInfo]) -> RenderableType:
    """List what is indexed, two lines a document."""
    width = len(str(len(documents)))
    lines: list[RenderableType] = []
    for number, document in enumerate(documents, start=1):
        sentences = _count(document.sentences, "sentence")
        lines += [
            _whole((f"{number:>{width}}  ", "cyan"), printable(document.title)),
            _whole(" " * (width + 2), (f"{printable(document.path)} · {sentences}", "dim")),
        ]
    return Group(*lines)


def render_status(info: IndexInfo) -> RenderableType:
    """Say what the index holds."""
    built = info.built_at.astimezone().strftime("%Y-%m-%d %H:%M:%S %Z")
    rows = (
        ("Build", info.build_id),
        ("Built", built),
        ("Documents", f"{info.documents:,}"),
        ("Sentences", f"{info.sentences:,}"),
        ("Model", f"{info.model} ({info.dimension} dimensions)"),
        ("Size", f"{info.size_bytes / 1e6:,.1f} MB"),
    )
    return Group(*(_whole((f"{name:11}", "dim"), printable(value)) for name, value in rows))


def _whole(*parts: str | tuple[str, str]) -> Text:
    """Make a line that is never cut: a narrow terminal wraps it, and copies it as one."""
    return Text.assemble(*parts, no_wrap=True, overflow="ignore")


def render_changed(changed: Sequence[str], seeds: Path, *, remedy: str) -> RenderableType:
    """Say that files have changed since they were indexed; at least one."""
    said = changed_text(changed, folder=printable(str(seeds)), remedy=remedy)
    return _whole((said, "yellow"))


def render_report(report: BuildReport) -> RenderableType:
    """Say what a build changed, one file a line."""
    lines: list[RenderableType] = []
    for sign, style, paths in (
        ("+ added", "green", report.added),
        ("~ changed", "yellow", report.changed),
        ("- removed", "red", report.removed),
    ):
        lines += [Text(f"{sign:10} {printable(path)}", style=style) for path in paths]
    lines += [
        Text(f"! skipped  {printable(skipped.path)}: {printable(skipped.reason)}", style="magenta")
        for skipped in report.skipped
    ]
    lines += [
        Text(f"? doubtful {printable(warned.path)}: {printable(warned.text)}", style="yellow")
        for warned in report.warnings
    ]
    unchanged = f", {len(report.unchanged):,} unchanged" if report.unchanged else ""
    lines.append(
        Text(
            f"{_count(report.documents, 'document')}{unchanged}; "
            f"{_count(report.sentences, 'sentence')}, {report.embedded:,} embedded now, "
            f"in {report.seconds:.1f} s."
        )
    )
    return Group(*lines)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
