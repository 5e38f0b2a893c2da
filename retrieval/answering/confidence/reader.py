"""The answer reader: whether a sentence answers a question, or only speaks of the same.

Some 35,000 weights over the token vectors that the index stores already. One transformer layer
reads the question's tokens, each with how well the sentence meets it; beside it one look is taken
at what the sentence says *beyond* the question, pooled by the question's first words. It is
trained by `retrieval.training.train_reader`, belongs to one encoder, and runs in NumPy.
"""

import hashlib
import json
import math
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from retrieval.answering.confidence.reading import Reading
from retrieval.answering.confidence.told import NOTHING_TOLD, Told
from retrieval.arrays import FloatArray
from retrieval.errors import ModelUnavailableError

__all__ = [
    "HEADS",
    "NEW",
    "OPENING",
    "SHIPPED_READER",
    "Reader",
    "read_reader",
    "reader_for",
    "save_reader",
]

SHIPPED_READER = Path(__file__).with_name("reader.npz")
"""The default encoder's: what ``retrieval.training.train_reader`` makes of 11,877 questions and
sentences of SQuAD's training articles (Du et al. 2017; CC BY-SA 4.0)."""

HEADS = 4
NEW = 0.6
"""A token of the sentence that no token of the question meets so well says something new."""
OPENING = 4
"""So many tokens, the question word and what follows it, say what is asked for."""
_EPSILON = 1e-5


@dataclass(frozen=True, slots=True)
class _Linear:
    """A layer as it is multiplied with."""

    weight: FloatArray
    """float32 [in, out], row after row: a third of the time of the other way round."""
    bias: FloatArray
    """float32 [out]."""

    def __call__(self, values: FloatArray) -> FloatArray:
        result: FloatArray = values @ self.weight
        result += self.bias
        return result

    def behind(self, weight: FloatArray, bias: FloatArray) -> "_Linear":
        """Take in what a norm in front of it multiplies by and adds, float32 [in] both."""
        joined = np.ascontiguousarray(weight[:, np.newaxis] * self.weight)
        return _Linear(joined, self.bias + bias @ self.weight)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Weights by name, as `retrieval.training.reader_model` names them."""

    fingerprint: str
    """Of the encoder whose tokens it reads."""
    weights: Mapping[str, FloatArray]

    def __call__(self, reading: Reading) -> Told:
        """Say whether the sentence answers."""
        if not len(reading.question):
            return NOTHING_TOLD
        w, linear = self.weights, self._linear
        projected = reading.question @ self._project
        entered = linear["enter"](np.concatenate([projected, reading.marks], axis=1))
        states = self._layer(np.concatenate([w["slot"][np.newaxis], entered]))
        slot, others = states[0], states[1:]
        shares = reading.marks[:, 2]
        mean = shares @ others / max(float(shares.sum()), _EPSILON)
        look = self._look(projected[:OPENING].mean(axis=0), slot, reading)
        numbers = (reading.numbers - w["numbers.mean"]) / w["numbers.spread"]
        hidden = linear["join"](np.concatenate([slot, mean, look, numbers]))
        _, exam, typed = linear["tell"](np.maximum(hidden, 0)).tolist()
        return Told(exam=exam, typed=typed)

    @cached_property
    def _project(self) -> FloatArray:
        return np.ascontiguousarray(self.weights["project.weight"].T)

    @cached_property
    def _linear(self) -> Mapping[str, _Linear]:
        """The layers by name, with what stands in front of them taken in."""
        w = self.weights
        names = [name.removesuffix(".bias") for name in w if name.endswith(".bias")]
        made = {
            name: _Linear(np.ascontiguousarray(w[f"{name}.weight"].T), w[f"{name}.bias"])
            for name in names
            if w[f"{name}.weight"].ndim == 2  # A norm's has one.
        }
        joint = w["layer.self_attn.in_proj_weight"].T, w["layer.self_attn.in_proj_bias"]
        for name, layer, norm in (
            ("layer.joint", _Linear(*joint), "layer.norm1"),
            ("layer.linear1", made["layer.linear1"], "layer.norm2"),
        ):
            made[name] = layer.behind(w[f"{norm}.weight"], w[f"{norm}.bias"])
        return made

    @cached_property
    def _equal(self) -> FloatArray:
        """Equal shares of a state's numbers, float32 [width, 1].

        A product with them is a mean, in a third of the time that numpy's own takes.
        """
        width = len(self.weights["slot"])
        return np.full((width, 1), 1 / width, np.float32)

    def _layer(self, states: FloatArray) -> FloatArray:
        """Run a pre-norm transformer layer over float32 [1 + q, width]."""
        linear = self._linear
        count, width = states.shape
        joint = linear["layer.joint"](self._spread_evenly(states))
        query, key, value = joint.reshape(count, 3, HEADS, width // HEADS).transpose(1, 2, 0, 3)
        scores = query @ key.transpose(0, 2, 1) / math.sqrt(width // HEADS)
        met = (_softmax(scores) @ value).transpose(1, 0, 2).reshape(count, width)
        states = states + linear["layer.self_attn.out_proj"](met)
        inner = linear["layer.linear1"](self._spread_evenly(states))
        left = self._spread_evenly(states + linear["layer.linear2"](np.maximum(inner, 0)))
        normed: FloatArray = left * self.weights["norm.weight"] + self.weights["norm.bias"]
        return normed

    def _look(self, opening: FloatArray, slot: FloatArray, reading: Reading) -> FloatArray:
        """Pool what is new in the sentence by what the question's first words ask for."""
        new = reading.sentence[reading.beyond < NEW]
        if not len(new):
            return np.zeros_like(opening)
        sought = self._linear["seek"](opening)
        sought /= math.sqrt(len(sought))
        shares = _softmax(new @ (sought @ self.weights["key.weight"]))
        gate = 1 / (1 + np.exp(-self._linear["gate"](slot)))
        pooled = gate * (self.weights["value.weight"] @ (shares @ new))
        return np.asarray(pooled, np.float32)

    def _spread_evenly(self, values: FloatArray) -> FloatArray:
        """Give each row of values the mean 0 and the deviation 1."""
        centred = values - values @ self._equal
        spread: FloatArray = centred / np.sqrt((centred * centred) @ self._equal + _EPSILON)
        return spread


