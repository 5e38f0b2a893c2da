"""An exported graph as nodes that make names and take them, to be read and rewritten."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

__all__ = ["RUNTIME", "GraphNodes", "attribute"]

RUNTIME = "com.microsoft"
"""The domain of onnxruntime's own operations."""


class GraphNodes:
    """The nodes of a model's graph, changed in place.

    Args:
        model: Its larger constants may be in files of their own.
        folder: Where these are.
    """

    def __init__(self, model: onnx.ModelProto, folder: Path) -> None:
        self._graph = model.graph
        self._folder = str(folder)
        self._constants = {tensor.name: tensor for tensor in model.graph.initializer}
        self._makers = {name: node for node in model.graph.node for name in node.output}
        self._takers: dict[str, list[onnx.NodeProto]] = {}
        for node in model.graph.node:
            for name in node.input:
                self._takers.setdefault(name, []).append(node)

    def of_type(self, *operations: str) -> list[onnx.NodeProto]:
        """List the nodes of some operations, in the graph's order."""
        return [node for node in self._graph.node if node.op_type in operations]

    def maker(self, name: str, *operations: str) -> onnx.NodeProto | None:
        """Return the node that makes a name, if it is one of these operations."""
        node = self._makers.get(name)
        return node if node is not None and node.op_type in operations else None

    def taker(self, name: str, *operations: str) -> onnx.NodeProto | None:
        """Return the one node that takes a name, if it is one of these operations."""
        takers = self._takers.get(name, [])
        return takers[0] if len(takers) == 1 and takers[0].op_type in operations else None

    def is_constant(self, name: str) -> bool:
        """Tell whether a name is known before anything is computed."""
        return name in self._constants

    def constant(self, name: str) -> NDArray[Any]:
        """Return what a constant holds.

        Raises:
            KeyError: There is no such constant.
            OSError: Its file can't be read.
        """
        array: NDArray[Any] = numpy_helper.to_array(self._constants[name], self._folder)
        return array

    def add_constants(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Add constants by their names."""
        for name, array in arrays.items():
            tensor = numpy_helper.from_array(np.ascontiguousarray(array), name)
            self._graph.initializer.append(tensor)
            self._constants[name] = tensor

    def replace(self, node: onnx.NodeProto, others: list[onnx.NodeProto]) -> None:
        """Put nodes, of which one makes what this one made, in its place."""
        at = list(self._graph.node).index(node)
        del self._graph.node[at]
        for place, other in enumerate(others, at):
            self._graph.node.insert(place, other)
            added = self._graph.node[place]
            self._makers.update(dict.fromkeys(added.output, added))
            for name in added.input:
                self._takers.setdefault(name, []).append(added)

    def drop_unused(self) -> None:
        """Leave out nodes and constants that nothing takes any more."""
        wanted = {one.name for one in self._graph.output}
        # A node stands behind those whose outputs it takes.
        for node in reversed(self._graph.node):
            if wanted.isdisjoint(node.output):
                self._graph.node.remove(node)
            else:
                wanted.update(node.input)
        for tensor in [one for one in self._graph.initializer if one.name not in wanted]:
            self._graph.initializer.remove(tensor)


def attribute(node: onnx.NodeProto, name: str, default: Any) -> Any:  # noqa: ANN401 - onnx has it so
    """Return what a node says of itself under a name."""
    for one in node.attribute:
        if one.name == name:
            return helper.get_attribute_value(one)
    return default
