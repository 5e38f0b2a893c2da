"""A second graph for questions, its weights in eight bits. Needs the packages of an export.

A question is a dozen tokens, and nearly all of its time goes into reading forty megabytes of
weights and multiplying them, which a quarter of the bytes and sums in integers make half as long.
Passages are encoded many at a time, where that gains less, and stay as exact as they were.
"""

import shutil
from contextlib import suppress
from dataclasses import replace
from itertools import starmap
from pathlib import Path
from time import perf_counter

import numpy as np
import onnx
from onnx.external_data_helper import convert_model_to_external_data

from retrieval.encoder.attention_nodes import join_attention
from retrieval.encoder.exported import GRAPH, Export
from retrieval.encoder.graph_nodes import GraphNodes
from retrieval.encoder.onnx import OnnxEncoder
from retrieval.encoder.protocol import Encoded
from retrieval.encoder.rounding import round_products
from retrieval.encoder.unmasked import unmask

__all__ = ["add_question_graph"]

_GRAPH = "questions.onnx"
_WEIGHTS = "questions.bin"
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
    nodes = GraphNodes(model, folder)
    unmask(model, nodes)
    join_attention(nodes)
    if not round_products(nodes):
        return False
    convert_model_to_external_data(model, location=_WEIGHTS, size_threshold=1024)
    onnx.save_model(model, folder / _GRAPH)
    # It is written for its owner alone, where an image's user is another one.
    shutil.copymode(folder / GRAPH, folder / _WEIGHTS)
    return True


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
