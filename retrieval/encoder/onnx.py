"""A model's vectors from its exported graph, on onnxruntime and tokenizers alone."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from retrieval.arrays import FloatArray, IntArray
from retrieval.encoder.exported import GRAPH, TOKENIZER, Export, Kind
from retrieval.encoder.protocol import Encoded
from retrieval.text.printable import SURROGATES

__all__ = ["OnnxEncoder", "Runner"]

# Tokens, padding included, in one run of the graph. Larger runs leave the processor's cache:
# 2048 is a quarter slower and takes 70 MB more.
_TOKENS_PER_RUN = 512
_ERRORS_ONLY = 3
# Half of a pair is no character, and no tokenizer takes it.
_SURROGATE = re.compile(f"[{SURROGATES}]")


class Runner(Protocol):
    """Whatever runs an export's graph, as a session of onnxruntime does."""

    def run(self, outputs: list[str], feeds: Mapping[str, NDArray[np.int64]]) -> list[FloatArray]:
        """Compute the named outputs; float [n, length, …] or [n, …] each.

        Args:
            outputs: Which ones.
            feeds: int64 [n, length] by the names of the inputs.
        """


@dataclass(frozen=True, slots=True)
class _Row:
    """One text as the model sees it."""

    ids: list[int]
    types: list[int]
    own: NDArray[np.bool_]
    """Which of the tokens are the text's own."""
    own_ids: IntArray
    spans: IntArray


