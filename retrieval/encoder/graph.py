"""A model as one torch module, to be traced: token ids in, vectors out. Needs torch."""

from typing import Any

import torch  # noqa: TID253 - only the exporter imports this module
from torch.nn import functional  # noqa: TID253

from retrieval.encoder.head import TokenHead

__all__ = ["Graph", "tune"]


def tune(model: Any, head: TokenHead) -> None:  # noqa: ANN401 - a SentenceTransformer
    """Put a head's tuned layer in the place of the model's last one.

    Raises:
        AttributeError, RuntimeError: The model has no such layer.
    """
    layer = {n: array for n, array in head.arrays().items() if n.startswith("layer.")}
    if layer:
        last = model[0].auto_model.encoder.layer[-1]
        last.load_state_dict({n[6:]: torch.from_numpy(array) for n, array in layer.items()})


class Graph(torch.nn.Module):
    """A model's own modules in a row, and the token head on what they leave."""

    def __init__(
        self,
        model: Any,  # noqa: ANN401 - a SentenceTransformer
        inputs: list[str],
        head: TokenHead | None,
    ) -> None:
        super().__init__()
        self.stages = torch.nn.ModuleList(model)
        self.names = tuple(inputs)
        self.head = None if head is None else _Head(head)
        self.outputs = ("vector", "hidden") + (self.head.outputs if self.head else ())

    def forward(self, *tensors: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Compute ``outputs`` from the inputs, in the order of ``names``."""
        features: dict[str, Any] = dict(zip(self.names, tensors, strict=True))
        for stage in self.stages:
            attention = features["attention_mask"]
            if not getattr(stage, "include_prompt", True):
                features["attention_mask"] = features["pooling_mask"]
            features = stage(features)
            features["attention_mask"] = attention
        states = features["token_embeddings"]
        return (features["sentence_embedding"], states, *(self.head(states) if self.head else ()))


class _Head(torch.nn.Module):
    """Token vectors and weights from a model's last states."""

    def __init__(self, head: TokenHead) -> None:
        super().__init__()
        arrays = {name: torch.from_numpy(array) for name, array in head.arrays().items()}
        self.projection = _linear(arrays, "projection")
        self.importance = _linear(arrays, "importance") if "importance.weight" in arrays else None
        self.positive = getattr(functional, head.importance)
        self.outputs = ("tokens",) if self.importance is None else ("tokens", "weights")

    def forward(self, states: torch.Tensor) -> tuple[torch.Tensor, ...]:
        tokens = functional.normalize(self.projection(states), dim=-1)
        if self.importance is None:
            return (tokens,)
        return tokens, self.positive(self.importance(states)).squeeze(-1)


def _linear(arrays: dict[str, torch.Tensor], name: str) -> torch.nn.Linear:
    weight, bias = arrays[f"{name}.weight"], arrays.get(f"{name}.bias")
    linear = torch.nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
    linear.load_state_dict({"weight": weight} | ({} if bias is None else {"bias": bias}))
    return linear
