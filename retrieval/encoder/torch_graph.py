"""A model's passages on a GPU: the graph that its export was traced from, run by torch itself.

What it gives is what the export gives, to the rounding of another processor, so that an index does
not depend on where it was made. Numbers are kept at 32 bits for that: half of them would be twice
as fast and three digits worse.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import torch  # noqa: TID253 - imported only once something is to run on a GPU
from numpy.typing import NDArray

from retrieval.encoder.exported import Export
from retrieval.encoder.graph import Graph, tune
from retrieval.encoder.head import TokenHead
from retrieval.encoder.models import ModelSource
from retrieval.encoder.sentence_transformer import load_model

__all__ = ["TorchGraph"]

# A batch of a build, some fifty contexts, goes in one run.
_TOKENS_PER_RUN = 16_384
_FEWEST_TOKENS = 512


class TorchGraph:
    """Runs the graph of an `Export` on one of torch's devices, from the model's own files."""

    def __init__(
        self, source: ModelSource, export: Export, head: TokenHead | None, *, device: str
    ) -> None:
        """Load the model, and move it to the device.

        Args:
            source: Where the files of the model are.
            export: What was made of them: its inputs and outputs are the graph's.
            head: The token head of the model, which the export was made with.
            device: As torch knows it.

        Raises:
            ModelUnavailableError: The files of the model can't be loaded.
            RuntimeError: The device can't be used.
        """
        model = load_model(source).float().eval()
        if head is not None:
            tune(model, head)
        self._device = torch.device(device)
        self._graph = Graph(model, list(export.inputs), head).eval().to(self._device)
        self.tokens_per_run = _TOKENS_PER_RUN
        """How many tokens, padding included, one run should have at most."""
        self.name = device
        if self._device.type == "cuda":
            self.name = f"{device}, {torch.cuda.get_device_name(self._device)}"

    def run(
        self, outputs: Sequence[str], feeds: Mapping[str, NDArray[np.int64]]
    ) -> list[NDArray[np.float32]]:
        """Run the graph, in halves where the whole doesn't fit into the device's memory.

        Args:
            outputs: The names of those that are wanted.
            feeds: int64 [n, length] by the names of the inputs.

        Raises:
            RuntimeError: The device can't be used, or there is no room for a single row.
        """
        rows = len(next(iter(feeds.values())))
        try:
            return self._run(outputs, feeds)
        except RuntimeError as error:
            if rows < 2 or not _out_of_memory(error):
                raise
        # Outside of the handler, which would keep what didn't fit.
        self.tokens_per_run = max(self.tokens_per_run // 2, _FEWEST_TOKENS)
        if self._device.type == "cuda":
            torch.cuda.empty_cache()
        halves = [
            self.run(outputs, {name: feed[part] for name, feed in feeds.items()})
            for part in (slice(rows // 2), slice(rows // 2, None))
        ]
        return [np.concatenate(parts) for parts in zip(*halves, strict=True)]

    def _run(
        self, outputs: Sequence[str], feeds: Mapping[str, NDArray[np.int64]]
    ) -> list[NDArray[np.float32]]:
        tensors = [torch.from_numpy(feeds[name]).to(self._device) for name in self._graph.names]
        with torch.inference_mode():
            given = dict(zip(self._graph.outputs, self._graph(*tensors), strict=True))
            return [given[name].float().cpu().numpy() for name in outputs]


def _out_of_memory(error: RuntimeError) -> bool:
    # Of a Mac it comes without a kind of its own.
    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in str(error)
