"""Questions on lighter weights: near enough to the exact ones, smaller, and only where they pay."""

import shutil
from dataclasses import replace

import numpy as np
import pytest
from late import Late

from retrieval.encoder.exported import GRAPH, TOKENIZER, WEIGHTS
from retrieval.encoder.onnx import OnnxEncoder

onnx = Late("onnx")
eight_bit = Late("retrieval.encoder.eight_bit")
graph_nodes = Late("retrieval.encoder.graph_nodes")
unmasking = Late("retrieval.encoder.unmasked")

QUESTION = "Which two countries sold the aircraft that were shown in the parade?"


@pytest.fixture
def exact(encoder, tmp_path):
    """The packaged model's export without what this module adds to it."""
    for name in (GRAPH, WEIGHTS, TOKENIZER):
        shutil.copy(encoder.export.folder / name, tmp_path)
    return replace(encoder.export, folder=tmp_path, question_graph=GRAPH)


@pytest.fixture
def fast(monkeypatch):
    """A clock by which the second encoder of every turn is the faster one."""
    times = iter([4.0, 3.0] * 100)
    monkeypatch.setattr("retrieval.encoder.eight_bit._seconds", lambda _: next(times))


def files(export):
    return sorted(path.name for path in export.folder.iterdir())


def operations(export):
    graph = onnx.load(export.folder / export.question_graph, load_external_data=False).graph
    return [node.op_type for node in graph.node]


def test_questions_get_nearly_the_same_vectors(exact, fast):
    light = eight_bit.add_question_graph(exact)
    assert light.question_graph != GRAPH
    encoders = OnnxEncoder(exact, name=""), OnnxEncoder(light, name="")
    before, after = (encoder.encode_queries([QUESTION]) for encoder in encoders)
    assert before.vectors[0] @ after.vectors[0] > 0.996
    assert (before.tokens[0] * after.tokens[0]).sum(axis=1).mean() > 0.996
    np.testing.assert_allclose(before.weights[0], after.weights[0], rtol=0.15)
    assert np.abs(before.vectors - after.vectors).max() > 0
    before, after = (encoder.encode_passages([QUESTION]) for encoder in encoders)
    np.testing.assert_allclose(before.vectors, after.vectors, atol=1e-6)


def test_what_is_not_rounded_is_stored_once_and_for_all_to_read(exact, fast):
    eight_bit.add_question_graph(exact)
    added = [path for path in exact.folder.iterdir() if path.name.startswith("questions")]
    assert sum(path.stat().st_size for path in added) < (exact.folder / WEIGHTS).stat().st_size / 7
    assert {path.stat().st_mode for path in added} == {(exact.folder / GRAPH).stat().st_mode}


def test_a_question_which_runs_alone_takes_fewer_operations_and_no_mask(exact, fast):
    light = eight_bit.add_question_graph(exact)
    before, after = map(operations, (exact, light))
    assert "Where" in before
    assert len(after) < 0.6 * len(before)
    assert after.count("MultiHeadAttention") == before.count("Softmax") == 6
    assert after.count("DynamicQuantizeMatMul") == 24


def test_what_masks_in_another_way_keeps_its_mask(exact):
    model = onnx.load(exact.folder / GRAPH, load_external_data=False)
    for tensor in model.graph.initializer:
        if tensor.data_location != onnx.TensorProto.EXTERNAL and tensor.data_type == 1:
            values = onnx.numpy_helper.to_array(tensor) + np.float32(0.5)
            tensor.CopyFrom(onnx.numpy_helper.from_array(values, tensor.name))
    before = len(model.graph.node)
    unmasking.unmask(model, graph_nodes.GraphNodes(model, exact.folder))
    assert len(model.graph.node) == before


def test_a_process_that_only_asks_needs_no_other_graph(exact, fast):
    light = OnnxEncoder(eight_bit.add_question_graph(exact), name="")
    (exact.folder / GRAPH).unlink()
    assert len(light.encode_queries([QUESTION]).tokens[0]) == 13


def test_a_question_is_the_same_beside_others(exact, fast):
    light = OnnxEncoder(eight_bit.add_question_graph(exact), name="")
    alone, together = light.encode_queries([QUESTION]), light.encode_queries(["Why?", QUESTION])
    np.testing.assert_allclose(alone.vectors[0], together.vectors[1], atol=1e-6)
    np.testing.assert_allclose(alone.tokens[0], together.tokens[1], atol=1e-6)


def test_a_processor_on_which_it_is_no_faster_keeps_the_exact_graph(exact, monkeypatch):
    times = iter([4.0, 3.9] * 100)
    monkeypatch.setattr("retrieval.encoder.eight_bit._seconds", lambda _: next(times))
    before = files(exact)
    assert eight_bit.add_question_graph(exact) == exact
    assert files(exact) == before


def test_vectors_that_differ_keep_the_exact_graph(exact, fast, monkeypatch):
    before = files(exact)
    monkeypatch.setattr("retrieval.encoder.eight_bit._cosine", lambda *_: 0.98)
    assert eight_bit.add_question_graph(exact) == exact
    assert files(exact) == before


def test_a_failure_keeps_the_exact_graph(exact, fast, monkeypatch):
    def fail(*_):
        raise RuntimeError("a bug of the quantiser")

    before = files(exact)
    monkeypatch.setattr("retrieval.encoder.eight_bit.round_products", fail)
    assert eight_bit.add_question_graph(exact) == exact
    assert files(exact) == before


def test_a_model_too_small_to_gain_has_one_graph(own_tiny, fast):
    export = replace(own_tiny.encoder.export, folder=own_tiny.folder)
    before = files(export)
    assert eight_bit.add_question_graph(export) == export
    assert files(export) == before
