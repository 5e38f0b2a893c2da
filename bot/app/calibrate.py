"""Refitting the confidence to the owner's questions, from settings to a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.app.wiring import core_encoder, index_store
from config.settings import CoreSettings
from retrieval.answering.confidence.calibration import FILE, Calibration, write_calibration
from retrieval.answering.searcher import open_index
from retrieval.errors import EvaluationError
from retrieval.evaluation.dataset import Question, read_questions
from retrieval.evaluation.fitting import ScoredQuestion, cross_validated, fit
from retrieval.evaluation.runner import ask_all
from retrieval.evaluation.sources import CorpusFile
from retrieval.indexing.progress import Progress

__all__ = ["LEAST_OF_EACH", "LEAST_QUESTIONS", "Calibrated", "calibrate_on", "save"]

LEAST_QUESTIONS = 30
LEAST_OF_EACH = 8
"""So many questions must be answered rightly, and as many not: one kind alone fits nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """A fit and what it rests on."""

    questions: Path
    calibration: Calibration
    samples: tuple[ScoredQuestion, ...]
    after: tuple[float, ...]
    """Each sample's probability under a fit that has not seen it."""
    fingerprint: str
    model: str


def calibrate_on(
    settings: CoreSettings,
    questions: Path,
    *,
    progress: Progress | None = None,
    notify: Callable[[str], None] | None = None,
) -> Calibrated:
    """Ask the owner's questions of the owner's index, and fit the confidence to what came.

    Args:
        settings: the owner's; where the index is, and which model made it.
        questions: the file of questions.
        progress: is told how many questions were asked.
        notify: is told what takes long the first time: exporting the model.

    Raises:
        EvaluationError: the questions can't be used, or are too few.
        VerbatimError: the index or the model can't be used.
    """
    encoder = core_encoder(settings, notify=notify)
    # Without the owner's earlier calibration, or it would be applied twice.
    with open_index(index_store(settings), encoder) as searcher:
        sources = {
            one.path: CorpusFile(path=one.path, text=searcher.text(one.path))
            for one in searcher.documents()
            if one.is_asked
        }
        asked = read_questions(questions, sources=sources)
        outcomes = ask_all(searcher, asked, sources, progress=progress)
    samples = tuple(
        ScoredQuestion(probability=one.probability, right=one.judgement.right) for one in outcomes
    )
    _require_enough(questions, samples)
    return Calibrated(
        questions=questions,
        calibration=replace(fit(samples), prior=_share(asked)),
        samples=samples,
        after=cross_validated(samples),
        fingerprint=encoder.fingerprint,
        model=encoder.name,
    )


def save(settings: CoreSettings, calibrated: Calibrated) -> Path:
    """Write the calibration into the data folder, and return its path.

    Raises:
        EvaluationError: it can't be written.
    """
    path = settings.data / FILE
    write_calibration(
        path,
        calibrated.calibration,
        fingerprint=calibrated.fingerprint,
        about={
            "model": calibrated.model,
            "fitted_on": calibrated.questions.name,
            "questions": len(calibrated.samples),
            "answered_rightly": sum(one.right for one in calibrated.samples),
            "fitted_at": datetime.now(UTC).isoformat(timespec="seconds"),
        },
    )
    return path


def _share(asked: Sequence[Question]) -> float | None:
    """Return the share of the questions that have an answer, where some have and some have not."""
    answerable = sum(bool(one.answers) for one in asked)
    return answerable / len(asked) if 0 < answerable < len(asked) else None


def _require_enough(questions: Path, samples: Sequence[ScoredQuestion]) -> None:
    right = sum(one.right for one in samples)
    if len(samples) >= LEAST_QUESTIONS and min(right, len(samples) - right) >= LEAST_OF_EACH:
        return
    raise EvaluationError(
        f"{questions} has {len(samples)} questions, {right} of them answered rightly, and "
        f"calibrating needs {LEAST_QUESTIONS}, of which {LEAST_OF_EACH} are answered rightly and "
        f"{LEAST_OF_EACH} are not: add questions, some of which the documents don't answer."
    )
