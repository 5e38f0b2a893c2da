"""What ``/rebuild`` has changed, in the words of whoever asked for it."""

from rich.console import Group, RenderableType
from rich.text import Text

from bot.app.counting import without_own_files
from bot.localisation.words import Words
from bot.terminal.plain import printable
from bot.terminal.styles import ADDED, CHANGED, DOUBTFUL, REMOVED, SKIPPED
from retrieval.domain import BuildReport

__all__ = ["render_rebuilt"]


def render_rebuilt(report: BuildReport, words: Words) -> RenderableType:
    """Say what changed, one file a line; why a file was not read is said in English."""
    lines = [
        Text.assemble((sign, style), f" {printable(path)}")
        for sign, style, paths in (
            ("+", ADDED, report.added),
            ("~", CHANGED, report.changed),
            ("-", REMOVED, report.removed),
        )
        for path in paths
    ]
    said = [("!", SKIPPED, one.path, one.reason) for one in report.skipped]
    said += [("?", DOUBTFUL, one.path, one.text) for one in report.warnings]
    lines += [
        Text.assemble((sign, style), f" {printable(path)}: {printable(why)}")
        for sign, style, path, why in said
    ]
    if report.held is not None:
        lines.append(Text(words.say("rebuilt-held", state=report.held)))
        return Group(*lines)
    counted = [
        words.say("documents", count=report.documents),
        words.say("unchanged", count=len(without_own_files(report.unchanged))),
        words.say("sentences", count=report.sentences),
        words.say("embedded-anew", count=report.embedded, seconds=words.decimal(report.seconds, 1)),
    ]
    lines.append(Text(f"{words.say('up-to-date')}: {', '.join(counted)}"))
    if report.left is not None:
        lines.append(Text(words.say("takes-the-place", state=report.left)))
    if not report.sentences:
        lines.append(Text(words.say("empty-index")))
    return Group(*lines)
