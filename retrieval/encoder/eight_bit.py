"""A second graph for questions, its weights in eight bits. Needs the packages of an export.

A question is a dozen tokens, and nearly all of its time goes into reading forty megabytes of
weights and multiplying them, which a quarter of the bytes makes a third shorter. Passages are
encoded many at a time, where that gains nothing, and stay as exact as they were.

Method: weights rounded in blocks with a scale each, activations in blocks while it runs, sums in
integers (onnxruntime's MatMulNBits, accuracy level 4; after Dettmers et al., LLM.int8(), 2022).
"""

import shutil
from contextlib import suppress
from dataclasses import replace
from itertools import starmap
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import onnx
from onnx.external_data_helper import convert_model_to_external_data, load_external_data_for_tensor
from onnxruntime.quantization.matmul_nbits_quantizer import (
    DefaultWeightOnlyQuantConfig,
    MatMulNBitsQuantizer,
)

from retrieval.encoder.exported import GRAPH, Export
from retrieval.encoder.onnx import OnnxEncoder
from retrieval.encoder.protocol import Encoded
from retrieval.encoder.unmasked import unmask

__all__ = ["add_question_graph"]

_GRAPH = "questions.onnx"
_WEIGHTS = "questions.bin"
# Blocks of 32 are as good and take a quarter longer.
_BLOCK = 128
_INTEGER_SUMS = 4
# Mean cosine between a text's vectors from the one graph and from the other. The packaged model
# has .999, at which an evaluation finds what it finds without, to .002 of every figure.
_LEAST_COSINE = 0.99
# A processor without the instructions for it takes several times as long instead.
_MOST_TIME = 0.9
_TURNS = 15
_QUESTIONS = (
    "Who supplies Azerbaijan's drones?",
    "When did the company deliver them, and for how much?",
    "What is the name of the river that runs through the town where the treaty was signed?",
    "Why?",
)


def add_question_graph(export: Export) -> Export:
    """Write the second graph into an export's folder, if it is as good and faster on this machine.

    Returns:
        The export, naming the graph that questions are to run on.
    """
    light = replace(export, question_graph=_GRAPH)
    # The exact graph is whole and serves as well: no failure of a helper's may cost it.
    with suppress(Exception):
        if _write(export.folder) and _is_as_good(export, light):
            return light
    for name in (_GRAPH, _WEIGHTS):
        (export.folder / name).unlink(missing_ok=True)
    return export


def _write(folder: Path) -> bool:
    """Write the graph; what isn't rounded it shares with the first one. False: nothing can be."""
    model = onnx.load(folder / GRAPH, load_external_data=False)
    unmask(model)
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    weights = {node.input[1] for node in _products(model)} & tensors.keys()
    rounded = {name for name in weights if tensors[name].dims[0] % _BLOCK == 0}
    if not rounded:
        return False
    for name in rounded:
        load_external_data_for_tensor(tensors[name], str(folder))
        tensors[name].data_location = onnx.TensorProto.DEFAULT
        del tensors[name].external_data[:]
    config = DefaultWeightOnlyQuantConfig(
        block_size=_BLOCK, is_symmetric=True, accuracy_level=_INTEGER_SUMS, bits=8
    )
    left = [node.name for node in _products(model) if node.input[1] not in rounded]
    quantizer = MatMulNBitsQuantizer(model, algo_config=config, nodes_to_exclude=left)
    quantizer.process()
    result = quantizer.model.model
    convert_model_to_external_data(result, location=_WEIGHTS, size_threshold=1024)
    onnx.save_model(result, folder / _GRAPH)
    # It is written for its owner alone, where an image's user is another one.
    shutil.copymode(folder / GRAPH, folder / _WEIGHTS)
    return True


def _products(model: Any) -> list[Any]:  # noqa: ANN401 - an onnx.ModelProto and its nodes
    return [node for node in model.graph.node if node.op_type == "MatMul"]


def _is_as_good(export: Export, light: Export) -> bool:
    """Compare the vectors, then the times, in turns and each at its best."""
    encoders = [OnnxEncoder(one, name="") for one in (export, light)]
    if min(starmap(_cosine, zip(*map(_each, encoders), strict=True))) < _LEAST_COSINE:
        return False
    turns = [[_seconds(encoder) for encoder in encoders] for _ in range(_TURNS)]
    exact_time, light_time = (min(times) for times in zip(*turns, strict=True))
    return bool(light_time <= _MOST_TIME * exact_time)


def _each(encoder: OnnxEncoder) -> list[Encoded]:
    return [encoder.encode_queries([question]) for question in _QUESTIONS]


def _cosine(exact: Encoded, light: Encoded) -> float:
    """The lower one of the sentence vector's cosine and of the tokens' mean one."""
    tokens = np.sum(exact.tokens[0] * light.tokens[0], axis=1)
    return min(float(exact.vectors[0] @ light.vectors[0]), float(tokens.mean()))


def _seconds(encoder: OnnxEncoder) -> float:
    start = perf_counter()
    _each(encoder)
    return perf_counter() - start
