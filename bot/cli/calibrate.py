"""``verbatim calibrate``: fit the confidence to one's own documents and questions."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.warnings import check_settings

__all__ = ["calibrate"]


def calibrate(
    questions: Annotated[
        Path,
        typer.Argument(help="Questions about the indexed documents (JSON Lines, see the README)."),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")
    ] = False,
) -> None:
    """Refit the confidence to your own documents.

    Asks the questions, some of which the documents should not answer, and fits how sure an
    answer is said to be to how often the first sentence was right. Answers use it from then on;
    delete calibration.json in the data folder to go back.

    Example: verbatim calibrate my-questions.jsonl --dry-run
    """
    from bot.app.calibrate import calibrate_on, save
    from bot.terminal.console import TerminalConsole
    from bot.terminal.evaluation import render_calibration
    from bot.terminal.progress import progress_on
    from config.load import load
    from config.settings import CoreSettings

    settings = load(CoreSettings)
    check_settings()
    console, notices = TerminalConsole(), TerminalConsole(stderr=True)
    with progress_on(notices) as progress:
        calibrated = calibrate_on(
            settings,
            questions,
            progress=progress,
            notify=notices.note,
        )
    console.show(render_calibration(calibrated.samples, calibrated.after))
    if dry_run:
        console.show("Nothing was written.")
        return
    path = save(settings, calibrated)
    console.whole(f"Written to {path}.")
