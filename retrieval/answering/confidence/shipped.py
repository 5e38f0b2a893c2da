"""The parameters that ship with the package, one set an encoder, and one for any other."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.model import Logistic, Parameters

__all__ = ["parse", "shipped"]


def shipped(fingerprint: str) -> Parameters:
    """Return the parameters for an encoder, or those that hold for any."""
    known = _read()
    return next((one for one in known if one.fingerprint == fingerprint), known[-1])


def parse(data: Mapping[str, Any]) -> Parameters:
    """Turn what ``dataclasses.asdict`` makes of parameters back into them.

    Raises:
        KeyError, TypeError, ValueError: It is something else.
    """
    parts = {name: _logistic(data[name]) for name in ("topic", "holds")}
    return Parameters(**{**data, **parts})


def _logistic(data: Mapping[str, Any]) -> Logistic:
    weights = {str(name): float(weight) for name, weight in data["weights"].items()}
    unknown = weights.keys() - set(Evidence.__dataclass_fields__)
    if unknown:
        raise ValueError(f"no such evidence: {', '.join(sorted(unknown))}")
    return Logistic(weights=weights, bias=float(data["bias"]))


@cache
def _read() -> tuple[Parameters, ...]:
    """Read the file; the parameters for any encoder are the last in it."""
    text = (
        files("retrieval.answering.confidence")
        .joinpath("parameters.json")
        .read_text(encoding="utf-8")
    )
    return tuple(parse(one) for one in json.loads(text))
