"""Fit the confidence of languages that the model doesn't know.

    python -P -m retrieval.training.words_only ENGLISH OTHER … --cache MODELS --out FILE

Each folder is an evaluation folder (corpus/ and questions.jsonl). The first is in English and is
what is fitted on, as if the model didn't know it: its words come first, and only they are judged.
The others, in languages that it really doesn't know, are only asked, so that what is said of them
is said of languages that had no part in the fit.

Documents are taken in two halves. What has an answer in one half is asked of that half, and of the
other, which has none: questions in the same language about what isn't there are the ones that words
mistake.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from retrieval.answering.answer import as_hit
from retrieval.answering.confidence.logistic import regress
from retrieval.answering.confidence.words_only import (
    FIELDS,
    WordEvidence,
    WordParameters,
    word_evidence,
)
from retrieval.answering.view import IndexView
from retrieval.domain import Scope
from retrieval.encoder.load import open_encoder
from retrieval.encoder.models import DEFAULT_MODEL
from retrieval.encoder.protocol import Encoder
from retrieval.evaluation.dataset import Question, read_questions
from retrieval.evaluation.judging import judge
from retrieval.evaluation.sources import Sources
from retrieval.indexing.build import build_index
from retrieval.ranking.query import Query, encode
from retrieval.ranking.rank import rank
from retrieval.store import open_store

Array = NDArray[np.float64]

_SHRINKAGE = 1.0
_PERHAPS, _ANSWER = 0.15, 0.03
"""Shares of the questions without an answer that are given one perhaps, and given one."""


def main() -> None:
    """Ask, fit, report on the languages that had no part in it, and write the file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("english", type=Path)
    arguments.add_argument("others", type=Path, nargs="*")
    arguments.add_argument("--cache", type=Path, default=Path("models"))
    arguments.add_argument("--limit", type=int)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    encoder = open_encoder(DEFAULT_MODEL, cache=given.cache)
    fitted = fit(*_ask(given.english, encoder, given.limit))
    made = {"made_by": command(given), "asked": _checksums([given.english, *given.others])}
    given.out.write_text(json.dumps({**made, **asdict(fitted)}, indent=1) + "\n", encoding="utf-8")
    for folder in given.others:
        _report(folder.name, fitted, *_ask(folder, encoder, given.limit))


def command(given: argparse.Namespace) -> str:
    """Return what was typed, wherever the models are kept."""
    folders = [str(folder) for folder in (given.english, *given.others)]
    limit = ["--limit", str(given.limit)] if given.limit else []
    words = ["python -P -m retrieval.training.words_only", *folders, *limit, "--out", given.out]
    return " ".join(map(str, words))


def _checksums(folders: Sequence[Path]) -> dict[str, str]:
    """Name the questions that were asked by their SHA-256."""
    asked = {folder.name: (folder / "questions.jsonl").read_bytes() for folder in folders}
    return {name: hashlib.sha256(content).hexdigest() for name, content in asked.items()}


def fit(values: Array, right: NDArray[np.bool_], absent: NDArray[np.bool_]) -> WordParameters:
    """Tell right first sentences from those of absent documents.

    Args:
        values: float64 [n, f]: the evidence, in the order of `FIELDS`.
        right: bool [n]: the first sentence answers.
        absent: bool [n]: no document answers; what is neither isn't learned from.
    """
    told = right | absent
    weights, bias = regress(values[told], right[told].astype(float), shrinkage=_SHRINKAGE)
    odds = values[absent] @ weights + bias
    return WordParameters(
        weights=dict(zip(FIELDS, np.round(weights, 4).tolist(), strict=True)),
        bias=round(bias, 4),
        perhaps=round(float(np.quantile(odds, 1 - _PERHAPS)), 4),
        answer=round(float(np.quantile(odds, 1 - _ANSWER)), 4),
    )


def _report(
    name: str,
    made: WordParameters,
    values: Array,
    right: NDArray[np.bool_],
    absent: NDArray[np.bool_],
) -> None:
    odds = values @ np.array(list(made.weights.values())) + made.bias
    shown = odds >= made.perhaps
    print(  # noqa: T201
        f"{name}: {shown[~absent].mean():.3f} of the answerable shown, "
        f"{1 - shown[right].mean():.3f} of the right withheld, "
        f"{shown[absent].mean():.3f} of the absent shown"
    )


def _ask(
    folder: Path, encoder: Encoder, limit: int | None
) -> tuple[Array, NDArray[np.bool_], NDArray[np.bool_]]:
    corpus = folder / "corpus"
    sources = Sources(corpus)
    questions = read_questions(folder / "questions.jsonl", sources=sources)
    answered = [question for question in questions if question.answers]
    # Of every document some: they stand one after the other.
    some = answered[:: max(len(answered) // limit, 1)] if limit else answered
    with TemporaryDirectory() as kept:
        store = open_store(Path(kept))
        build_index(corpus, store, encoder)
        reader = store.open()
        try:
            paths = [document.path for document in reader.documents()]
            halves = [Scope(documents=frozenset(paths[part::2])) for part in (0, 1)]
            rows = []
            for question in some:
                half = paths.index(question.answers[0].document) % 2
                for asked in (0, 1):
                    view = IndexView(reader, halves[asked])
                    evidence, right = _first(question, view, encoder, sources)
                    rows.append((asdict(evidence), right, asked != half))
        finally:
            reader.close()
    return (
        np.array([[values[name] for name in FIELDS] for values, *_ in rows]),
        np.array([right for _, right, _ in rows]),
        np.array([absent for *_, absent in rows]),
    )


def _first(
    question: Question, view: IndexView, encoder: Encoder, sources: Sources
) -> tuple[WordEvidence, bool]:
    (encoded,) = encode([Query(question=question.question)], encoder, view.reader.languages)
    found = rank(
        encoded, view.reader, view.sentence_text, view.block, scope=view.scope, foreign=True
    )
    hit = as_hit(view, int(found.rows[0]), 1.0)
    right = judge([hit], question.answers, sources).right
    return word_evidence(encoded.query, encoded.language, found, view), right


if __name__ == "__main__":
    main()
