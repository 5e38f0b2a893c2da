"""Late interaction of a batch, and how far it is from preferring the right sentences."""

from dataclasses import dataclass

import numpy as np
import torch  # noqa: TID253 - whoever trains wants torch
from numpy.typing import NDArray
from torch.nn import functional  # noqa: TID253

__all__ = ["Batch", "contrast"]

_BUCKETS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """n sentences and a question to each."""

    tokens: torch.Tensor
    """float32 [T, w], unit length: of all passages."""
    spans: NDArray[np.int64]
    """int64 [n, 2]: the rows of ``tokens`` that are a sentence's own."""
    questions: torch.Tensor
    """float32 [S, w], unit length: tokens of all questions."""
    weights: torch.Tensor
    """float32 [S], positive."""
    question_of: NDArray[np.int64]
    """int64 [S]: which question (0 … n − 1) a token belongs to."""


def contrast(batch: Batch, sharpness: torch.Tensor) -> tuple[torch.Tensor, float]:
    """Compare each question with every sentence of the batch (InfoNCE, van den Oord et al. 2018).

    Returns:
        The mean cross-entropy of the right sentences, and the share of questions that prefer
        theirs.
    """
    best = _best(batch)
    count = len(batch.spans)
    places = torch.from_numpy(batch.question_of)
    met = torch.zeros(count, count).index_add(0, places, best * batch.weights[:, None])
    total = torch.zeros(count).index_add(0, places, batch.weights)
    scores = met / total[:, None] * sharpness
    right = torch.arange(count)
    preferred = float((scores.argmax(dim=1) == right).float().mean())
    return functional.cross_entropy(scores, right), preferred


def _best(batch: Batch) -> torch.Tensor:
    """Return each question token's best cosine in each sentence, float32 [S, n]."""
    lengths = batch.spans[:, 1] - batch.spans[:, 0]
    order = np.argsort(lengths, kind="stable")
    found = []
    for part in np.array_split(order, _BUCKETS):
        if not len(part):
            continue
        # A shorter sentence repeats its last token, which changes no maximum.
        steps = np.minimum(np.arange(lengths[part].max()), lengths[part][:, None] - 1)
        rows = torch.from_numpy(batch.spans[part, :1] + steps)
        cosines = batch.questions @ batch.tokens[rows.reshape(-1)].T
        found.append(cosines.view(len(cosines), *rows.shape).max(dim=2).values)
    return torch.cat(found, dim=1)[:, torch.from_numpy(np.argsort(order))]
