"""A model on sentence-transformers itself: to export it, and where it can't be exported."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from retrieval.arrays import FloatArray, IntArray
from retrieval.encoder.device import CPU, find_device
from retrieval.encoder.hub import first_line
from retrieval.encoder.models import CORRECT_MODEL, USE_DEFAULT_MODEL, ModelSource
from retrieval.encoder.protocol import Encoded
from retrieval.errors import ModelUnavailableError
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["SentenceTransformerEncoder", "load_model", "prompt_of"]

_logger = logging.getLogger(__name__)


def load_model(source: ModelSource) -> Any:  # noqa: ANN401 - sentence-transformers' own class
    """Load a model that is on this machine.

    Raises:
        ModelUnavailableError: the files are no model that sentence-transformers can load.
    """
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(str(source.folder), device="cpu", local_files_only=True)
    except Exception as error:
        # What is wrong with a folder of files shows in as many ways as there are libraries.
        raise ModelUnavailableError(
            f"The model {source.name} can't be loaded ({first_line(error)})",
            Remedy(RemedyKind.MEND_MODEL),
            CORRECT_MODEL,
            USE_DEFAULT_MODEL,
        ) from error


def prompt_of(model: Any, task: str) -> str:  # noqa: ANN401 - sentence-transformers' own class
    """Tell what `encode_query` or `encode_document` would write before a text."""
    names = {"query": ["query"], "document": ["document", "passage", "corpus"]}[task]
    for name in [*names, model.default_prompt_name]:
        if name in model.prompts:
            return model.prompts[name] or ""
    return ""


class SentenceTransformerEncoder:
    """The `Encoder` for models that have no graph; it takes seconds to load."""

    def __init__(
        self,
        source: ModelSource,
        *,
        fingerprint: str,
        threads: int = 0,
        device: str = CPU,
        tell: Callable[[str], None] = _logger.info,
        warn: Callable[[str], None] = _logger.warning,
    ) -> None:
        """Load the model.

        Args:
            source: Where its files are.
            fingerprint: Of its files.
            threads: How many torch may use; 0 = as it likes.
            device: What the model runs on (see `retrieval.encoder.device`).
            tell: Told, in a sentence, which GPU is used.
            warn: Told why it can't be.

        Raises:
            ModelUnavailableError: The model can't be loaded, or the device isn't there.
        """
        import torch

        if threads:
            torch.set_num_threads(threads)
        self.name = source.name
        self.fingerprint = fingerprint
        self._model = load_model(source)
        self._model.eval()
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        self._warn = warn
        self._device = find_device(device)
        if self._device != CPU:
            try:
                self._model.to(self._device)
            except RuntimeError as error:
                self._give_up(error)
            else:
                tell(f"Embedding on the GPU ({self._device}) …")
        # A tokenizer keeps its padding and truncation to itself, between one call and the next.
        self._lock = threading.Lock()

    def encode_queries(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode questions, with the model's own query prompt."""
        return self._encode(texts, "query", hidden=hidden)

    def encode_passages(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode pieces of documents, with the model's own document prompt."""
        return self._encode(texts, "document", hidden=hidden)

    def _encode(self, texts: Sequence[str], task: str, *, hidden: bool) -> Encoded:
        encode = self._model.encode_query if task == "query" else self._model.encode_document
        prompt = prompt_of(self._model, task)
        with self._lock:
            try:
                items = encode(list(texts), output_value=None, show_progress_bar=False)
            except RuntimeError as error:
                if self._device == CPU:
                    raise
                self._give_up(error)
                items = encode(list(texts), output_value=None, show_progress_bar=False)
            rows = [
                _tokens_of(self._model, item, prompt, text)
                for item, text in zip(items, texts, strict=True)
            ]
        vectors = np.zeros((len(rows), self.dimension), dtype=np.float32)
        for i, item in enumerate(items):
            vectors[i] = _unit(item["sentence_embedding"].float().cpu().numpy())
        states = tuple(state for state, _, _ in rows)
        return Encoded(
            vectors=vectors,
            tokens=tuple(_unit(state) for state in states),
            token_ids=tuple(ids for _, ids, _ in rows),
            token_spans=tuple(spans for _, _, spans in rows),
            hidden=states if hidden else (),
        )

    def _give_up(self, error: RuntimeError) -> None:
        """Go on without the device."""
        self._warn(f"The GPU can't be used, so the processors go on: {first_line(error)}.")
        self._device = CPU
        self._model.to(CPU)


def _tokens_of(
    model: Any,  # noqa: ANN401 - sentence-transformers' own class
    item: dict[str, Any],
    prompt: str,
    text: str,
) -> tuple[FloatArray, IntArray, IntArray]:
    """Pick a text's own tokens from what the model returned for it."""
    tokenizer: Any = getattr(model, "tokenizer", None)
    if "token_embeddings" not in item or not getattr(tokenizer, "is_fast", False):
        return np.empty((0, 1), np.float32), np.empty(0, np.int32), np.empty((0, 2), np.int32)
    mask = item["attention_mask"].bool()
    states = item["token_embeddings"][mask].float().cpu().numpy()
    ids = item["input_ids"][mask].cpu().numpy().astype(np.int32)
    encoding = tokenizer(
        prompt + text,
        truncation=True,
        max_length=len(ids),
        return_offsets_mapping=True,
        return_special_tokens_mask=True,
    )
    spans = np.array(encoding["offset_mapping"], dtype=np.int32).reshape(-1, 2) - len(prompt)
    added = np.array(encoding["special_tokens_mask"], dtype=bool)
    if len(added) != len(ids):
        return np.empty((0, 1), np.float32), np.empty(0, np.int32), np.empty((0, 2), np.int32)
    own = ~added & ((spans[:, 1] > 0) | (spans[:, 0] >= 0))
    return states[own], ids[own], np.maximum(spans[own], 0)


def _unit(rows: FloatArray) -> FloatArray:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    unit: FloatArray = (rows / np.maximum(lengths, 1e-12)).astype(np.float32, copy=False)
    return unit
