"""``verbatim eval``: how good the answers are on questions whose answers are known."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.warnings import check_settings

__all__ = ["evaluate"]


def evaluate(
    folder: Annotated[
        Path, typer.Argument(help="A folder with corpus/ and questions.jsonl (see the README).")
    ],
    questions: Annotated[
        Path | None, typer.Option(help="Another file of questions about the same corpus.")
    ] = None,
    negatives: Annotated[
        Path | None,
        typer.Option(help="Questions about other documents: how many of them are answered?"),
    ] = None,
    index: Annotated[
        Path | None,
        typer.Option(help="Keep the index in this folder and use it again; else it is temporary."),
    ] = None,
    collection: Annotated[
        str | None,
        typer.Option(help="Search only this collection (a folder in corpus/)."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(min=1, help="Ask so many questions at most, spread evenly over each file."),
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Write the figures to this file as JSON.")
    ] = None,
    run_file: Annotated[
        Path | None,
        typer.Option("--run", help="Write each question's ranking to this file as JSON Lines."),
    ] = None,
    plot_file: Annotated[
        Path | None,
        typer.Option("--plot", help="Draw risk–coverage and reliability diagrams (PNG)."),
    ] = None,
) -> None:
    """Measure the answers on your own documents and questions.

    Asks every question of questions.jsonl and compares the ranking with the known answers. The
    exit code is 0 when every quotation is word for word in its file, else 1.

    Example: verbatim eval my-questions --plot curves.png
    """
    from bot.app.evaluate import Evaluation, run_evaluation
    from bot.terminal.console import TerminalConsole
    from bot.terminal.evaluation import render_evaluation
    from bot.terminal.progress import progress_on
    from config.load import load
    from config.settings import CoreSettings
    from retrieval.evaluation import files, plots

    if plot_file is not None:
        plots.require_matplotlib()
    settings = load(CoreSettings)
    check_settings()
    notices = TerminalConsole(stderr=True)
    wanted = Evaluation(
        corpus=folder / "corpus",
        questions=questions or folder / "questions.jsonl",
        negatives=negatives,
        index=index,
        collection=collection,
        limit=limit,
    )
    with progress_on(notices) as progress:
        result = run_evaluation(
            settings,
            wanted,
            progress=progress,
            notify=notices.note,
        )
    TerminalConsole().show(render_evaluation(result.report))
    if json_file is not None:
        files.write_object(json_file, result.as_dict())
    if run_file is not None:
        every = (*result.outcomes, *result.negatives)
        files.write_lines(run_file, (files.run_line(one) for one in every))
    if plot_file is not None:
        plots.draw(plot_file, result.outcomes)
    if result.report.violations:
        raise typer.Exit(1)
