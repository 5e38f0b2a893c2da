"""A model as one torch module, to be traced: token ids in, vectors out. Needs torch."""

from copy import deepcopy
from typing import Any

import torch  # noqa: TID253 - only the exporter imports this module
from torch.nn import functional  # noqa: TID253

from retrieval.encoder.head import TokenHead

__all__ = ["Graph"]


class Graph(torch.nn.Module):
    """A model's own modules in a row, and beside them the token head."""

    def __init__(
        self,
        model: Any,  # noqa: ANN401 - a SentenceTransformer
        inputs: list[str],
        head: TokenHead | None,
    ) -> None:
        super().__init__()
        self.stages = torch.nn.ModuleList(model)
        self.names = tuple(inputs)
        self.head = None if head is None else _Head(_last_layer(model), head)
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
        vectors = (features["sentence_embedding"], features["token_embeddings"])
        return vectors + (self.head() if self.head else ())


class _Head(torch.nn.Module):
    """A tuned copy of the last layer that listens to what the original is given."""

    def __init__(self, original: torch.nn.Module, head: TokenHead) -> None:
        super().__init__()
        arrays = {name: torch.from_numpy(array) for name, array in head.arrays().items()}
        self.layer = deepcopy(original)
        own = {n[6:]: array for n, array in arrays.items() if n.startswith("layer.")}
        self.layer.load_state_dict(own, strict=bool(own))
        self.projection = _linear(arrays, "projection")
        self.importance = _linear(arrays, "importance") if "importance.weight" in arrays else None
        self.positive = getattr(functional, head.importance)
        self.outputs = ("tokens",) if self.importance is None else ("tokens", "weights")
        self.heard: tuple[tuple[Any, ...], dict[str, Any]] = ((), {})
        original.register_forward_pre_hook(self._listen, with_kwargs=True)

    def forward(self) -> tuple[torch.Tensor, ...]:
        positional, named = self.heard
        states = self.layer(*positional, **named)
        states = states[0] if isinstance(states, tuple) else states
        tokens = functional.normalize(self.projection(states), dim=-1)
        if self.importance is None:
            return (tokens,)
        return tokens, self.positive(self.importance(states)).squeeze(-1)

    def _listen(self, _: torch.nn.Module, given: tuple[Any, ...], named: dict[str, Any]) -> None:
        self.heard = (given, named)


def _last_layer(model: Any) -> torch.nn.Module:  # noqa: ANN401 - a SentenceTransformer
    layer: torch.nn.Module = model[0].auto_model.encoder.layer[-1]
    return layer


def _linear(arrays: dict[str, torch.Tensor], name: str) -> torch.nn.Linear:
    weight, bias = arrays[f"{name}.weight"], arrays.get(f"{name}.bias")
    linear = torch.nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
    linear.load_state_dict({"weight": weight} | ({} if bias is None else {"bias": bias}))
    return linear
