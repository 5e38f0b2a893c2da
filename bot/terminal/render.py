"""Answers, sources and reports as Rich renderables; nothing here prints."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from bot.app.counting import without_own_files
from bot.localisation.words import ENGLISH, Phrase, Words
from bot.rendering.confidence import confidence_text
from bot.rendering.freshness import changed_text
from bot.rendering.languages import language_note
from bot.rendering.notes import notes_on
from bot.rendering.small_talk import reply_to
from bot.rendering.table import width_of
from bot.rendering.understood import understood_text
from bot.terminal.passage import render_passage, whole_line
from bot.terminal.plain import isolated, printable
from bot.terminal.styles import (
    ADDED,
    ASIDE,
    CHANGED,
    DOUBTFUL,
    LEVELS,
    REMOVED,
    SKIPPED,
    STATEMENT,
)
from retrieval.domain import (
    Answer,
    BuildReport,
    DocumentInfo,
    IndexInfo,
    Passage,
    State,
    Warned,
)
from retrieval.reading.registry import is_own_file

__all__ = [
    "INDEX",
    "render_answer",
    "render_changed",
    "render_empty",
    "render_report",
    "render_sources",
    "render_status",
    "render_suggestions",
    "render_warnings",
]

INDEX = Phrase("run-index")
"""What to do when documents have changed."""
_NAMED = 11
"""Columns that the names of figures take, at least."""


def _numbered(
    passages: Iterable[Passage], words: Words, *, marks: bool, answers: bool
) -> list[RenderableType]:
    return [
        render_passage(passage, number, words, marks=marks, answers=answers)
        for number, passage in enumerate(passages, start=1)
    ]


def render_answer(answer: Answer, words: Words = ENGLISH, *, marks: bool = False) -> RenderableType:
    """Show an answer, or plainly that there is none with the nearest passages."""
    if answer.small_talk is not None:
        return Group(Text(printable(reply_to(answer, words))), Text())
    lines: list[RenderableType] = []
    understood = understood_text(answer, words)
    if understood is not None:
        understood = words.say("terminal-understood-as", question=isolated(understood))
        lines += [Text(understood, style=ASIDE), Text()]
    if answer.choices:
        lines.append(Text(words.say("terminal-which-one"), style=STATEMENT))
        lines += [
            Text(f"  {number}  {printable(choice.label)}")
            for number, choice in enumerate(answer.choices, start=1)
        ]
        lines.append(Text())
    if answer.answered:
        level = answer.confidence.level
        if answer.state is State.PERHAPS:
            lines.append(Text(words.say("perhaps"), style=STATEMENT))
        dot = "" if marks else "● "
        lines += [Text.assemble((dot, LEVELS[level]), confidence_text(level, words)), Text()]
    elif not answer.choices:
        no_answer, rephrase = words.say("not-answered"), words.say("rephrase")
        lines += [Text(no_answer), Text(rephrase, style=ASIDE), Text()]
        if answer.passages:
            lines.append(Text(words.say("nearest"), style=ASIDE))
    lines += _numbered(answer.passages, words, marks=marks, answers=answer.answered)
    notes = [Text(printable(note)) for note in notes_on(answer, words)]
    return Group(*lines, *notes, *([Text()] if notes else []))


def render_empty(seeds: Path, words: Words = ENGLISH) -> RenderableType:
    """Say instead of an answer that there is no document to answer from, and what to do."""
    said = words.say("terminal-nothing-indexed", folder=printable(str(seeds)))
    return Group(Text(said), Text())


def render_suggestions(suggestions: Sequence[str], words: Words = ENGLISH) -> RenderableType:
    """List what could be asked next; it comes when the answer has been shown."""
    lines = [Text(words.say("terminal-ask-next"), style=ASIDE)]
    lines += [Text(f"  • {printable(question)}") for question in suggestions]
    return Group(*lines, Text())


def render_sources(documents: Sequence[DocumentInfo], words: Words = ENGLISH) -> RenderableType:
    """List what is indexed, two lines a document; the owner's own files last, without a number."""
    own = [one for one in documents if is_own_file(one.path)]
    counted = [one for one in documents if not is_own_file(one.path)]
    width = len(str(len(counted)))
    lines: list[RenderableType] = []
    for number, document in chain(enumerate(counted, start=1), zip(repeat(""), own)):
        asked, count = document.is_asked, document.sentences
        what = words.say("sentences", count=count) if asked else words.say("never-quoted")
        what += language_note(document.language, words)
        lines += [
            whole_line(f"{number:>{width}}  {printable(document.title)}"),
            whole_line(" " * (width + 2), (f"{printable(document.path)} · {what}", ASIDE)),
        ]
    return Group(*lines)


