"""Rebuilding the index in a process of its own, so that the bot stays responsive meanwhile.

``python -P -m bot.app.rebuild ORIGIN`` is that process: it writes one JSON object a line, each
either ``{"stage", "done", "total"}``, ``{"report"}`` or ``{"error"}``. The error is data, so that
whoever shows it can word it.
"""

import json
import os
import subprocess
import sys
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

    def __call__(self, progress: Progress, *, origin: str = "") -> BuildReport:
        """Build, passing on the child's progress; ``origin`` says what builds.

        Raises:
            VerbatimError: the child's reason, or that it ended without one.
        """
        report = None
        # The token is none of the child's business.
        environment = {k: v for k, v in os.environ.items() if k != "VERBATIM_DISCORD_TOKEN"}
        with subprocess.Popen(  # noqa: S603 - our own module, no shell
            (*self._command, origin),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
            encoding="utf-8",
        ) as child:
            self._child = child
            try:
                for line in child.stdout or ():
                    said = json.loads(line)
                    if "error" in said:
                        raise error_from_data(said["error"])
                    if "report" in said:
                        report = _report(said["report"])
                    else:
                        progress(said["stage"], said["done"], said["total"])
            finally:
                self._child = None
                child.kill()
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
    from bot.app.wiring import core_build, core_encoder
    from config.errors import ConfigurationError
    from config.load import load
    from config.settings import CoreSettings

    def progress(stage: str, done: int, total: int | None) -> None:
        _say(stage=stage, done=done, total=total)

    try:
        settings = load(CoreSettings)
        origin = sys.argv[1] if len(sys.argv) > 1 else ""
        report = core_build(settings, core_encoder(settings), progress=progress, origin=origin)
    except ConfigurationError as error:
        mend = Remedy(RemedyKind.CORRECT_ALL, str(error))
        _say(error=error_to_data(VerbatimError("The settings can't be used any more", mend)))
        return 2
    except VerbatimError as error:
        _say(error=error_to_data(error))
        return 2
    _say(report=asdict(report))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
