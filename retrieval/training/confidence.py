"""Fit the shipped parameters of the confidence, and say how well they hold.

    python -m retrieval.training.confidence FOLDER --off-topic QUESTIONS

FOLDER is an evaluation folder (as evaluations take it) some of whose questions have no answer;
QUESTIONS is a file of questions about other documents. There is nothing random in it: the same
questions, encoder and code give the same numbers.
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.answering.confidence.fit import ANY_ENCODER, OWN_ENCODER, Fields, Sample, fit
from retrieval.answering.confidence.judge import evidence_for
from retrieval.answering.confidence.model import estimate
from retrieval.answering.view import IndexView
from retrieval.domain import Hit
from retrieval.encoder.load import open_encoder
from retrieval.encoder.models import DEFAULT_MODEL
from retrieval.encoder.protocol import Encoder
from retrieval.evaluation.dataset import Question, read_questions
from retrieval.evaluation.judging import judge
from retrieval.evaluation.metrics import auroc, calibration_error
from retrieval.evaluation.sources import Sources
from retrieval.indexing.build import build_index
from retrieval.ranking.query import Query, encode
from retrieval.ranking.rank import rank
from retrieval.store import open_store
from retrieval.store.interface import IndexReader

__all__ = ["collect", "cross_validate", "main"]

_FOLDS = 4
_OTHERS_TOGETHER = 5
"""Questions on other topics have no document to go by; neighbours in their file share one."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, print figures, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--off-topic", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True, help="folder of exported models")
    parser.add_argument("--fitted-on", required=True, help="the questions, in words")
    parser.add_argument("--index", type=Path, help="folder to keep the index in")
    parser.add_argument("--samples", type=Path, help="write the evidence to this file, too")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    encoder = open_encoder(DEFAULT_MODEL, cache=options.cache, threads=1)
    with tempfile.TemporaryDirectory() as temporary:
        index = options.index or Path(temporary)
        build_index(options.folder / "corpus", index, encoder)
        with closing(open_store(index).open()) as reader:
            samples, groups = collect(options.folder, options.off_topic, reader, encoder)
    if options.samples:
        lines = (asdict(one) | {"group": int(at)} for one, at in zip(samples, groups, strict=True))
        options.samples.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    fitted = []
    for fields, fingerprint in ((OWN_ENCODER, encoder.fingerprint), (ANY_ENCODER, None)):
        print(cross_validate(samples, groups, fields))  # noqa: T201
        known = fit(samples, fields, fitted_on=options.fitted_on, fingerprint=fingerprint)
        fitted.append(asdict(known))
    options.out.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


def collect(
    folder: Path, off_topic: Path, reader: IndexReader, encoder: Encoder
) -> tuple[list[Sample], NDArray[np.int64]]:
    """Ask every question; return the samples and, per sample, what it is grouped by."""
    sources = Sources(folder / "corpus")
    asked = read_questions(folder / "questions.jsonl", sources=sources)
    others = read_questions(off_topic, sources=None)
    samples, groups, view = [], [], IndexView(reader)

    def add(question: Question, group: int | None) -> None:
        (encoded,) = encode([Query(question=question.question)], encoder)
        found = rank(encoded, reader, view.sentence_text)
        first = int(found.rows[0])
        sentence, path = view.sentence(first), view.document(first).path
        hit = Hit(sentence_id=first, path=path, start=sentence.start, end=sentence.end, score=0.0)
        samples.append(
            Sample(
                evidence=evidence_for(question.question, found, view),
                right=judge([hit], question.answers, sources).right,
                answerable=bool(question.answers),
                on_topic=group is None,
            )
        )
        groups.append(view.place(first).document if group is None else group)

    for question in asked:
        add(question, None)
    for place, question in enumerate(others):
        add(question, place // _OTHERS_TOGETHER)
    return samples, np.array(groups)


def cross_validate(
    samples: Sequence[Sample], groups: NDArray[np.int64], fields: Fields
) -> dict[str, float]:
    """Judge every question by parameters that saw none of its document.

    Returns:
        The area under the ROC curve against questions on the topic without an answer, its mean
        and deviation over documents, the same against other topics, the share of those that is
        answered where 93 of 100 answerable ones are, and the expected calibration error.
    """
    found = np.zeros(len(samples))
    for fold in range(_FOLDS):
        seen = [one for one, at in zip(samples, groups, strict=True) if at % _FOLDS != fold]
        known = fit(seen, fields, fitted_on="", fingerprint=None)
        for place in np.flatnonzero(groups % _FOLDS == fold).tolist():
            found[place] = estimate(samples[place].evidence, known).probability
    right, answerable, on_topic = (
        np.array([getattr(one, name) for one in samples], dtype=bool)
        for name in ("right", "answerable", "on_topic")
    )
    least = np.quantile(found[answerable], 0.07)
    by_document = []
    for document in np.unique(groups[on_topic]):
        own = on_topic & (groups == document)
        if 0 < answerable[own].sum() < own.sum():
            by_document.append(auroc(found[own & answerable], found[own & ~answerable]))
    return {
        "adversarial": auroc(found[answerable], found[on_topic & ~answerable]),
        "adversarial, mean over documents": float(np.mean(by_document)),
        "adversarial, deviation over documents": float(np.std(by_document)),
        "other topics": auroc(found[answerable], found[~on_topic]),
        "other topics answered": float((found[~on_topic] >= least).mean()),
        "calibration error": calibration_error(found[on_topic], right[on_topic]),
        "calibration error, answerable only": calibration_error(
            found[answerable], right[answerable]
        ),
        "hit@1": float(right[answerable].mean()),
    }


if __name__ == "__main__":
    main()
