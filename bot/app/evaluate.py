"""An evaluation from settings to figures: index the corpus, ask the questions, report."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app.collections.named import in_collection
from bot.app.wiring import core_build, core_encoder, core_searcher
from config.settings import CoreSettings
from retrieval.domain import BuildReport, IndexInfo
from retrieval.evaluation.dataset import read_questions
from retrieval.evaluation.files import SCHEMA
from retrieval.evaluation.report import Report, make_report
from retrieval.evaluation.runner import Outcome, ask_all
from retrieval.evaluation.sources import Sources
from retrieval.indexing.progress import Progress

__all__ = ["Evaluated", "Evaluation", "run_evaluation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What to evaluate."""

    corpus: Path
    questions: Path
    negatives: Path | None = None
    index: Path | None = None
    """Where to keep the index; a temporary folder when ``None``."""
    collection: str | None = None
    """The name of the only one to search; None: all."""
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated:
    """What came of it."""

    wanted: Evaluation
    build: BuildReport
    index: IndexInfo
    outcomes: tuple[Outcome, ...]
    negatives: tuple[Outcome, ...]
    report: Report

    def as_dict(self) -> dict[str, object]:
        """Return the object that `retrieval.evaluation.files` describes."""
        negatives = self.wanted.negatives
        return {
            "schema": SCHEMA,
            "folder": str(self.wanted.corpus.parent),
            "questions_file": str(self.wanted.questions),
            "negatives_file": None if negatives is None else str(negatives),
            "collection": self.wanted.collection,
            "index": {
                "documents": self.index.documents,
                "sentences": self.index.sentences,
                "skipped": len(self.build.skipped),
                "model": self.index.model,
                "fingerprint": self.index.fingerprint,
                "size_bytes": self.index.size_bytes,
                "build_seconds": self.build.seconds,
            },
            **self.report.as_dict(),
        }


def run_evaluation(
    settings: CoreSettings,
    wanted: Evaluation,
    *,
    progress: Progress | None = None,
    notify: Callable[[str], None] | None = None,
) -> Evaluated:
    """Index the corpus, ask every question and compute the figures.

    Raises:
        EvaluationError: the corpus or a question set can't be used.
        VerbatimError: the index or the model can't be used.
    """
    sources = Sources(wanted.corpus)
    questions = read_questions(wanted.questions, sources=sources, limit=wanted.limit)
    negatives = (
        read_questions(wanted.negatives, sources=None, limit=wanted.limit)
        if wanted.negatives is not None
        else ()
    )

    encoder = core_encoder(settings, notify=notify, builds=True)
    with _index_folder(wanted.index) as folder:
        # In files, wherever the owner keeps the index that people ask.
        changed = {"seeds": wanted.corpus, "data": folder, "store": None}
        own = settings.model_copy(update=changed)
        build = core_build(own, encoder, progress=progress)
        # With the calibration and threshold that answers are given with, not the folder's.
        with core_searcher(settings, encoder, index=own.index) as searcher:
            index = searcher.info
            bound = in_collection(searcher, wanted.collection)
            outcomes = ask_all(bound, questions, sources, progress=progress)
            off_topic = ask_all(
                bound, negatives, sources, progress=progress, stage="asking off-topic questions"
            )
            report = make_report(outcomes, off_topic, at_share=searcher.at_share)
    return Evaluated(
        wanted=wanted,
        build=build,
        index=index,
        outcomes=outcomes,
        negatives=off_topic,
        report=report,
    )


@contextmanager
def _index_folder(kept: Path | None) -> Iterator[Path]:
    if kept is not None:
        yield kept
        return
    with TemporaryDirectory(prefix="verbatim-eval-") as folder:
        yield Path(folder)
