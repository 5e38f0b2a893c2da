"""A graph for texts that are run one by one: attention as one operation instead of fifteen.

For a question of a dozen tokens, many small operations cost as much by being many as by what they
compute. Query, key and value become one product, which rounds their common input once.

Method: onnxruntime's MultiHeadAttention (Vaswani et al., Attention Is All You Need, 2017). Its own
fusion of it knows the graphs of other exporters.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import onnx
from onnx import helper

from retrieval.encoder.graph_nodes import RUNTIME, GraphNodes, attribute

__all__ = ["join_attention"]

_HEADS_FIRST = [0, 2, 1, 3]
"""From [text, token, head, number] to [text, head, token, number], and back."""
_KEYS = [0, 2, 3, 1]


@dataclass(frozen=True, slots=True)
class _Projection:
    """The states of a text's tokens times a weight, with a bias, cut into heads."""

    states: str
    weight: str
    bias: str
    length: int
    """Of a head's part."""


def join_attention(nodes: GraphNodes) -> None:
    """Make one operation of each attention that is written out in a graph and masks nothing.

    What is written otherwise stays as it is.
    """
    for softmax in nodes.of_type("Softmax"):
        scores = nodes.maker(softmax.input[0], "FusedMatMul")
        mixed = nodes.taker(softmax.output[0], "MatMul")
        moved = nodes.taker(mixed.output[0], "Transpose") if mixed is not None else None
        joined = nodes.taker(moved.output[0], "Reshape") if moved is not None else None
        if scores is None or mixed is None or joined is None:
            continue
        parts = (
            _projection(nodes, scores.input[0], _HEADS_FIRST),
            _projection(nodes, scores.input[1], _KEYS),
            _projection(nodes, mixed.input[1], _HEADS_FIRST),
        )
        known = [part for part in parts if part is not None]
        if len(known) == len(parts) and _fit(nodes, known):
            _join(nodes, known, joined, scale=float(attribute(scores, "alpha", 1.0)))
    nodes.drop_unused()


def _projection(nodes: GraphNodes, name: str, order: list[int]) -> _Projection | None:
    """Read backwards how a part of attention is made."""
    turned = nodes.maker(name, "Transpose")
    if turned is None or attribute(turned, "perm", []) != order:
        return None
    cut = nodes.maker(turned.input[0], "Reshape")
    total = nodes.maker(cut.input[0], "Add") if cut is not None else None
    product = nodes.maker(total.input[0], "MatMul") if total is not None else None
    if cut is None or total is None or product is None:
        return None
    shape = nodes.maker(cut.input[1], "Concat")
    states, weight, bias = product.input[0], product.input[1], total.input[1]
    if shape is None or not all(map(nodes.is_constant, (shape.input[-1], weight, bias))):
        return None
    return _Projection(states, weight, bias, int(nodes.constant(shape.input[-1])[-1]))


def _fit(nodes: GraphNodes, parts: Sequence[_Projection]) -> bool:
    widths = {nodes.constant(part.bias).size for part in parts}
    return len(widths) == len({(part.states, part.length) for part in parts}) == 1


def _join(
    nodes: GraphNodes, parts: Sequence[_Projection], joined: onnx.NodeProto, *, scale: float
) -> None:
    name = joined.output[0]
    biases = [nodes.constant(part.bias) for part in parts]
    width = biases[0].size
    weight, bias, widths = f"{name}.weight", f"{name}.bias", f"{name}.widths"
    nodes.add_constants(
        {
            weight: np.concatenate([nodes.constant(part.weight) for part in parts], axis=1),
            bias: np.concatenate(biases),
            widths: np.full(len(parts), width, np.int64),
        }
    )
    product, total = f"{name}.product", f"{name}.total"
    query_key_value = [f"{name}.{part}" for part in ("query", "key", "value")]
    heads = width // parts[0].length
    nodes.replace(
        joined,
        [
            helper.make_node("MatMul", [parts[0].states, weight], [product]),
            helper.make_node("Add", [product, bias], [total]),
            helper.make_node("Split", [total, widths], query_key_value, axis=-1),
            helper.make_node(
                "MultiHeadAttention", query_key_value, [name], domain=RUNTIME,
                num_heads=heads, scale=scale,
            ),
        ],
    )  # fmt: skip
