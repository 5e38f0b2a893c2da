"""The answer reader as PyTorch trains it; `retrieval.answering.confidence.reader` runs it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch  # noqa: TID253 - whoever trains wants torch
from torch.nn import functional  # noqa: TID253

from retrieval.answering.confidence.reader import HEADS, NEW, OPENING
from retrieval.answering.confidence.reading import NUMBERS, Reading

__all__ = ["Batch", "ReaderModel", "stack"]

_MARKS = 5
_WIDTH = 48
_PROJECTED = 24
_FORWARD = 96
_JOINED = 32
_LOWEST = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """n readings side by side, padded to q and s tokens."""

    question: torch.Tensor
    """float32 [n, q, w]."""
    marks: torch.Tensor
    """float32 [n, q, 5]."""
    asked: torch.Tensor
    """bool [n, q]: where tokens are."""
    sentence: torch.Tensor
    """float32 [n, s, w]."""
    new: torch.Tensor
    """bool [n, s]: the tokens that say something new."""
    numbers: torch.Tensor
    """float32 [n, 8]."""


def stack(readings: Sequence[Reading]) -> Batch:
    """Put readings side by side."""
    count, width = len(readings), readings[0].question.shape[1]
    most = max(1, *(len(one.question) for one in readings))
    longest = max(1, *(len(one.sentence) for one in readings))
    question = np.zeros((count, most, width), np.float32)
    marks = np.zeros((count, most, _MARKS), np.float32)
    asked = np.zeros((count, most), bool)
    sentence = np.zeros((count, longest, width), np.float32)
    new = np.zeros((count, longest), bool)
    for row, one in enumerate(readings):
        question[row, : len(one.question)] = one.question
        marks[row, : len(one.question)] = one.marks
        asked[row, : len(one.question)] = True
        sentence[row, : len(one.sentence)] = one.sentence
        new[row, : len(one.sentence)] = one.beyond < NEW
    return Batch(
        question=torch.from_numpy(question),
        marks=torch.from_numpy(marks),
        asked=torch.from_numpy(asked),
        sentence=torch.from_numpy(sentence),
        new=torch.from_numpy(new),
        numbers=torch.from_numpy(np.stack([one.numbers for one in readings])),
    )


class ReaderModel(torch.nn.Module):
    """Three numbers a reading.

    How it ranks among the candidates, and whether it answers: as exam questions have it and as
    typed ones do (`retrieval.answering.confidence.told`).
    """

    def __init__(self, *, width: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.project = torch.nn.Linear(width, _PROJECTED, bias=False)
        self.enter = torch.nn.Linear(_PROJECTED + _MARKS, _WIDTH)
        self.slot = torch.nn.Parameter(torch.randn(_WIDTH) * 0.1)
        self.layer = torch.nn.TransformerEncoderLayer(
            _WIDTH, HEADS, _FORWARD, dropout=dropout, batch_first=True, norm_first=True
        )
        self.norm = torch.nn.LayerNorm(_WIDTH)
        self.seek = torch.nn.Linear(_PROJECTED, _PROJECTED)
        self.key = torch.nn.Linear(width, _PROJECTED, bias=False)
        self.value = torch.nn.Linear(width, _PROJECTED, bias=False)
        self.gate = torch.nn.Linear(_WIDTH, _PROJECTED)
        self.join = torch.nn.Linear(2 * _WIDTH + _PROJECTED + NUMBERS, _JOINED)
        self.tell = torch.nn.Linear(_JOINED, 3)
        self.dropout = torch.nn.Dropout(dropout)
        self.numbers = torch.nn.ParameterDict(
            {
                "mean": torch.nn.Parameter(torch.zeros(NUMBERS), requires_grad=False),
                "spread": torch.nn.Parameter(torch.ones(NUMBERS), requires_grad=False),
            }
        )

    def forward(self, batch: Batch) -> torch.Tensor:
        """Return float32 [n, 3]."""
        projected = self.project(batch.question)
        entered = self.enter(torch.cat([projected, batch.marks], dim=-1))
        slots = self.slot.expand(len(entered), 1, -1)
        padding = functional.pad(~batch.asked, (1, 0), value=False)
        states = self.norm(
            self.layer(torch.cat([slots, entered], dim=1), src_key_padding_mask=padding)
        )
        slot = states[:, 0]
        shares = batch.marks[..., 2] * batch.asked
        total = shares.sum(dim=1, keepdim=True).clamp(min=1e-5)
        mean = (shares.unsqueeze(1) @ states[:, 1:]).squeeze(1) / total
        numbers = (batch.numbers - self.numbers["mean"]) / self.numbers["spread"]
        joined = torch.cat([slot, mean, self._look(projected, slot, batch), numbers], dim=-1)
        told: torch.Tensor = self.tell(self.dropout(functional.relu(self.join(joined))))
        return told

    def _look(self, projected: torch.Tensor, slot: torch.Tensor, batch: Batch) -> torch.Tensor:
        first = batch.asked[:, :OPENING].unsqueeze(-1)
        opening = (projected[:, :OPENING] * first).sum(dim=1) / first.sum(dim=1).clamp(min=1)
        sought = self.seek(opening).unsqueeze(-1)
        scores = (self.key(batch.sentence) @ sought).squeeze(-1) / sought.shape[1] ** 0.5
        shares = scores.masked_fill(~batch.new, _LOWEST).softmax(dim=-1) * batch.new
        pooled = (shares.unsqueeze(1) @ self.value(batch.sentence)).squeeze(1)
        looked: torch.Tensor = torch.sigmoid(self.gate(slot)) * pooled
        return looked
