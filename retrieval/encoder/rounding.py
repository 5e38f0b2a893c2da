"""Products of a graph with weights and activations in eight bits.

Weights are rounded with a scale for each column, activations while the graph runs, with one scale
for all of them, so that one channel which is far above the others leaves those few steps. How far
each channel reaches can be told from the weights before it: its activations are divided by a part
of that and its weights multiplied, which changes nothing but the rounding.

Methods: onnxruntime's DynamicQuantizeMatMul; channels evened out as by SmoothQuant (Xiao et al.,
2023), with reaches read from the weights instead of from a sample of texts.
"""

from dataclasses import dataclass

import numpy as np
import onnx
from onnx import helper

from retrieval.arrays import FloatArray
from retrieval.encoder.graph_nodes import RUNTIME, GraphNodes

__all__ = ["Product", "round_products"]

_LEAST_WEIGHTS = 100_000
"""Of a product that is worth rounding."""
_LARGEST = 127
_SMALLEST = 1e-6
# How much of the unevenness the weights take over.
_BEFORE_GELU, _BEHIND_GELU, _ATTENTION = 1.0, 1.0, 0.3
# A channel that LayerNorm leaves has a known mean and deviation; what a product makes of them, too.
_DEVIATIONS, _DEVIATIONS_BEHIND = 2.0, 6.0
_LEAST_REACH = 0.2
"""GELU leaves this much of what is below 0."""


@dataclass(frozen=True, slots=True)
class Product:
    """A product of states and a constant weight."""

    node: onnx.NodeProto
    weight: FloatArray
    """float32 [k, n]."""
    scale: FloatArray | None
    """What its states are divided by, float32 [k]; None: by nothing."""


def round_products(nodes: GraphNodes) -> int:
    """Round the larger products with constant weights; return how many there are."""
    # All are read before one is rounded: what reaches a product is told from the weights before it.
    products = [
        Product(node, weight, _scale(nodes, node, weight))
        for node in nodes.of_type("MatMul")
        if nodes.is_constant(node.input[1])
        and (weight := nodes.constant(node.input[1])).size >= _LEAST_WEIGHTS
    ]
    for product in products:
        _round(nodes, product)
    nodes.drop_unused()
    return len(products)


def _round(nodes: GraphNodes, product: Product) -> None:
    states, name, weight = product.node.input[0], product.node.output[0], product.weight
    others: list[onnx.NodeProto] = []
    if product.scale is not None:
        nodes.add_constants({f"{name}.evening": 1 / product.scale})
        others.append(helper.make_node("Mul", [states, f"{name}.evening"], [f"{name}.even"]))
        states, weight = f"{name}.even", weight * product.scale[:, np.newaxis]
    steps = np.maximum(np.abs(weight).max(axis=0), _SMALLEST) / _LARGEST
    nodes.add_constants(
        {
            f"{name}.rounded": np.round(weight / steps).astype(np.int8),
            f"{name}.steps": steps.astype(np.float32),
        }
    )
    inputs, last = [states, f"{name}.rounded", f"{name}.steps"], product.node
    total = nodes.taker(name, "Add")
    if total is not None and nodes.is_constant(total.input[1]):
        inputs += ["", total.input[1]]
        last = total
    made = list(last.output)
    others.append(helper.make_node("DynamicQuantizeMatMul", inputs, made, domain=RUNTIME))
    nodes.replace(last, others)


def _scale(nodes: GraphNodes, product: onnx.NodeProto, weight: FloatArray) -> FloatArray | None:
    """Choose what the channels of a product's states are divided by; None where they stay."""
    reach, share = None, 0.0
    if nodes.taker(product.output[0], "BiasGelu") is not None:
        reach, share = _reach(nodes, product), _BEFORE_GELU
    elif (activation := nodes.maker(product.input[0], "BiasGelu")) is not None:
        reach, share = _reach_behind(nodes, activation), _BEHIND_GELU
    elif (value := _value_of(nodes, product, weight)) is not None:
        # Tokens that say nothing have values near 0, as small differences of large numbers.
        reach, share, weight = _reach(nodes, product), _ATTENTION, value
    if reach is None:
        return None
    size = np.maximum(np.linalg.norm(weight, axis=1), _SMALLEST)
    logarithm = share * np.log(reach) - (1 - share) * np.log(size)
    scale: FloatArray = np.exp(logarithm - logarithm.mean()).astype(np.float32)
    return scale


def _reach(nodes: GraphNodes, product: onnx.NodeProto) -> FloatArray | None:
    """Say how far from 0 the channels get that LayerNorm hands a product, float32 [k]."""
    known = _normal(nodes, product)
    if known is None:
        return None
    mean, deviation = known
    return np.maximum(np.abs(mean) + _DEVIATIONS * np.abs(deviation), _SMALLEST)


def _reach_behind(nodes: GraphNodes, activation: onnx.NodeProto) -> FloatArray | None:
    """Say how far from 0 the channels get that GELU leaves of a product, float32 [k]."""
    product = nodes.maker(activation.input[0], "MatMul")
    known = _normal(nodes, product) if product is not None else None
    if product is None or known is None:
        return None
    mean, deviation = known
    weight, bias = nodes.constant(product.input[1]), nodes.constant(activation.input[1])
    spread = np.linalg.norm(deviation[:, np.newaxis] * weight, axis=0)
    reach: FloatArray = mean @ weight + bias + _DEVIATIONS_BEHIND * spread
    return np.maximum(reach, _LEAST_REACH)


def _value_of(nodes: GraphNodes, product: onnx.NodeProto, weight: FloatArray) -> FloatArray | None:
    """Return the weights that make attention's values, float32 [k, n / 3]; None: it makes none."""
    total = nodes.taker(product.output[0], "Add")
    cut = nodes.taker(total.output[0], "Split") if total is not None else None
    if cut is None or nodes.taker(cut.output[-1], "MultiHeadAttention") is None:
        return None
    return weight[:, -(weight.shape[1] // len(cut.output)) :]


def _normal(nodes: GraphNodes, product: onnx.NodeProto) -> tuple[FloatArray, FloatArray] | None:
    """Return mean and deviation of the channels that LayerNorm hands a product, float32 [k] each.

    The second may be negative.
    """
    layer = nodes.maker(product.input[0], "LayerNormalization")
    known = [*layer.input[1:3], product.input[1]] if layer is not None else []
    if layer is None or not all(map(nodes.is_constant, known)):
        return None
    return nodes.constant(layer.input[2]), nodes.constant(layer.input[1])
