"""Four kinds of evidence made into one score.

Each is on an absolute scale, a cosine or a share, and means the same in a corpus of five
sentences as in one of fifty thousand; z-scores or ranks would not. That is why four fixed
weights are enough. A listwise regression on squad2-a agreed on them between folds of its
documents to a twentieth; words were then given more, for other corpora (retrieval/README.md).
"""

from dataclasses import dataclass

import numpy as np

from retrieval.arrays import FloatArray, IdArray

__all__ = ["WEIGHTS", "RankingEvidence", "Weights", "fuse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each kind of evidence says, relative to late interaction."""

    sentence: float = 1.0
    context: float = 0.5
    dense: float = 0.3
    lexical: float = 0.8

    @property
    def total(self) -> float:
        """Their sum."""
        return self.sentence + self.context + self.dense + self.lexical


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingEvidence:
    """What is known of m sentences, each field float32 [m]."""

    sentence: FloatArray
    """Late interaction with the sentence."""
    context: FloatArray
    """Late interaction with its context."""
    dense: FloatArray
    """Cosine of the question's and the sentence's vector."""
    lexical: FloatArray
    """Share of the question's words that the sentence and its neighbours use."""

    def beside(self, other: "RankingEvidence") -> "RankingEvidence":
        """Return the evidence of these sentences and of others behind them."""
        return RankingEvidence(
            sentence=np.concatenate([self.sentence, other.sentence]),
            context=np.concatenate([self.context, other.context]),
            dense=np.concatenate([self.dense, other.dense]),
            lexical=np.concatenate([self.lexical, other.lexical]),
        )

    def take(self, places: IdArray) -> "RankingEvidence":
        """Return the evidence of some of the sentences, in the order asked for."""
        return RankingEvidence(
            sentence=self.sentence[places],
            context=self.context[places],
            dense=self.dense[places],
            lexical=self.lexical[places],
        )


def fuse(evidence: RankingEvidence, weights: Weights = WEIGHTS) -> FloatArray:
    """Return the weighted mean of the evidence, float32 [m], at most 1."""
    score: FloatArray = (
        weights.sentence * evidence.sentence
        + weights.context * evidence.context
        + weights.dense * evidence.dense
        + weights.lexical * evidence.lexical
    ) / weights.total
    return score
