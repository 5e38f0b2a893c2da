"""The files an evaluation leaves behind.

The report (``--json``) is one object::

    {"schema": 1, "folder": "…", "questions_file": "…", "negatives_file": "…" or null,
     "index": {"documents", "sentences", "skipped", "model", "fingerprint", "size_bytes",
               "build_seconds"},
     "questions", "answerable", "quality": {…}, "abstention": {…}, "levels": {…},
     "calibration": {…}, "off_topic": {…} or null, "seconds_p50", "seconds_p95",
     "quotations", "violations": […]}

with the fields of `retrieval.evaluation.report.Report` from ``questions`` on, and null for a
figure that nothing counted towards. The run (``--run``) has one object a line, in the order of
the questions, negatives last::

    {"id", "answered", "state", "level", "confidence", "seconds", "rank": 1… or null,
     "hits": [{"document", "start", "end", "score"}]}

Fields may be added; ``schema`` changes when one is removed or changes its meaning.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from retrieval.errors import EvaluationError
from retrieval.evaluation.runner import Outcome

__all__ = ["SCHEMA", "run_line", "write_lines", "write_object"]

SCHEMA = 1


def run_line(outcome: Outcome) -> dict[str, object]:
    """Return what the run file says of one question."""
    return {
        "id": outcome.id,
        "answered": outcome.answered,
        "state": outcome.state.value,
        "level": outcome.level.value,
        "confidence": outcome.probability,
        "seconds": outcome.seconds,
        "rank": outcome.judgement.rank,
        "hits": [
            {"document": hit.path, "start": hit.start, "end": hit.end, "score": hit.score}
            for hit in outcome.hits
        ],
    }


def write_object(path: Path, value: Mapping[str, object]) -> None:
    """Write one JSON object.

    Raises:
        EvaluationError: the file can't be written.
    """
    _write(path, json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def write_lines(path: Path, values: Iterable[Mapping[str, object]]) -> None:
    """Write one JSON object a line.

    Raises:
        EvaluationError: the file can't be written.
    """
    lines = (json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n" for value in values)
    _write(path, "".join(lines))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise EvaluationError(f"{path} can't be written: {error.strerror or error}.") from error
