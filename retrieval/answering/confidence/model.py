"""From evidence to a calibrated probability, the word that is shown for it, and what to do.

    topic    = logistic(weights of similarity)            is the question about these documents?
    holds    = logistic(weights of all the evidence)      does the sentence hold what is asked?
    p        = logistic(slope * logit(on * (floor + (1 - floor) * holds)) + offset)
               where on = min(topic / enough, 1)

The product keeps the two apart: on another topic no evidence helps, while the best of the words
can't be drowned by similarity; and what is on the topic surely enough is no nearer to an answer for
being so more surely. The last line is Platt's scaling (1999). All of it holds where the
share of questions with an answer is that of `Parameters.prior`; for another share the log-odds
are moved (Saerens, Latinne and Decaestecker 2002, for three classes: answered by the first
sentence, answered by another one, not answered).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.answering.confidence.calibration import logit
from retrieval.answering.confidence.evidence import Evidence
from retrieval.domain import Level, State

__all__ = ["Logistic", "Parameters", "estimate", "logistic", "product", "shifted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logistic:
    """A weighted sum of fields of ``Evidence``, by name, squeezed between 0 and 1."""

    weights: Mapping[str, float]
    bias: float

    def __call__(self, evidence: Evidence) -> float:
        """Return the probability."""
        terms = (weight * getattr(evidence, name) for name, weight in self.weights.items())
        return logistic(sum(terms) + self.bias)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """Everything that was fitted."""

    fitted_on: str
    """The questions, in words."""
    fingerprint: str | None
    """The encoder they hold for; ``None``: they use nothing that depends on it."""
    topic: Logistic
    holds: Logistic
    floor: float
    enough: float
    """Probability of the topic from which on a higher one counts no more."""
    slope: float
    offset: float
    prior: float
    """Share of questions with an answer, of those about the documents, that is counted on."""
    found: float
    """Share of those with an answer that the sentence ranked first answers, where it was fitted."""
    perhaps: float
    """The documents may answer at or above this probability, and don't answer below it."""
    answer: float
    """They answer at or above this one, with medium confidence."""
    high: float
    """They answer at or above this one, with high confidence."""

    def __post_init__(self) -> None:
        in_order = 0 < self.perhaps <= self.answer <= self.high <= 1
        shares = 0 < self.prior < 1 and 0 < self.found <= 1 and 0 < self.enough <= 1
        if not in_order or self.slope <= 0 or not shares:
            raise ValueError("parameters out of order")

    def level(self, probability: float) -> Level:
        """Return the word for a probability."""
        if probability >= self.high:
            return Level.HIGH
        return Level.MEDIUM if probability >= self.answer else Level.LOW

    def state(self, probability: float, *, least: float | None = None) -> State:
        """Return what a probability is enough for.

        Args:
            probability: Of the first sentence.
            least: What the owner wants at least for any answer; ``None``: `perhaps`.
        """
        least = self.perhaps if least is None else least
        if probability < least:
            return State.NONE
        return State.ANSWER if probability >= self.answer else State.PERHAPS


def estimate(evidence: Evidence, parameters: Parameters) -> float:
    """Tell how likely the sentence ranked first answers."""
    return logistic(parameters.slope * logit(product(evidence, parameters)) + parameters.offset)


def product(evidence: Evidence, parameters: Parameters) -> float:
    """Return what is scaled to the probability: on the topic, and holding what is asked."""
    floor = parameters.floor
    on_topic = min(parameters.topic(evidence) / parameters.enough, 1.0)
    return on_topic * (floor + (1 - floor) * parameters.holds(evidence))


def shifted(probability: float, *, fitted: float, expected: float, found: float) -> float:
    """Move a probability to another share of questions with an answer.

    Where the first sentence doesn't answer, another may: that share of the rest moves along with
    the questions that have an answer.

    Args:
        probability: That the first sentence answers.
        fitted: The share where it holds.
        expected: The share where it is used.
        found: Share of the questions with an answer that the first sentence answers.
    """
    more, less = expected / fitted, (1 - expected) / (1 - fitted)
    elsewhere = fitted * (1 - found)
    elsewhere /= elsewhere + 1 - fitted
    rest = elsewhere * more + (1 - elsewhere) * less
    return logistic(logit(probability) + math.log(more) - math.log(rest))


def logistic(value: float) -> float:
    """Return 1 / (1 + e^-value), without overflow."""
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    return 1 - 1 / (1 + math.exp(value))
