"""Sentences that may answer, with what is known of each, in an order."""

from dataclasses import dataclass

import numpy as np

from retrieval.arrays import FloatArray, IdArray, IntArray
from retrieval.ranking.fusion import RankingEvidence

__all__ = ["Candidates", "in_best_order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """m sentences, best first."""

    rows: IdArray
    """int64 [m]: sentence ids."""
    scores: FloatArray
    """float32 [m]: see `retrieval.ranking.fusion.fuse`."""
    evidence: RankingEvidence
    matches: FloatArray
    """float32 [m, q]: each question token's best cosine in each sentence."""
    shares: FloatArray
    """float32 [q]: how much each question token counts; they add up to 1."""
    tokens: FloatArray
    """float32 [q, w]: the question's tokens, unit length."""
    spans: IntArray
    """int32 [q, 2]: the characters of each in `Query.text`."""

    def __len__(self) -> int:
        return len(self.rows)

    def raised(self, by: FloatArray) -> "Candidates":
        """Return the same sentences, the best first, with their scores raised (float32 [m])."""
        return in_best_order(self, self.scores + by)

    def beside(self, other: "Candidates") -> "Candidates":
        """Return these sentences and others, which were compared with the same question."""
        return Candidates(
            rows=np.concatenate([self.rows, other.rows]),
            scores=np.concatenate([self.scores, other.scores]),
            evidence=self.evidence.beside(other.evidence),
            matches=np.concatenate([self.matches, other.matches]),
            shares=self.shares,
            tokens=self.tokens,
            spans=self.spans,
        )

    def in_order(self, order: IdArray) -> "Candidates":
        """Return the same sentences in another order; the best place keeps the best score."""
        return Candidates(
            rows=self.rows[order],
            scores=self.scores[: len(order)],
            evidence=self.evidence.take(order),
            matches=self.matches[order],
            shares=self.shares,
            tokens=self.tokens,
            spans=self.spans,
        )


def in_best_order(
    found: Candidates, scores: FloatArray, *, among: IdArray | None = None
) -> Candidates:
    """Put sentences in the order of other scores, the best first.

    Args:
        found: Sentences.
        scores: Theirs, float32 [m].
        among: The places of those that are kept, int64 [k]; None: all are.
    """
    if among is None:
        order = np.lexsort((found.rows, -scores))
    else:
        order = among[np.lexsort((found.rows[among], -scores[among]))]
    return Candidates(
        rows=found.rows[order],
        scores=scores[order],
        evidence=found.evidence.take(order),
        matches=found.matches[order],
        shares=found.shares,
        tokens=found.tokens,
        spans=found.spans,
    )
