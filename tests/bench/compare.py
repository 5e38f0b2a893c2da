"""Verbatim beside other systems, in one run: quality, speed, memory and size.

Every system gets the same sentences, the same model and the same answerable questions. Each is
built in a fresh process, then opened in another, and all of them are asked in turns, so that
whatever else the machine does falls on all alike. Exits with 1 when a target is missed,
and with 2 when there is no such folder.
"""

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import cut, from_the_shell, measure
from process import Place
from question_set import main as check_question_set
from table import Run, around_markers, markdown, replace_between, targets

from bot.app.wiring import cache_folder
from config.settings import CoreSettings
from retrieval.encoder.models import DEFAULT_MODEL, resolve_model
from retrieval.evaluation.dataset import read_questions
from retrieval.evaluation.sources import Sources

OWN = ("faiss_dense", "encode")
PEERS = ("txtai_hybrid", "llamaindex_hybrid")


def main(argv: list[str] | None = None) -> int:
    """Measure, write, judge."""
    options = _options(argv)
    if code := check_question_set(options.folder):
        return code
    if options.readme:
        around_markers(options.readme)  # Better now than after ten minutes.
    run = _run(options)
    text = markdown(run)
    sys.stdout.write(f"{text}\n\n")
    if options.json:
        options.json.write_text(json.dumps(run.as_dict(), indent=2) + "\n", encoding="utf-8")
    if options.readme:
        replace_between(options.readme, text)
    promises = targets(run)
    for promise in promises:
        sys.stdout.write(f"{promise}\n")
    return 0 if all(promise.met for promise in promises) else 1


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="an evaluation folder")
    parser.add_argument("--every", type=int, default=3, help="ask every n-th answerable question")
    parser.add_argument("--builds", type=int, default=2, help="build so often; the fastest counts")
    parser.add_argument("--peers", help="the Python that has the other systems; else they stay out")
    parser.add_argument("--json", type=Path, help="write every figure to this file")
    parser.add_argument("--readme", type=Path, help="put the table between this file's markers")
    return parser.parse_args(argv)


def _run(options: argparse.Namespace) -> Run:
    corpus = options.folder.resolve() / "corpus"
    sources = Sources(corpus)
    every = read_questions(options.folder / "questions.jsonl", sources=sources)
    questions = [one for one in every if one.answers][:: options.every]
    pythons = {"verbatim": sys.executable}
    if options.peers:
        pythons |= dict.fromkeys(PEERS, options.peers)
    pythons |= dict.fromkeys(OWN, sys.executable)
    model = resolve_model(DEFAULT_MODEL, cache=cache_folder(CoreSettings())).folder
    with TemporaryDirectory(prefix="verbatim-bench-") as work:
        place = Place(work=Path(work), corpus=corpus, model=str(model))
        pieces = cut(place)
        systems = measure(
            place, pythons, pieces, questions, sources, builds=options.builds, tell=_tell
        )
        _tell("asking from the shell")
        ask, imported = from_the_shell(place, questions[0].question)
    return Run(
        corpus=options.folder.name,
        documents=len(sources),
        sentences=len(pieces),
        questions=len(questions),
        systems=systems,
        ask_seconds=ask,
        import_seconds=imported,
    )


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    raise SystemExit(main())
