"""Progress of a build: a bar on a terminal, plain lines in a pipe."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TaskID, TextColumn
from rich.progress import Progress as Bars
from rich.progress import TimeRemainingColumn as Remaining
from rich.text import Text

from bot.localisation.words import ENGLISH, Words
from bot.rendering.stages import stage_text
from retrieval.indexing.progress import Progress

__all__ = ["progress_on"]


class _Rate(ProgressColumn):
    """How many a second, lately."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


class _Bar:
    def __init__(self, bars: Bars, words: Words) -> None:
        self._bars = bars
        self._words = words
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(_named(stage, self._words), total=total)
        self._bars.update(self._tasks[stage], completed=done, total=total)


class _Lines:
    """One line when a stage starts and one when it ends: a log stays readable."""

    def __init__(self, console: Console, words: Words) -> None:
        self._console = console
        self._words = words
        self._started: set[str] = set()

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        if stage not in self._started:
            self._started.add(stage)
            amount = "" if not total else f" ({total:,})"
            self._console.print(
                f"{_named(stage, self._words)}{amount} …", highlight=False, markup=False
            )


def _named(stage: str, words: Words) -> str:
    return stage_text(stage, words) or stage


@contextmanager
def progress_on(console: Console, words: Words = ENGLISH) -> Iterator[Progress]:
    """Show the progress of what runs inside the block on this console."""
    if not console.is_terminal:
        yield _Lines(console, words)
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        Remaining(),
    )
    with Bars(*columns, console=console, transient=True) as bars:
        yield _Bar(bars, words)
