"""A cross-encoder that reads question and sentence together and re-orders the best sentences.

Optional, because it needs torch and takes a model's run for each sentence.
"""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.encoder.device import CPU, find_device
from retrieval.encoder.hub import fetch_model, first_line
from retrieval.errors import ModelUnavailableError
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["CrossEncoderReranker", "Reranker", "open_reranker", "reorder"]

_logger = logging.getLogger(__name__)

_CORRECT = Remedy(RemedyKind.CORRECT, "reranker")
_DO_WITHOUT = Remedy(RemedyKind.LEAVE_OUT, "reranker", "do without a reranker")


class Reranker(Protocol):
    """Anything that scores sentences by how well they answer a question."""

    @property
    def name(self) -> str:
        """The model as its user named it."""

    def scores(self, question: str, sentences: Sequence[str]) -> FloatArray:
        """float32 [n]: higher is better, comparable for one question only."""


class CrossEncoderReranker:
    """Any Sentence Transformers `CrossEncoder` with one score per pair."""

    def __init__(self, folder: Path, *, name: str, threads: int = 0, device: str = CPU) -> None:
        """Load the model from its folder.

        Args:
            folder: Of its files.
            name: The model as its user named it.
            threads: How many torch may use; 0 = as it likes.
            device: What it runs on (see `retrieval.encoder.device`).

        Raises:
            ModelUnavailableError: the files are no cross-encoder with one score, or the device
                isn't there.
        """
        import torch
        from sentence_transformers import CrossEncoder
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        if threads:
            torch.set_num_threads(threads)
        self.name = name
        self._device = find_device(device)
        try:
            self._model = CrossEncoder(str(folder), device="cpu", local_files_only=True)
            labels = self._model.num_labels
        except Exception as error:
            # What is wrong with a folder of files shows in as many ways as there are libraries.
            raise ModelUnavailableError(
                f"The reranker {name} can't be loaded ({first_line(error)})",
                _CORRECT,
                _DO_WITHOUT,
            ) from error
        if labels != 1:
            raise ModelUnavailableError(
                f"The reranker {name} gives {labels} scores for a sentence instead of one",
                Remedy(RemedyKind.SET, "reranker", "a cross-encoder for retrieval"),
                _DO_WITHOUT,
            )

    def scores(self, question: str, sentences: Sequence[str]) -> FloatArray:
        """Score each sentence with the question; float32 [n]."""
        if not sentences:
            return np.empty(0, np.float32)
        pairs = [(question, sentence) for sentence in sentences]
        try:
            return self._scores(pairs)
        except RuntimeError as error:
            if self._device == CPU:
                raise
            _logger.warning(
                "The GPU can't be used, so the reranker goes on with the processors: %s",
                first_line(error),
            )
            self._device = CPU
        return self._scores(pairs)

    def _scores(self, pairs: list[tuple[str, str]]) -> FloatArray:
        scores: FloatArray = np.asarray(
            self._model.predict(pairs, device=self._device, show_progress_bar=False),
            dtype=np.float32,
        )
        return scores


def open_reranker(model: str, *, threads: int = 0, device: str = CPU) -> Reranker:
    """Open the model that the setting names: a folder, or a name on the hub.

    Args:
        model: The folder or the name.
        threads: How many torch may use; 0 = as it likes.
        device: What it runs on (see `retrieval.encoder.device`).

    Raises:
        ModelUnavailableError: it can't be found or loaded, or the device isn't there.
    """
    folder = Path(model).expanduser()
    if not folder.is_dir():
        if model.startswith((".", "/", "~")):
            raise ModelUnavailableError(
                f"There is no reranker folder {model}", _CORRECT, _DO_WITHOUT
            )
        folder = fetch_model(model, setting="reranker", otherwise=_DO_WITHOUT)
    return CrossEncoderReranker(folder, name=model, threads=threads, device=device)


def reorder(
    order: Sequence[int], texts: Sequence[str], question: str, reranker: Reranker
) -> tuple[int, ...]:
    """Put the first sentences of a ranking into the reranker's order.

    Args:
        order: sentences by their numbers, best first.
        texts: the words of the first n of them; the rest of ``order`` stays as it is.
        question: what was asked.
        reranker: decides the new order; equal scores keep the old one.
    """
    best = np.argsort(-reranker.scores(question, texts), kind="stable")
    return (*(order[i] for i in best), *order[len(texts) :])
