"""Rebuilding the index in a process of its own, so that the bot stays responsive meanwhile.

``python -P -m bot.app.rebuild ORIGIN`` is that process: it writes one JSON object a line, each
either ``{"stage", "done", "total"}``, ``{"report"}`` or ``{"error"}``. The error is data, so that
whoever shows it can word it. After the report it goes on and merges the index's segments, at the
lowest priority, until the next rebuild ends it.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, fields
from typing import Any

from retrieval.domain import BuildReport, Skipped, Warned
from retrieval.errors import IndexWriteError, VerbatimError, error_from_data, error_to_data
from retrieval.indexing.progress import Progress
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["ProcessRebuild", "main"]


class ProcessRebuild:
    """Builds the index in a child process with the same settings."""

    def __init__(self, command: tuple[str, ...] | None = None) -> None:
        # -P: or whatever is called ``config`` in the working folder would be imported for ours.
        self._command = command or (sys.executable, "-P", "-m", "bot.app.rebuild")
        self._child: subprocess.Popen[str] | None = None
        self._behind: subprocess.Popen[str] | None = None
        """One that has reported, and merges."""

    def __call__(self, progress: Progress, *, origin: str = "") -> BuildReport:
        """Build, passing on the child's progress; ``origin`` says what builds.

        Raises:
            VerbatimError: the child's reason, or that it ended without one.
        """
        self._end_behind()
        report = None
        # The token is none of the child's business.
        environment = {k: v for k, v in os.environ.items() if k != "VERBATIM_DISCORD_TOKEN"}
        child = subprocess.Popen(  # noqa: S603 - our own module, no shell
            (*self._command, origin),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
            encoding="utf-8",
        )
        self._child = child
        try:
            for line in child.stdout or ():
                said = json.loads(line)
                if "error" in said:
                    raise error_from_data(said["error"])
                if "report" in said:
                    report = _report(said["report"])
                    break
                progress(said["stage"], said["done"], said["total"])
        finally:
            self._child = None
            if report is None:
                _end(child)
            else:
                self._behind = child
                if child.stdout is not None:
                    child.stdout.close()
        if report is None:
            raise IndexWriteError(
                "The index build was ended before it was done", Remedy(RemedyKind.START_AGAIN)
            )
        return report

    def stop(self) -> None:
        """End the child, if there is one."""
        child = self._child
        if child is not None:
            child.kill()
        self._end_behind()

    def _end_behind(self) -> None:
        behind, self._behind = self._behind, None
        if behind is not None:
            _end(behind)


def _end(child: subprocess.Popen[str]) -> None:
    child.kill()
    with child:  # Closes its output, and waits until it is gone.
        pass


def _report(values: dict[str, Any]) -> BuildReport:
    known = {field.name for field in fields(BuildReport)}
    cleaned: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in values.items()
        if name in known
    }
    cleaned["skipped"] = tuple(Skipped(**skipped) for skipped in values["skipped"])
    cleaned["warnings"] = tuple(Warned(**warned) for warned in values.get("warnings", ()))
    return BuildReport(**cleaned)


def _say(**values: object) -> None:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Build the index and report on standard output; returns the exit code."""
    from bot.app.wiring import core_build, core_encoder, tidy_index
    from config.errors import ConfigurationError
    from config.load import load
    from config.settings import CoreSettings

    def progress(stage: str, done: int, total: int | None) -> None:
        _say(stage=stage, done=done, total=total)

    try:
        settings = load(CoreSettings)
        origin = sys.argv[1] if len(sys.argv) > 1 else ""
        encoder = core_encoder(settings, builds=True)
        report = core_build(settings, encoder, progress=progress, origin=origin)
    except ConfigurationError as error:
        mend = Remedy(RemedyKind.CORRECT_ALL, str(error))
        _say(error=error_to_data(VerbatimError("The settings can't be used any more", mend)))
        return 2
    except VerbatimError as error:
        _say(error=error_to_data(error))
        return 2
    _say(report=asdict(report))
    with suppress(AttributeError, OSError):  # Not every system knows it.
        os.nice(19)
    tidy_index(settings)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
