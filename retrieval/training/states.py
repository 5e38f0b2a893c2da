"""What the model's last layer is given, computed once: training moves only that layer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch  # noqa: TID253 - whoever trains wants torch
from numpy.typing import NDArray

__all__ = ["States", "padded", "read_states"]

_BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """Token states of n sequences, one after the other."""

    values: NDArray[np.float16]
    """float16 [T, h]: input of the last layer."""
    ids: NDArray[np.int64]
    """int64 [T]."""
    offsets: NDArray[np.int64]
    """int64 [n + 1]."""

    def lengths(self) -> NDArray[np.int64]:
        """int64 [n]: tokens of each sequence."""
        return np.diff(self.offsets)


@torch.inference_mode()
def read_states(model: Any, sequences: Sequence[Sequence[int]]) -> States:  # noqa: ANN401
    """Run a BERT up to its last layer.

    Args:
        model: A ``transformers`` model with ``encoder.layer``.
        sequences: Token ids, special tokens included.
    """
    found: list[NDArray[np.float16]] = [np.empty((0, 0), np.float16)] * len(sequences)
    order = sorted(range(len(sequences)), key=lambda i: len(sequences[i]))
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        longest = len(sequences[batch[-1]])
        ids = torch.zeros(len(batch), longest, dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, i in enumerate(batch):
            ids[row, : len(sequences[i])] = torch.tensor(sequences[i])
            mask[row, : len(sequences[i])] = 1
        layers = model(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        for row, i in enumerate(batch):
            found[i] = layers[-2][row, : len(sequences[i])].half().numpy()
    return States(
        values=np.concatenate(found),
        ids=np.concatenate([np.asarray(s, dtype=np.int64) for s in sequences]),
        offsets=np.cumsum([0, *map(len, sequences)], dtype=np.int64),
    )


def padded(states: States, rows: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return sequences side by side: float32 [b, t, h], and bool [b, t] where tokens are."""
    lengths = states.lengths()[list(rows)]
    longest = int(lengths.max())
    values = torch.zeros(len(rows), longest, states.values.shape[1])
    mask = torch.zeros(len(rows), longest, dtype=torch.bool)
    for at, (row, length) in enumerate(zip(rows, lengths.tolist(), strict=True)):
        first = int(states.offsets[row])
        values[at, :length] = torch.from_numpy(states.values[first : first + length]).float()
        mask[at, :length] = True
    return values, mask
