"""Trained weights that give a model a tuned last layer, and its tokens vectors of their own.

Without a head, a token's vector is the model's last hidden state. A head is a file of arrays
(``.npz``, float16 or float32) that belongs to one model:

- ``recipe``: a JSON text, ``{"model": fingerprint, "importance": "softplus" | "sigmoid"}``;
- ``layer.NAME``: the tuned last transformer layer, by the names of the layer's own state; it
  takes the place of the original, for the sentence vector too: two last layers would make
  every text cost a sixth more;
- ``projection.weight`` [w, h] and optionally ``projection.bias`` [w]: the token vectors, made
  unit length afterwards;
- optionally ``importance.weight`` [1, h] and ``importance.bias`` [1]: one number per token.
"""

import hashlib
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.errors import ModelUnavailableError
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["SHIPPED_HEAD", "TokenHead", "read_head", "save_head"]

SHIPPED_HEAD = Path(__file__).with_name("all-minilm-l6-v2.npz")
"""The default model's: what ``retrieval.training.train_head`` makes by default (120 steps, seed 0)
of 11,877 questions and sentences of SQuAD's training articles (Du et al. 2017; CC BY-SA 4.0)."""

_IMPORTANCE = ("softplus", "sigmoid")


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenHead:
    """What a head says of itself, read without its weights."""

    model: str
    """Fingerprint of the model it was trained on."""
    importance: str
    """The function that makes a token's weight positive."""
    sha256: str
    file: Path

    def fingerprint(self) -> str:
        """Name the pair of model and head: it gives other token vectors than the model alone."""
        return hashlib.sha256(f"{self.model}\0head\0{self.sha256}".encode()).hexdigest()

    def arrays(self) -> dict[str, FloatArray]:
        """Read the weights, as float32."""
        with np.load(self.file, allow_pickle=False) as stored:
            return {k: stored[k].astype(np.float32) for k in stored.files if k != "recipe"}


def read_head(file: Path) -> TokenHead:
    """Read a head's recipe.

    Raises:
        ModelUnavailableError: the file is missing or is no head.
    """
    try:
        with file.open("rb") as content:
            sha256 = hashlib.file_digest(content, "sha256").hexdigest()
            content.seek(0)
            with np.load(content, allow_pickle=False) as stored:
                recipe: dict[str, Any] = json.loads(str(stored["recipe"]))
        importance = str(recipe.get("importance", _IMPORTANCE[0]))
        if importance not in _IMPORTANCE:
            raise ValueError(f"unknown importance {importance}")
        return TokenHead(
            model=str(recipe["model"]), importance=importance, sha256=sha256, file=file
        )
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile) as error:
        if file == SHIPPED_HEAD:
            raise ModelUnavailableError(
                f"The token head {file} can't be read", Remedy(RemedyKind.INSTALL_AGAIN)
            ) from error
        raise ModelUnavailableError(
            f"The token head {file} can't be read: train it again, or take it out of its folder"
        ) from error


def save_head(
    file: Path,
    *,
    model: str,
    layer: dict[str, FloatArray],
    projection: FloatArray,
    importance: tuple[FloatArray, FloatArray] | None = None,
    function: str = "softplus",
) -> None:
    """Write a head, weights as float16.

    Args:
        file: where to; the suffix is ``.npz``.
        model: fingerprint of the model it was trained on.
        layer: state of the tuned last layer, by the model's own names; may be empty.
        projection: float [w, h].
        importance: weight [1, h] and bias [1] of the tokens' importance.
        function: what makes the importance positive, ``softplus`` or ``sigmoid``.
    """
    arrays = {f"layer.{name}": np.asarray(value, np.float16) for name, value in layer.items()}
    arrays["projection.weight"] = np.asarray(projection, np.float16)
    if importance is not None:
        arrays["importance.weight"] = np.asarray(importance[0], np.float16)
        arrays["importance.bias"] = np.asarray(importance[1], np.float16)
    recipe = np.array(json.dumps({"model": model, "importance": function}))
    with file.open("wb") as out:
        np.savez(out, recipe=recipe, **arrays)  # type: ignore[arg-type]
