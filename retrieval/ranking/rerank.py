"""A cross-encoder that reads question and sentence together and re-orders the best sentences.

Optional (VERBATIM_RERANKER), because it needs torch and takes a model's run for each sentence.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.encoder.hub import fetch_model, first_line
from retrieval.errors import ModelUnavailableError

__all__ = ["CrossEncoderReranker", "Reranker", "open_reranker", "reorder"]

_WAY_OUT = "leave it out to do without a reranker"


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
                f"The reranker {name} can't be loaded ({first_line(error)}): correct"
                f" VERBATIM_RERANKER, or {_WAY_OUT}"
            ) from error
        if labels != 1:
            raise ModelUnavailableError(
                f"The reranker {name} gives {labels} scores for a sentence instead of one: set"
                f" VERBATIM_RERANKER to a cross-encoder for retrieval, or {_WAY_OUT}"
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
    """Open the model that VERBATIM_RERANKER names: a folder, or a name on the hub.

    Raises:
        ModelUnavailableError: it can't be found or loaded; the message says what to do.
    """
    folder = Path(model).expanduser()
    if not folder.is_dir():
        if model.startswith((".", "/", "~")):
            raise ModelUnavailableError(
                f"There is no reranker folder {model}: correct VERBATIM_RERANKER, or {_WAY_OUT}"
            )
        folder = fetch_model(model, setting="VERBATIM_RERANKER", way_out=_WAY_OUT)
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