def reader_for(fingerprint: str) -> Reader | None:
    """Return the shipped reader, if it reads the tokens of this encoder."""
    reader = read_reader()
    return reader if reader.fingerprint == fingerprint else None


def read_reader(file: Path = SHIPPED_READER) -> Reader:
    """Read a reader's weights; of one file only once.

    Raises:
        ModelUnavailableError: The file is missing or is no reader.
    """
    return _read(file)


@cache
def _read(file: Path) -> Reader:
    try:
        with np.load(file, allow_pickle=False) as stored:
            recipe = json.loads(str(stored["recipe"]))
            weights = {k: stored[k].astype(np.float32) for k in stored.files if k != "recipe"}
        return Reader(fingerprint=str(recipe["encoder"]), weights=weights)
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ModelUnavailableError(
            f"The answer reader {file} can't be read: install Verbatim again"
        ) from error


def save_reader(file: Path, *, fingerprint: str, weights: Mapping[str, FloatArray]) -> str:
    """Write a reader, weights as float16, and return the SHA-256 of the file.

    Args:
        file: Where to; the suffix is ``.npz``.
        fingerprint: Of the encoder it was trained with.
        weights: By name.
    """
    arrays = {name: np.asarray(value, np.float16) for name, value in weights.items()}
    recipe = np.array(json.dumps({"encoder": fingerprint}))
    with file.open("wb") as out:
        np.savez(out, recipe=recipe, **arrays)  # type: ignore[arg-type]
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _softmax(values: FloatArray) -> FloatArray:
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    result: FloatArray = powers / powers.sum(axis=-1, keepdims=True)
    return result
