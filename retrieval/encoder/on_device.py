"""An exported model whose passages run on a GPU; its questions stay on the processors.

A question is a dozen tokens, which the processors have read before a GPU is awake, and whoever
asks starts without torch. Passages come by the thousand.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from retrieval.encoder.hub import first_line
from retrieval.encoder.onnx import OnnxEncoder, Runner
from retrieval.encoder.protocol import Encoded

__all__ = ["FEW", "DeviceEncoder", "DeviceGraph"]

FEW = 256
"""Passages that are embedded before it pays to load torch and wake a GPU, which takes seconds."""
_AGREES = 1e-3
_PROBES = (
    "Grain prices doubled between harvest and midwinter.",
    "It was on 3 May 1921 that the new bridge, paid for by merchants of eleven towns, was opened.",
)


class DeviceGraph(Runner, Protocol):
    """The graph of an export, on a device."""

    @property
    def name(self) -> str:
        """The device, for people."""

    @property
    def tokens_per_run(self) -> int:
        """How many tokens, padding included, one run should have at most."""


class DeviceEncoder:
    """The `Encoder` of a build: an `OnnxEncoder`, and the same graph on a device."""

    def __init__(
        self,
        encoder: OnnxEncoder,
        open_graph: Callable[[], DeviceGraph | None],
        *,
        first: int = FEW,
        tell: Callable[[str], None],
        warn: Callable[[str], None],
    ) -> None:
        """Prepare; neither torch nor the device is touched before there is something to embed.

        Args:
            encoder: Runs the export on the processors.
            open_graph: Loads its graph on a device; None: there is none.
            first: Passages that the processors take before the device is looked for.
            tell: Told, in a sentence, which device is used.
            warn: Told why it can't be.
        """
        self.name = encoder.name
        self.dimension = encoder.dimension
        self.fingerprint = encoder.fingerprint
        self._encoder = encoder
        self._open_graph = open_graph
        self._first = first
        self._tell = tell
        self._warn = warn
        self._seen = 0
        self._graph: DeviceGraph | None = None
        self._is_settled = False
        self._lock = threading.Lock()

    def encode_queries(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode questions, on the processors."""
        return self._encoder.encode_queries(texts, hidden=hidden)

    def encode_passages(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode pieces of documents; on the processors too, once the device has failed.

        Raises:
            ModelUnavailableError: The device that was named isn't there.
        """
        graph = self._graph_for(len(texts))
        if graph is not None:
            try:
                return self._on(graph, texts, hidden=hidden)
            except RuntimeError as error:
                with self._lock:
                    if self._graph is graph:
                        self._graph = None
                        self._give_up(error)
        return self._encoder.encode_passages(texts, hidden=hidden)

    def _on(self, graph: DeviceGraph, texts: Sequence[str], *, hidden: bool) -> Encoded:
        return self._encoder.encode_passages_on(
            graph, texts, hidden=hidden, tokens_per_run=graph.tokens_per_run
        )

    def _graph_for(self, texts: int) -> DeviceGraph | None:
        with self._lock:
            self._seen += texts
            if not self._is_settled and self._seen > self._first:
                self._graph = self._opened()
                self._is_settled = True
            return self._graph

    def _opened(self) -> DeviceGraph | None:
        try:
            graph = self._open_graph()
            if graph is None:
                return None
            self._compare(graph)
        except (RuntimeError, OSError, ImportError) as error:
            self._give_up(error)
            return None
        self._tell(f"Embedding on the GPU ({graph.name}) …")
        return graph

    def _compare(self, graph: DeviceGraph) -> None:
        """Make sure that the device computes what the processors do: drivers have their faults.

        Raises:
            RuntimeError: It doesn't.
        """
        here = self._encoder.encode_passages(_PROBES, hidden=True)
        there = self._on(graph, _PROBES, hidden=True)
        pairs = [(here.vectors, there.vectors), *zip(here.tokens, there.tokens, strict=True)]
        pairs += [
            (mine / np.abs(mine).max(initial=1), other / np.abs(mine).max(initial=1))
            for mine, other in zip(here.hidden, there.hidden, strict=True)
        ]
        if not all(np.allclose(mine, other, rtol=0, atol=_AGREES) for mine, other in pairs):
            raise RuntimeError("its vectors are not those of the processors")

    def _give_up(self, error: Exception) -> None:
        self._warn(f"The GPU can't be used, so the processors go on: {first_line(error)}.")