def render_status(info: IndexInfo, words: Words = ENGLISH) -> RenderableType:
    """Say what the index holds."""
    built = info.built_at.astimezone().strftime("%Y-%m-%d %H:%M:%S %Z")
    rows = [
        (words.say("status-build"), info.build_id),
        (words.say("status-built-at"), built),
        (words.say("status-documents"), words.decimal(info.documents, 0)),
        (words.say("status-sentences"), words.decimal(info.sentences, 0)),
        (words.say("status-model-name"), _model(info, words)),
        (words.say("status-size"), f"{words.decimal(info.size_bytes / 1e6, 1)} MB"),
    ]
    if info.segments:
        rows.append((words.say("status-segments"), _segments(info.segments)))
    width = max(_NAMED, *(width_of(name) + 1 for name, _ in rows))
    return Group(
        *(
            whole_line((name + " " * (width - width_of(name)), ASIDE), printable(value))
            for name, value in rows
        )
    )


def _model(info: IndexInfo, words: Words) -> str:
    return words.say("status-dimensions", model=info.model, dimensions=str(info.dimension))


def _segments(searches: Sequence[str]) -> str:
    """Say how many segments there are, and how each is searched."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in Counter(searches).items())
    return f"{len(searches):,} (vectors: {kinds})"


def render_changed(
    changed: Sequence[str], seeds: Path, words: Words = ENGLISH, *, remedy: str
) -> RenderableType:
    """Say that files have changed since they were indexed; at least one."""
    folder = printable(str(seeds))
    said = changed_text(changed, folder=folder, remedy=words.of(remedy), words=words)
    return whole_line(said)


def render_report(report: BuildReport, words: Words = ENGLISH) -> RenderableType:
    """Say what a build changed, one file a line."""
    lines: list[RenderableType] = []
    for sign, name, style, paths in (
        ("+", "added", ADDED, report.added),
        ("~", "changed", CHANGED, report.changed),
        ("-", "removed", REMOVED, report.removed),
    ):
        lines += [_told(sign, name, style, path) for path in paths]
    lines += [_told("!", "skipped", SKIPPED, one.path, one.reason) for one in report.skipped]
    lines += _warned(report.warnings)
    if report.held is not None:
        lines.append(
            Text(
                f"No document has changed since the index was gone back to {report.held}, so that"
                f" one goes on answering; `verbatim rollback {report.build_id}` ends that."
            )
        )
        return Group(*lines)
    same = len(without_own_files(report.unchanged))
    unchanged = f", {same:,} unchanged" if same else ""
    lines.append(
        Text(
            f"{_count(report.documents, 'document')}{unchanged}; "
            f"{_count(report.sentences, 'sentence')}, {report.embedded:,} embedded now, "
            f"in {report.seconds:.1f} s."
        )
    )
    if report.left is not None:
        lines.append(Text(f"It takes the place of {report.left}, which had been gone back to."))
    if not report.sentences:
        lines.append(Text(words.say("empty-index")))
    return Group(*lines)


def render_warnings(warnings: Sequence[Warned]) -> RenderableType:
    """Say what is doubtful in some files, one a line."""
    return Group(*_warned(warnings))


def _warned(warnings: Sequence[Warned]) -> list[Text]:
    return [_told("?", "doubtful", DOUBTFUL, one.path, one.text) for one in warnings]


def _told(sign: str, name: str, style: str, path: str, words: str | None = None) -> Text:
    said = printable(path) if words is None else f"{printable(path)}: {printable(words)}"
    return Text.assemble((sign, style), f" {name:8} {said}")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
