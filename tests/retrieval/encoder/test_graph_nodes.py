"""Graphs rewritten for questions: the same numbers from fewer operations, or nearly the same."""

import numpy as np
import onnxruntime
import pytest
from late import Late

onnx = Late("onnx")
graph_nodes = Late("retrieval.encoder.graph_nodes")
attention_nodes = Late("retrieval.encoder.attention_nodes")
rounding = Late("retrieval.encoder.rounding")

WIDTH, HEAD = 12, 4
RUNTIME = "com.microsoft"


def node(operation, inputs, output, **attributes):
    return onnx.helper.make_node(operation, inputs, [output], **attributes)


def model_of(nodes, constants, width, *, outputs=("out",)):
    helper = onnx.helper
    real = onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        nodes,
        "a graph",
        [helper.make_tensor_value_info("in", real, [None, None, width])],
        [helper.make_tensor_value_info(name, real, None) for name in outputs],
        [onnx.numpy_helper.from_array(array, name) for name, array in constants.items()],
    )
    imports = [helper.make_opsetid("", 20), helper.make_opsetid(RUNTIME, 1)]
    return helper.make_model(graph, opset_imports=imports, ir_version=9)


def run(model, states):
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    return session.run(None, {"in": states})


def operations(model):
    return [one.op_type for one in model.graph.node]


def random(*shape, seed=0):
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def attention(*, key_order=(0, 2, 3, 1)):
    """Attention as torch writes it out: three heads of four numbers."""
    constants = {"minus": np.array([-1]), "head": np.array([HEAD])}
    nodes = [
        node("Shape", ["in"], "batch", start=0, end=1),
        node("Shape", ["in"], "length", start=1, end=2),
        node("Concat", ["batch", "length", "minus", "head"], "in heads", axis=0),
        node("Concat", ["batch", "length", "minus"], "whole", axis=0),
    ]
    orders = {"query": (0, 2, 1, 3), "key": key_order, "value": (0, 2, 1, 3)}
    for seed, (part, order) in enumerate(orders.items()):
        constants[f"{part} weight"] = random(WIDTH, WIDTH, seed=seed)
        constants[f"{part} bias"] = random(WIDTH, seed=seed + 10)
        nodes += [
            node("MatMul", ["in", f"{part} weight"], f"{part} 1"),
            node("Add", [f"{part} 1", f"{part} bias"], f"{part} 2"),
            node("Reshape", [f"{part} 2", "in heads"], f"{part} 3"),
            node("Transpose", [f"{part} 3"], part, perm=order),
        ]
    nodes += [
        node("FusedMatMul", ["query", "key"], "scores", domain=RUNTIME, alpha=HEAD**-0.5),
        node("Softmax", ["scores"], "shares", axis=-1),
        node("MatMul", ["shares", "value"], "mixed"),
        node("Transpose", ["mixed"], "moved", perm=(0, 2, 1, 3)),
        node("Reshape", ["moved", "whole"], "out"),
    ]
    return model_of(nodes, constants, WIDTH)


@pytest.mark.parametrize("length", [1, 2, 7])
def test_joined_attention_gives_the_same_numbers(tmp_path, length):
    model, states = attention(), random(2, length, WIDTH, seed=30)
    (before,) = run(model, states)
    attention_nodes.join_attention(graph_nodes.GraphNodes(model, tmp_path))
    assert operations(model) == ["MatMul", "Add", "Split", "MultiHeadAttention"]
    (after,) = run(model, states)
    np.testing.assert_allclose(after, before, atol=1e-5)


def test_attention_that_is_written_otherwise_stays(tmp_path):
    model = attention(key_order=(0, 2, 1, 3))
    before = operations(model)
    attention_nodes.join_attention(graph_nodes.GraphNodes(model, tmp_path))
    assert operations(model) == before


def test_large_products_are_rounded_with_their_bias_and_small_ones_stay(tmp_path):
    constants = {
        "large": random(400, 300, seed=1),
        "bias": random(300, seed=2),
        "small": random(300, 5, seed=3),
    }
    nodes = [
        node("MatMul", ["in", "large"], "product"),
        node("Add", ["product", "bias"], "sum"),
        node("MatMul", ["sum", "small"], "out"),
    ]
    model, states = model_of(nodes, constants, 400), random(1, 9, 400)
    (before,) = run(model, states)
    assert rounding.round_products(graph_nodes.GraphNodes(model, tmp_path)) == 1
    assert operations(model) == ["DynamicQuantizeMatMul", "MatMul"]
    (after,) = run(model, states)
    assert 0 < np.abs(after - before).max() < 0.03 * np.abs(before).max()


def test_a_product_whose_sum_is_wanted_before_its_bias_keeps_both(tmp_path):
    constants = {"large": random(400, 300, seed=1), "bias": random(300, seed=2)}
    nodes = [node("MatMul", ["in", "large"], "out"), node("Add", ["out", "bias"], "more")]
    model = model_of(nodes, constants, 400, outputs=("out", "more"))
    before = run(model, random(1, 9, 400))
    rounding.round_products(graph_nodes.GraphNodes(model, tmp_path))
    for old, new in zip(before, run(model, random(1, 9, 400)), strict=True):
        np.testing.assert_allclose(new, old, atol=0.03 * np.abs(old).max())


def test_a_channel_that_is_far_above_the_others_does_not_coarsen_them(tmp_path):
    # Channel 0 reaches 400 times as far as the rest, and counts for as much by its small weights.
    deviation = np.where(np.arange(384) == 0, 400, 1).astype(np.float32)
    weight = random(384, 384, seed=1) / deviation[:, np.newaxis]
    constants = {
        "deviation": deviation,
        "mean": np.zeros(384, np.float32),
        "before": weight,
        "bias": random(384, seed=2),
        "behind": random(384, 384, seed=3),
    }
    nodes = [
        node("LayerNormalization", ["in", "deviation", "mean"], "states", axis=-1),
        node("MatMul", ["states", "before"], "product"),
        node("BiasGelu", ["product", "bias"], "gelu", domain=RUNTIME),
        node("MatMul", ["gelu", "behind"], "out"),
    ]
    model, states = model_of(nodes, constants, 384), random(1, 9, 384, seed=4)
    (before,) = run(model, states)
    rounding.round_products(graph_nodes.GraphNodes(model, tmp_path))
    assert operations(model).count("Mul") == 2
    (after,) = run(model, states)
    cosines = (before * after).sum(-1) / np.linalg.norm(before, axis=-1)
    assert (cosines / np.linalg.norm(after, axis=-1)).min() > 0.999
