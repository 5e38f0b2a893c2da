"""Fitting the parameters of the confidence: some thirty numbers, each by logistic regression."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from retrieval.answering.confidence.calibration import logit
from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.logistic import regress
from retrieval.answering.confidence.model import Logistic, Parameters, estimate, product

__all__ = ["ANY_ENCODER", "OWN_ENCODER", "PRIOR", "Fields", "Sample", "fit"]

Array = NDArray[np.float64]

PRIOR = 0.8
"""Share of the questions about the documents that have an answer there, as it is counted on."""

_WRONG_SENTENCE = 0.5
"""What a question counts as that is answered, but not by the sentence ranked first."""
_AT_EASE = 0.4
"""As how many a question counts, where sentences that hold what is asked are told from others, that
is asked of documents with no question that nearly has an answer: little is learned of it."""
_FLOOR = 0.3
_ENOUGH = 0.8
"""Of the topic. Above it, differences of similarity tell nothing of what a sentence holds, and were
taken for that: without it the cross-validated adversarial AUROC is .762 instead of .766."""
_SHRINKAGE = 3.0
_LEAST_SLOPE = 0.01
_SHOWN = 0.99
"""Share of the right first sentences that are shown, if only perhaps."""
_SURE = 0.93
"""Share of them that are called an answer."""
_RELIED_ON = 0.93
"""Share of what has high confidence that is right, of each corpus's questions with an answer; where
that can't be had, it is `_FEW` of the right ones, the most likely."""
_FEW = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A question, asked."""

    evidence: Evidence
    right: bool
    """Whether the sentence ranked first answers."""
    answerable: bool
    """Whether any sentence does."""
    on_topic: bool
    """Whether the question was meant for these documents."""
    corpus: str = ""
    """The documents: each corpus counts the same, however many questions are asked of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Which evidence each half of the model looks at."""

    topic: tuple[str, ...]
    holds: tuple[str, ...]


_WORDS = (
    "negative",
    "negated",
    "opposite",
    "number",
    "rare",
    "absent",
    "foreign",
    "lacking",
    "worst",
    "unfit",
)
OWN_ENCODER = Fields(
    topic=("score", "dense", "context", "covered", "titled"),
    holds=("dense", "score", "lead", "margin", "unmet", "covered", "reader", *_WORDS),
)
ANY_ENCODER = Fields(
    topic=("covered", "lexical"),
    holds=("negative", "negated", "opposite", "number", "absent", "name", "rare", "unfit"),
)
"""What doesn't depend on how an encoder's cosines are spread."""


def fit(
    samples: Sequence[Sample],
    fields: Fields,
    *,
    fitted_on: str,
    fingerprint: str | None,
    prior: float = PRIOR,
) -> Parameters:
    """Fit all parameters.

    Args:
        samples: Questions with and without an answer, and ones on other topics.
        fields: The evidence to use.
        fitted_on: The questions in words.
        fingerprint: The encoder's, or ``None`` when ``fields`` don't depend on it.
        prior: Share of the questions on the topic that have an answer, to count on; as they are
            given, their share may be any.
    """
    right, answerable, on_topic = (
        np.array([getattr(sample, name) for sample in samples], dtype=bool)
        for name in ("right", "answerable", "on_topic")
    )
    folders = np.array([sample.corpus for sample in samples])
    counts = _counts(folders, answerable, on_topic, prior)
    each = np.where(np.isin(folders, folders[on_topic & ~answerable]), 1.0, _AT_EASE)
    target = np.where(answerable & ~right, _WRONG_SENTENCE, right)
    plain = answerable | ~on_topic
    unscaled = Parameters(
        fitted_on=fitted_on,
        fingerprint=fingerprint,
        topic=_regress(samples, fields.topic, answerable.astype(np.float64), plain, 1.0, counts),
        holds=_regress(samples, fields.holds, target, on_topic, _SHRINKAGE, each, apart=True),
        floor=_FLOOR,
        enough=_ENOUGH,
        slope=1.0,
        offset=0.0,
        prior=prior,
        found=1.0,
        perhaps=0.5,
        answer=0.5,
        high=0.5,
    )
    scaled = _scaled(unscaled, samples, folders, right, answerable, on_topic)
    found = np.array([estimate(sample.evidence, scaled) for sample in samples])
    return _with_thresholds(scaled, found, right, answerable, folders, counts)


def _scaled(
    unscaled: Parameters,
    samples: Sequence[Sample],
    folders: NDArray[np.str_],
    right: NDArray[np.bool_],
    answerable: NDArray[np.bool_],
    on_topic: NDArray[np.bool_],
) -> Parameters:
    """Make the product a probability (Platt 1999), by the folders that can tell.

    That is where some questions have no answer, and where the known answer is the sentence that
    answers: where it is one of several good ones, right sentences are counted as wrong. Questions
    on another topic are left out: how many of them will be asked nobody knows.
    """
    use = on_topic & np.isin(folders, folders[on_topic & ~answerable])
    if not use.any():
        use = on_topic
    counts = _counts(folders[use], answerable[use], on_topic[use], unscaled.prior)
    odds = np.array(
        [
            [logit(product(one.evidence, unscaled))]
            for one, used in zip(samples, use, strict=True)
            if used
        ]
    )
    (slope,), offset = regress(odds, right[use].astype(np.float64), shrinkage=0.0, counts=counts)
    # Where nothing tells what is right, the order is kept all the same.
    slope = max(float(slope), _LEAST_SLOPE)
    asked = counts * answerable[use]
    found = float((asked * right[use]).sum() / asked.sum())
    return replace(unscaled, slope=round(slope, 4), offset=round(offset, 4), found=round(found, 4))


def _counts(
    folders: NDArray[np.str_],
    answerable: NDArray[np.bool_],
    on_topic: NDArray[np.bool_],
    prior: float,
) -> Array:
    """Say as how many each sample counts, float64 [n]; all together as many as there are.

    Within the answerable ones, and within those on another topic, each corpus counts the same.
    """
    corpora = np.unique(folders, return_inverse=True)[1].astype(np.int64)
    counts = np.zeros(len(folders))
    for part, share in (
        (answerable, prior),
        (on_topic & ~answerable, 1 - prior),
        (~on_topic, 1.0),
    ):
        sizes = np.bincount(corpora[part])
        filled = int(np.count_nonzero(sizes))
        counts[part] = share / max(filled, 1) / sizes[corpora[part]]
    together: Array = counts * len(folders) / counts.sum()
    return together


def _with_thresholds(
    scaled: Parameters,
    found: Array,
    right: NDArray[np.bool_],
    answerable: NDArray[np.bool_],
    folders: NDArray[np.str_],
    counts: Array,
) -> Parameters:
    """Set what is shown, what is called an answer, and what can be relied on."""
    shown, sure = (_quantile(found[right], counts[right], 1 - share) for share in (_SHOWN, _SURE))
    corpora = np.unique(folders[answerable])
    high = max(_relied_on(found, right, answerable & (folders == one)) for one in corpora)
    high = min(high, _quantile(found[right], counts[right], 1 - _FEW))
    perhaps = min(max(round(shown, 3), 0.001), 1.0)
    answer = min(max(round(sure, 3), perhaps), 1.0)
    return replace(
        scaled, perhaps=perhaps, answer=answer, high=min(max(round(high, 3), answer), 1.0)
    )


def _relied_on(found: Array, right: NDArray[np.bool_], asked: NDArray[np.bool_]) -> float:
    """Return the least probability from which on enough of a corpus's answers are right."""
    order = np.argsort(-found[asked])
    share = np.cumsum(right[asked][order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(share >= _RELIED_ON)
    return float(found[asked][order][enough[-1]]) if len(enough) else 1.0


def _quantile(values: Array, counts: Array, share: float) -> float:
    """Return the value below which that share of the counts lies."""
    order = np.argsort(values)
    below = np.cumsum(counts[order]) / counts.sum()
    return float(values[order][min(int(np.searchsorted(below, share)), len(values) - 1)])


def _regress(
    samples: Sequence[Sample],
    names: tuple[str, ...],
    target: Array,
    use: NDArray[np.bool_],
    shrinkage: float,
    counts: Array,
    *,
    apart: bool = False,
) -> Logistic:
    """Fit one half of the model.

    With ``apart``, each corpus has a bias of its own: only differences within a corpus teach, or
    the corpora whose questions all have answers would teach what their questions look like.
    """
    values = np.array([[getattr(s.evidence, name) for name in names] for s in samples])[use]
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    scaled = (values - mean) / spread
    corpora = np.unique([s.corpus for s in samples], return_inverse=True)[1][use]
    own = np.eye(corpora.max() + 1)[corpora][:, 1:] if apart else np.empty((len(scaled), 0))
    weights, bias = regress(
        np.hstack([scaled, own]), target[use], shrinkage=shrinkage, counts=counts[use]
    )
    weights = weights[: len(names)] / spread
    return Logistic(
        weights={name: round(float(w), 4) for name, w in zip(names, weights, strict=True)},
        bias=round(float(bias - weights @ mean), 4),
    )
