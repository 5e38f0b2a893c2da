"""Fit the shipped parameters of the confidence, and say how well they hold.

    python -P -m retrieval.training.confidence collect DEVELOPMENT --cache CACHE --asked FILE
    python -P -m retrieval.training.confidence fit FILE --fitted-on WORDS --out parameters.json
    python -P -m retrieval.training.confidence table FILE

DEVELOPMENT is the folder of the development folders (`retrieval.training.corpora`). `collect`
asks all their questions once, which takes minutes; the others take seconds. `table` judges every
corpus by parameters that saw none of it. There is nothing random in it: the same questions,
encoder and code give the same numbers.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from retrieval.answering.confidence.fit import ANY_ENCODER, OWN_ENCODER, PRIOR, Fields, fit
from retrieval.encoder.load import open_encoder
from retrieval.encoder.models import DEFAULT_MODEL
from retrieval.encoder.protocol import Encoder
from retrieval.training.asking import Asked, ask_corpus, read_asked, write_asked
from retrieval.training.corpora import CORPORA, DevelopmentCorpus
from retrieval.training.held_out import Row, held_out, rows

__all__ = ["main"]

_NAMES = tuple(corpus.name for corpus in CORPORA)
_FIELDS = {"own": OWN_ENCODER, "any": ANY_ENCODER}


def main(arguments: Sequence[str] | None = None) -> None:
    """Collect, fit, or print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    collecting = commands.add_parser("collect", help="ask every question, and keep the evidence")
    collecting.add_argument("root", type=Path)
    collecting.add_argument("--cache", type=Path, required=True, help="folder of exported models")
    collecting.add_argument("--asked", type=Path, required=True, help="the file to write")
    collecting.add_argument("--limit", type=int, help="at most so many questions of each file")
    collecting.add_argument(
        "--corpora", nargs="+", default=_NAMES, choices=_NAMES, help="only these, by name"
    )
    fitting = commands.add_parser("fit", help="write the parameters that ship")
    fitting.add_argument("asked", type=Path, nargs="+")
    fitting.add_argument("--fitted-on", required=True, help="the questions, in words")
    fitting.add_argument("--cache", type=Path, required=True, help="folder of exported models")
    fitting.add_argument("--prior", type=float, default=PRIOR)
    fitting.add_argument("--out", type=Path, required=True)
    showing = commands.add_parser("table", help="judge each corpus by what saw none of it")
    showing.add_argument("asked", type=Path, nargs="+")
    showing.add_argument("--fields", choices=tuple(_FIELDS), default="own")
    showing.add_argument("--prior", type=float, default=PRIOR)
    options = parser.parse_args(arguments)
    if options.command == "collect":
        encoder = open_encoder(DEFAULT_MODEL, cache=options.cache, threads=1)
        wanted = [corpus for corpus in CORPORA if corpus.name in options.corpora]
        _collect(wanted, options, encoder)
    elif options.command == "fit":
        fingerprint = open_encoder(DEFAULT_MODEL, cache=options.cache, threads=1).fingerprint
        asked = [one.sample for one in _read(options.asked) if one.ships]
        fitted = [
            fit(
                asked,
                fields,
                fitted_on=options.fitted_on,
                fingerprint=holds_for,
                prior=options.prior,
            )
            for fields, holds_for in ((OWN_ENCODER, fingerprint), (ANY_ENCODER, None))
        ]
        text = json.dumps(list(map(asdict, fitted)), indent=1)
        options.out.write_text(f"{text}\n", encoding="utf-8")
    else:
        _print_table(_read(options.asked), _FIELDS[options.fields], options.prior)


def _read(files: Sequence[Path]) -> list[Asked]:
    return [one for file in files for one in read_asked(file)]


def _collect(
    corpora: Sequence[DevelopmentCorpus], options: argparse.Namespace, encoder: Encoder
) -> None:
    asked: list[Asked] = []
    for corpus in corpora:
        asked += ask_corpus(corpus, options.root, encoder, limit=options.limit)
        print(f"{corpus.name}: {len(asked):,} asked")  # noqa: T201
    write_asked(options.asked, asked)


def _print_table(asked: Sequence[Asked], fields: Fields, prior: float) -> None:
    judged = held_out(asked, fields, prior=prior)
    print(_line(*Row.HEADINGS))  # noqa: T201
    for row in rows(judged):
        print(_line(*row.cells()))  # noqa: T201


def _line(first: str, *others: str) -> str:
    return f"{first:42}" + "".join(f"{other:>10}" for other in others)


if __name__ == "__main__":
    main()
