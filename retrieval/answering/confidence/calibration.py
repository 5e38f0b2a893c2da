"""A correction of the confidence, fitted to the owner's own documents and questions.

The shipped confidence was fitted on other people's documents. Platt scaling (Platt 1999) moves
and stretches it on the log-odds scale, p ↦ σ(slope · logit p + intercept): two numbers, so that
some dozens of questions are enough, and it keeps their order.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from retrieval.atomic import write_atomically
from retrieval.errors import EvaluationError
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["FILE", "IDENTITY", "Calibration", "logit", "read_calibration", "write_calibration"]

FILE = "calibration.json"
"""Its name in the data folder."""
_SCHEMA = 1
_EDGE = 1e-6
"""Probabilities are kept so far from 0 and 1: log-odds have no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A correction of the shipped probability."""

    slope: float
    intercept: float
    prior: float | None = None
    """Share of the questions it was fitted on that had an answer, where that is known."""

    def apply(self, probability: float) -> float:
        """Correct one probability; as the slope is positive, the order of two is kept."""
        if (self.slope, self.intercept) == (1.0, 0.0):
            return probability
        return 1 / (1 + math.exp(-(self.slope * logit(probability) + self.intercept)))


IDENTITY = Calibration(slope=1.0, intercept=0.0)
"""The shipped probability as it is."""


def logit(probability: float) -> float:
    """Return the log-odds of a probability, of 0 and 1 those of their near neighbours."""
    kept = min(max(probability, _EDGE), 1 - _EDGE)
    return math.log(kept / (1 - kept))


def read_calibration(path: Path, *, fingerprint: str) -> Calibration:
    """Read the owner's calibration, or return `IDENTITY` when there is none.

    Args:
        path: the file that `write_calibration` wrote.
        fingerprint: of the model that is in use.

    Raises:
        EvaluationError: the file is not such a file, or was fitted with another model.
    """
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        prior = value.get("prior")
        calibration = Calibration(
            slope=float(value["slope"]),
            intercept=float(value["intercept"]),
            prior=None if prior is None else float(prior),
        )
        usable = value["schema"] == _SCHEMA and calibration.slope > 0
        usable = usable and (calibration.prior is None or 0 < calibration.prior < 1)
        usable = usable and math.isfinite(calibration.slope + calibration.intercept)
        fitted_with = value["fingerprint"]
    except FileNotFoundError:
        return IDENTITY
    except PermissionError as error:
        # Where the folder is closed, everything in it is; the file need not even be there.
        closed = _closed(path)
        raise EvaluationError(
            f"{closed} can't be read ({(error.strerror or str(error)).lower()})",
            Remedy(RemedyKind.GRANT_READ, str(closed)),
        ) from error
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        usable, fitted_with = False, None
    mend = (
        Remedy(RemedyKind.CALIBRATE_AGAIN),
        Remedy(RemedyKind.REMOVE_CALIBRATION, str(path)),
    )
    if not usable:
        raise EvaluationError(f"{path} is not a calibration that can be used", *mend)
    if fitted_with != fingerprint:
        raise EvaluationError(f"{path} was fitted with another model", *mend)
    return calibration


def _closed(path: Path) -> Path:
    try:
        path.lstat()
    except PermissionError:
        return path.parent
    return path


def write_calibration(
    path: Path, calibration: Calibration, *, fingerprint: str, about: Mapping[str, object]
) -> None:
    """Replace the owner's calibration in one step.

    Args:
        path: the file.
        calibration: what is written.
        fingerprint: of the model it was fitted with.
        about: what else a reader of the file should know, such as what it was fitted on.

    Raises:
        EvaluationError: the file can't be written.
    """
    value = {
        "schema": _SCHEMA,
        "slope": calibration.slope,
        "intercept": calibration.intercept,
        "prior": calibration.prior,
        "fingerprint": fingerprint,
        **about,
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        raise EvaluationError(f"{path} can't be written: {error.strerror or error}.") from error
