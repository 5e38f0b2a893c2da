"""How well a confidence holds on documents of a kind that it was not fitted to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from retrieval.answering.confidence.fit import PRIOR, Fields, fit
from retrieval.answering.confidence.model import Parameters, estimate
from retrieval.domain import Level, State
from retrieval.evaluation.metrics import auroc, calibration_error, mean
from retrieval.training.asking import Asked

__all__ = ["Judged", "Row", "held_out", "rows"]

_PARTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One question, with what is made of it."""

    asked: Asked
    probability: float
    level: Level
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The figures of one file of questions; shares, nan where nothing counts."""

    HEADINGS: ClassVar = (
        "corpus, questions",
        "number",
        "right",
        "withheld",
        "shown",
        "answered",
        "high/med",
        "high",
        "high is",
        "error",
        "AUROC",
    )

    name: str
    number: int
    right: float
    """The first sentence is, of the answerable."""
    withheld: float
    """Of the right ones, not shown."""
    shown: float
    """As an answer or perhaps; of all questions, where none has an answer, else of those."""
    answered: float
    """As an answer."""
    confident: float
    """Of the right ones, with high or medium confidence."""
    high: float
    """Of those with an answer, with high confidence."""
    high_right: float
    """Of these, right."""
    error: float
    """Expected calibration error, over the answerable."""
    adversarial: float
    """Area under the curve, answerable against unanswerable questions of the same file."""

    def cells(self) -> tuple[str, ...]:
        """Return what is printed."""
        shares = (
            self.right,
            self.withheld,
            self.shown,
            self.answered,
            self.confident,
            self.high,
            self.high_right,
            self.error,
            self.adversarial,
        )
        return (self.name, str(self.number), *("–" if x != x else f"{x:.3f}" for x in shares))


def held_out(asked: Sequence[Asked], fields: Fields, *, prior: float = PRIOR) -> list[Judged]:
    """Judge the questions of each folder by parameters fitted to the other folders alone.

    Corpora of the same folder, such as a part of it, are left out together. The only folder with
    questions that nearly have an answer is left out in parts, by its documents: without it nothing
    would be learned of them. What may not be fitted to what ships isn't fitted to here, either.
    """
    near = {one.sample.corpus for one in asked if one.sample.on_topic and not one.sample.answerable}
    alone = near.pop() if len(near) == 1 else None

    def fold(one: Asked) -> tuple[str, int]:
        folder = one.sample.corpus
        return folder, one.document % _PARTS if folder == alone else 0

    folds = [fold(one) for one in asked]
    found: dict[int, Judged] = {}
    for left_out in dict.fromkeys(folds):
        seen = [
            one.sample for one, at in zip(asked, folds, strict=True) if one.ships and at != left_out
        ]
        known = fit(seen, fields, fitted_on="", fingerprint=None, prior=prior)
        for place, at in enumerate(folds):
            if at == left_out:
                found[place] = _judge(asked[place], known)
    return [found[place] for place in range(len(asked))]


def rows(judged: Sequence[Judged]) -> Iterator[Row]:
    """Return the figures of every file of questions, in the order they were asked."""
    names = dict.fromkeys((one.asked.corpus, one.asked.asking) for one in judged)
    for corpus, asking in names:
        own = [one for one in judged if (one.asked.corpus, one.asked.asking) == (corpus, asking)]
        yield _row(f"{corpus}, {asking}", own)


def _judge(one: Asked, known: Parameters) -> Judged:
    probability = estimate(one.sample.evidence, known)
    return Judged(
        asked=one,
        probability=probability,
        level=known.level(probability),
        state=known.state(probability),
    )


def _row(name: str, judged: Sequence[Judged]) -> Row:
    answerable = [one for one in judged if one.asked.sample.answerable]
    others = [one for one in judged if not one.asked.sample.answerable]
    counted = answerable or others
    right = [one for one in answerable if one.asked.sample.right]
    high = [one for one in answerable if one.level is Level.HIGH]
    return Row(
        name=name,
        number=len(judged),
        right=mean([one.asked.sample.right for one in answerable]),
        withheld=mean([one.state is State.NONE for one in right]),
        shown=mean([one.state is not State.NONE for one in counted]),
        answered=mean([one.state is State.ANSWER for one in counted]),
        confident=mean([one.level is not Level.LOW for one in right]),
        high=mean([one.level is Level.HIGH for one in answerable]),
        high_right=mean([one.asked.sample.right for one in high]),
        error=calibration_error(
            [one.probability for one in answerable],
            [one.asked.sample.right for one in answerable],
        ),
        adversarial=auroc(
            [one.probability for one in answerable], [one.probability for one in others]
        ),
    )
