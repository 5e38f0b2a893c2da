"""The states of the index, and going from one to another, as Rich renderables."""

from collections.abc import Sequence
from datetime import datetime

from rich.console import Group, RenderableType
from rich.text import Text

from bot.app.states import PastState, Switch
from bot.terminal.passage import whole_line
from bot.terminal.plain import printable
from bot.terminal.styles import ADDED, ASIDE, CHANGED, PLACE, REMOVED, SKIPPED
from retrieval.store.states import Difference

__all__ = ["render_difference", "render_history", "render_switch"]

_NAMED = 20
"""Documents that are named of each kind; of the others it is said how many they are."""


def render_history(states: Sequence[PastState]) -> RenderableType:
    """List the states that are kept, the newest first, each with what it changed."""
    lines: list[RenderableType] = [
        Text("States; `verbatim rollback STATE` goes to one:", style=ASIDE)
    ]
    for state in states:
        mark = "→" if state.current else " "
        made = f"{_time(state.info.built_at)} · {_count(state.info.documents, 'document')}"
        by = f" · {printable(state.origin)}" if state.origin else ""
        lines.append(whole_line((mark, PLACE), f" {state.info.build_id}  {made}{by}"))
        if state.rollback is not None:
            by = f" by {printable(state.rollback.origin)}" if state.rollback.origin else ""
            back = f"gone back to {_time(state.rollback.at)}{by}; stays until a document changes"
            lines.append(whole_line((f"    {back}", ASIDE)))
        if state.difference is not None:
            lines.append(Text(f"    {_counts(state.difference)}", style=ASIDE))
    return Group(*lines)


def render_switch(switch: Switch, *, latest: bool) -> RenderableType:
    """Say which state answers now, and how its documents differ from those before."""
    same = switch.before is not None and switch.before.build_id == switch.after.build_id
    verb = "answers already" if same else "answers now"
    stays = "" if latest else " It stays until a document changes."
    documents = _count(switch.after.documents, "document")
    said = f"{switch.after.build_id} of {_time(switch.after.built_at)} {verb}: {documents}.{stays}"
    damaged = [whole_line((f"! {one} can't be read.", SKIPPED)) for one in switch.damaged]
    return Group(*damaged, *render_difference(switch.difference), whole_line(said))


def render_difference(difference: Difference) -> list[RenderableType]:
    """Name what was added, changed and removed, one document a line."""
    lines: list[RenderableType] = []
    for sign, name, style, paths in (
        ("+", "added", ADDED, difference.added),
        ("~", "changed", CHANGED, difference.changed),
        ("-", "removed", REMOVED, difference.removed),
    ):
        lines += [
            Text.assemble((sign, style), f" {name:8} {printable(path)}") for path in paths[:_NAMED]
        ]
        if len(paths) > _NAMED:
            lines.append(Text(f"  and {len(paths) - _NAMED:,} more"))
    return lines


def _counts(difference: Difference) -> str:
    told = [
        f"{sign} {len(paths):,}{_names(paths)}"
        for sign, paths in (
            ("+", difference.added),
            ("~", difference.changed),
            ("-", difference.removed),
        )
        if paths
    ]
    return "; ".join(told) or "the same documents, read anew"


def _names(paths: Sequence[str]) -> str:
    more = ", …" if len(paths) > 3 else ""
    return " " + ", ".join(printable(path) for path in paths[:3]) + more


def _time(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
