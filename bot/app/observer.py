"""What became of each question: counted, timed and logged in one place for every door."""

import structlog

from bot.app.latency import Latency
from bot.app.metrics import Metrics
from bot.app.outcome import Answered, Outcome, Reason, Refused
from bot.app.request import AskRequest
from bot.storage.records import AnswerRecord

__all__ = ["AskObserver"]

_REFUSALS = {
    Reason.EMPTY: "empty",
    Reason.TOO_LONG: "long",
    Reason.USER_LIMIT: "limited",
    Reason.CHANNEL_LIMIT: "limited",
    Reason.BUSY: "busy",
}

log = structlog.get_logger(__name__)


class AskObserver:
    """Takes note of every outcome; a question's text is logged only if that is wanted."""

    def __init__(self, metrics: Metrics, latency: Latency, *, log_questions: bool = False) -> None:
        self._metrics = metrics
        self._latency = latency
        self._log_questions = log_questions

    def __call__(self, request: AskRequest, outcome: Outcome) -> None:
        """Count an outcome under the door of its question."""
        name = outcome_name(outcome)
        self._metrics.questions.labels(request.door, name).inc()
        if isinstance(outcome, Answered):
            self._metrics.seconds.observe(outcome.record.seconds)
            self._latency.add(outcome.record.seconds)
            self._log(name, outcome.record)

    def _log(self, name: str, record: AnswerRecord) -> None:
        extra = {"question": record.answer.question} if self._log_questions else {}
        log.info(
            name,
            answer=record.id,
            door=record.door,
            server=record.place.server,
            confidence=record.answer.confidence.level.value,
            seconds=round(record.seconds, 3),
            build=record.answer.build_id,
            **extra,
        )


def outcome_name(outcome: Outcome) -> str:
    """Return the word under which an outcome is counted."""
    if isinstance(outcome, Answered):
        return "answered" if outcome.record.answer.answered else "unanswered"
    return _REFUSALS[outcome.reason] if isinstance(outcome, Refused) else "failed"
