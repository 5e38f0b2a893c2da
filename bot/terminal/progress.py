"""Progress of a build: a bar on a terminal, plain lines in a pipe."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.progress import TimeRemainingColumn as Remaining

__all__ = ["Reporter", "progress_on"]


class Reporter(Protocol):
    """What a long job calls: the stage's name, and how much of it is done."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Report ``done`` of ``total`` steps; a total of None is not known yet."""


class _Bar:
    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._tasks[stage], completed=done, total=total)


class _Lines:
    """One line when a stage starts and one when it ends: a log stays readable."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._started: set[str] = set()

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        if stage not in self._started:
            self._started.add(stage)
            amount = "" if not total else f" ({total:,})"
            self._console.print(f"{stage}{amount} …", highlight=False, markup=False)


@contextmanager
def progress_on(console: Console) -> Iterator[Reporter]:
    """Show the progress of what runs inside the block on this console."""
    if not console.is_terminal:
        yield _Lines(console)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bar(progress)