class OnnxEncoder:
    """Runs an `Export`.

    The graph and the tokenizer are read-only after construction, so that any number of threads
    may encode at once. Texts are batched by length; a text's vectors do not depend on the texts
    beside it (to 1e-6). Questions with a graph of their own are run one by one: it masks no
    padding, and its rounding would make more of the last bit that differs in a batch.
    """

    def __init__(self, export: Export, *, name: str, threads: int = 0) -> None:
        """Load the graph.

        Args:
            export: as `retrieval.encoder.exported.read` gives it.
            name: the model as its user named it.
            threads: batches that are run at once; 0 = as many as this process has processors.
        """
        self.name = name
        self._threads = threads or _processors()
        self.dimension = export.dimension
        self.fingerprint = export.fingerprint
        self.export = export
        self._questions = _session(export.folder / export.question_graph)
        self._tokenizers = _tokenizers(export)

    def encode_queries(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode questions, with the model's own query prompt."""
        export, session = self.export, self._questions
        alone = export.question_graph != GRAPH
        return self._encode(texts, export.query, session, hidden=hidden, alone=alone)

    def encode_passages(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode pieces of documents, with the model's own document prompt."""
        return self._encode(texts, self.export.passage, self._passages, hidden=hidden)

    def encode_passages_on(
        self, runner: Runner, texts: Sequence[str], *, hidden: bool = False, tokens_per_run: int
    ) -> Encoded:
        """Encode pieces of documents, with the same graph run elsewhere, a batch after the other.

        Args:
            runner: Runs the graph.
            texts: What to encode.
            hidden: Whether the last hidden states are wanted.
            tokens_per_run: How many tokens, padding included, go into one batch.
        """
        kind = self.export.passage
        return self._encode(texts, kind, runner, hidden=hidden, tokens_per_run=tokens_per_run)

    @cached_property
    def _passages(self) -> onnxruntime.InferenceSession:
        """A process that only asks never loads these weights; twice is no harm but the time."""
        if self.export.question_graph == GRAPH:
            return self._questions
        return _session(self.export.folder / GRAPH)

    def own_tokens(self, text: str, kind: Kind) -> NDArray[np.bool_]:
        """Tell which positions of the model's input hold tokens of the text itself."""
        return self._row(text, kind).own

    def _encode(
        self,
        texts: Sequence[str],
        kind: Kind,
        session: Runner,
        *,
        hidden: bool,
        alone: bool = False,
        tokens_per_run: int | None = None,
    ) -> Encoded:
        """Encode; with ``tokens_per_run`` on something that runs one batch at a time."""
        rows = [self._row(text, kind) for text in texts]
        vectors = np.empty((len(rows), self.dimension), dtype=np.float32)
        tokens: list[FloatArray] = [np.empty(0, np.float32)] * len(rows)
        states = list(tokens) if hidden else []
        weights = list(tokens) if "weights" in self.export.outputs else []
        has_head = "tokens" in self.export.outputs
        wanted = [o for o in self.export.outputs if o != "hidden" or hidden or not has_head]

        def run(batch: list[int]) -> None:
            feeds, positions = self._feeds([rows[i] for i in batch], kind)
            outputs = dict(zip(wanted, session.run(wanted, feeds), strict=True))
            vectors[batch] = _unit(outputs["vector"])
            for at, (i, columns) in enumerate(zip(batch, positions, strict=True)):
                tokens[i] = _unit(outputs["tokens" if has_head else "hidden"][at, columns])
                if states:
                    states[i] = outputs["hidden"][at, columns].astype(np.float32)
                if weights:
                    weights[i] = outputs["weights"][at, columns].astype(np.float32)

        lengths = [len(row.ids) for row in rows]
        if alone:
            batches = [[i] for i in range(len(rows))]
        else:
            batches = list(_batches(lengths, tokens_per_run or _TOKENS_PER_RUN))
        self._run_all(run, batches, threads=self._threads if tokens_per_run is None else 1)
        return Encoded(
            vectors=vectors,
            tokens=tuple(tokens),
            token_ids=tuple(row.own_ids for row in rows),
            token_spans=tuple(row.spans for row in rows),
            hidden=tuple(states),
            weights=tuple(weights),
        )

    def _run_all(
        self, run: Callable[[list[int]], None], batches: list[list[int]], *, threads: int
    ) -> None:
        """Run batches side by side, a thread each.

        That keeps the processors busier than one batch at a time on several threads, which wait
        for each other after every operation of the graph.
        """
        if len(batches) < 2 or threads < 2:
            for batch in batches:
                run(batch)
            return
        with ThreadPoolExecutor(threads, thread_name_prefix="encoder") as pool:
            for _ in pool.map(run, batches):
                pass

    def _row(self, text: str, kind: Kind) -> _Row:
        prefix = len(kind.prompt)
        clean = _SURROGATE.sub("\ufffd", text)
        encoding = self._tokenizers[kind.max_length].encode(kind.prompt + clean)
        spans = np.array(encoding.offsets, dtype=np.int32).reshape(-1, 2) - prefix
        added = np.array(encoding.special_tokens_mask, dtype=bool)
        # Of a token that reaches from the prompt into the text, the text's part is kept.
        own = ~added & ((spans[:, 1] > 0) | (spans[:, 0] >= 0))
        if not encoding.ids:
            # The graph needs one position, and this one is nobody's.
            nothing = np.empty(0, np.int32)
            return _Row([self.export.pad_id], [0], np.zeros(1, bool), nothing, spans)
        kept = np.maximum(spans[own], 0)
        for at, (start, end) in enumerate(kept.tolist()):
            # Some tokenizers count the space before a word as its own.
            while start < end and clean[start].isspace():
                start += 1
                kept[at, 0] = start
        own_ids = np.array(encoding.ids, dtype=np.int32)[own]
        return _Row(encoding.ids, encoding.type_ids, own, own_ids, kept)

    def _feeds(
        self, rows: list[_Row], kind: Kind
    ) -> tuple[dict[str, NDArray[np.int64]], list[NDArray[np.intp]]]:
        length = max(len(row.ids) for row in rows)
        shape = (len(rows), length)
        ids = np.full(shape, self.export.pad_id, dtype=np.int64)
        types, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        pooled = np.zeros(shape, dtype=np.int64)
        positions = []
        for at, row in enumerate(rows):
            first = length - len(row.ids) if self.export.pad_left else 0
            span = slice(first, first + len(row.ids))
            ids[at, span], types[at, span], mask[at, span] = row.ids, row.types, 1
            pooled[at, first + kind.prompt_tokens : span.stop] = 1
            positions.append(np.flatnonzero(row.own) + first)
        given = {
            "input_ids": ids,
            "token_type_ids": types,
            "attention_mask": mask,
            "pooling_mask": pooled,
        }
        return {name: given[name] for name in self.export.inputs}, positions


def _session(graph: Path) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(graph, _options(), providers=["CPUExecutionProvider"])


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    # It plans memory for one shape, and here every run has another.
    options.enable_mem_pattern = False
    # The export was optimised when it was made: doing it again costs half of the start.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return options


def _processors() -> int:
    # A container or taskset may allow fewer than the machine has.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _tokenizers(export: Export) -> dict[int, Any]:
    tokenizers: dict[int, Any] = {}
    for kind in (export.query, export.passage):
        if kind.max_length not in tokenizers:
            tokenizer = Tokenizer.from_file(str(export.folder / TOKENIZER))
            tokenizer.no_padding()
            tokenizer.enable_truncation(kind.max_length, direction=_direction(tokenizer))
            tokenizers[kind.max_length] = tokenizer
    return tokenizers


def _direction(tokenizer: Any) -> str:  # noqa: ANN401 - tokenizers ships no types for this
    return str((tokenizer.truncation or {}).get("direction", "right")).lower()


def _batches(lengths: list[int], tokens_per_run: int = _TOKENS_PER_RUN) -> Iterator[list[int]]:
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[i] > tokens_per_run:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _unit(rows: FloatArray) -> FloatArray:
    # A third of the time that numpy's own norm takes of a question.
    lengths = np.sqrt(np.einsum("...w,...w->...", rows, rows))[..., np.newaxis]
    unit: FloatArray = (rows / np.maximum(lengths, 1e-12)).astype(np.float32, copy=False)
    return unit
