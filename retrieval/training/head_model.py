"""The trained part of the encoder: a tuned last layer, a projection, and token weights."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import numpy as np
import torch  # noqa: TID253 - whoever trains wants torch
from numpy.typing import NDArray
from torch.nn import functional  # noqa: TID253

from retrieval.errors import ModelUnavailableError
from retrieval.training.states import States, padded

__all__ = ["HeadModel", "last_layer", "rarity"]

_BUCKETS = 3
_RIDGE = 50.0
_LEAST_RARITY = 0.15
_SAMPLE = 20_000
_BUILT_ALIKE = frozenset({"bert", "roberta", "xlm-roberta"})
"""Kinds of models whose layers take a state and a mask and nothing else: of the multilingual ones
that the README names, all three."""


class HeadModel(torch.nn.Module):
    """Turns inputs of the last layer into token vectors and token weights."""

    def __init__(self, layer: torch.nn.Module, *, hidden: int, width: int) -> None:
        super().__init__()
        self.layer = deepcopy(layer)
        self.projection = torch.nn.Linear(hidden, width, bias=False)
        self.importance = torch.nn.Linear(hidden, 1)
        self.sharpness = torch.nn.Parameter(torch.tensor(25.0).log())

    def states(self, inputs: States, rows: Sequence[int]) -> torch.Tensor:
        """Run the layer over some sequences; float32 [Σ t_i, h], in the order of ``rows``."""
        lengths = inputs.lengths()[list(rows)]
        found: dict[int, torch.Tensor] = {}
        # Sequences of like length together: padding costs as much as tokens.
        for part in np.array_split(np.argsort(lengths, kind="stable"), _BUCKETS):
            if not len(part):
                continue
            values, mask = padded(inputs, [int(rows[at]) for at in part])
            hidden = torch.zeros(mask.shape).masked_fill(~mask, torch.finfo(torch.float32).min)
            outputs = self.layer(values, attention_mask=hidden[:, None, None, :])
            outputs = outputs[0] if isinstance(outputs, tuple) else outputs
            found |= {int(at): outputs[i, : lengths[at]] for i, at in enumerate(part)}
        return torch.cat([found[at] for at in range(len(rows))])

    def tokens(self, states: torch.Tensor) -> torch.Tensor:
        """Return unit vectors, float32 [T, width]."""
        vectors: torch.Tensor = functional.normalize(self.projection(states), dim=-1)
        return vectors

    def weights(self, states: torch.Tensor) -> torch.Tensor:
        """Return how much each token counts, float32 [T], positive."""
        weights: torch.Tensor = functional.softplus(self.importance(states)).squeeze(-1)
        return weights

    @torch.no_grad()
    def start_from(
        self,
        passages: NDArray[np.float32],
        questions: NDArray[np.float32],
        rarities: NDArray[np.float64],
        rng: np.random.Generator,
    ) -> None:
        """Begin where no training would: at the main axes of the tokens, and at their rarity.

        Args:
            passages: float32 [T, h]: the untuned layer's states of passages.
            questions: float32 [S, h]: and of questions.
            rarities: float64 [S]: idf of the questions' tokens.
            rng: What draws the sample.
        """
        sample = passages[rng.choice(len(passages), min(_SAMPLE, len(passages)), replace=False)]
        sample = sample / np.linalg.norm(sample, axis=1, keepdims=True)
        axes = np.linalg.svd(sample.T @ sample)[2][: self.projection.out_features]
        self.projection.weight.copy_(torch.from_numpy(np.ascontiguousarray(axes)))
        # Softplus of what is fitted shall be the rarity.
        target = np.log(np.expm1(np.maximum(rarities, _LEAST_RARITY)))
        centre = questions.mean(axis=0, dtype=np.float64)
        spread = questions - centre
        normal = spread.T @ spread + _RIDGE * np.eye(len(centre))
        slope = np.linalg.solve(normal, spread.T @ (target - target.mean()))
        self.importance.weight.copy_(torch.from_numpy(slope).float()[None])
        self.importance.bias.fill_(float(target.mean() - centre @ slope))


def rarity(ids: Sequence[NDArray[np.int64]], vocabulary: int) -> NDArray[np.float64]:
    """Return the inverse document frequency of every token, float64 [vocabulary]."""
    counts = np.zeros(vocabulary)
    for own in ids:
        counts[np.unique(own)] += 1
    found: NDArray[np.float64] = np.log1p(len(ids) / (counts + 1))
    return found


def last_layer(model: Any) -> torch.nn.Module:  # noqa: ANN401 - transformers' own class
    """Return the layer that is tuned.

    Raises:
        ModelUnavailableError: The model isn't built as BERT and its kin are.
    """
    kind = getattr(getattr(model, "config", None), "model_type", "bert")
    if kind not in _BUILT_ALIKE:
        raise ModelUnavailableError(
            f"A head can be trained for {', '.join(sorted(_BUILT_ALIKE))}, and this model is "
            f"of the kind {kind}"
        )
    layer: torch.nn.Module = model.encoder.layer[-1]
    return layer
