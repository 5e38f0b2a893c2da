"""A cross-encoder that reads question and sentence together and re-orders the best sentences.

Optional, because it needs torch and takes a model's run for each sentence.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.encoder.hub import fetch_model, first_line
from retrieval.errors import ModelUnavailableError
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["CrossEncoderReranker", "Reranker", "open_reranker", "reorder"]

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

    def __init__(self, folder: Path, *, name: str, threads: int = 0) -> None:
        """Load the model from its folder.

        Raises:
            ModelUnavailableError: the files are no cross-encoder with one score.
        """
        import torch
        from sentence_transformers import CrossEncoder
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        if threads:
            torch.set_num_threads(threads)
        self.name = name
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
        scores: FloatArray = np.asarray(
            self._model.predict(pairs, show_progress_bar=False), dtype=np.float32
        )
        return scores


def open_reranker(model: str, *, threads: int = 0) -> Reranker:
    """Open the model that the setting names: a folder, or a name on the hub.

    Raises:
        ModelUnavailableError: it can't be found or loaded.
    """
    folder = Path(model).expanduser()
    if not folder.is_dir():
        if model.startswith((".", "/", "~")):
            raise ModelUnavailableError(
                f"There is no reranker folder {model}", _CORRECT, _DO_WITHOUT
            )
        folder = fetch_model(model, setting="reranker", otherwise=_DO_WITHOUT)
    return CrossEncoderReranker(folder, name=model, threads=threads)


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
