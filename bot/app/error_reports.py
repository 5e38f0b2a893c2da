"""Telling people what went wrong without telling them more than helps them."""

import secrets
from dataclasses import dataclass

import structlog

from bot.errors import AnswersAwayError, Busy, TooSlow
from bot.localisation.words import ENGLISH, Words
from bot.rendering.errors import SOMETHING_WRONG, for_discord
from retrieval.errors import StoreUnavailableError, UnknownDocumentError

__all__ = ["Fault", "fault_of"]

log = structlog.get_logger(__name__)

# What is nobody's fault is no error to be looked up in the log.
_REFUSALS = (Busy, TooSlow, UnknownDocumentError)
# What passes is said as that: there is nothing to be looked up that the line doesn't say.
_AWAY = (AnswersAwayError, StoreUnavailableError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What to show somebody whose question failed."""

    text: str
    id: str | None


def fault_of(error: BaseException, words: Words = ENGLISH, *, doing: str) -> Fault:
    """Log an error under a short id and say what to show for it."""
    if isinstance(error, _REFUSALS):
        log.info("refused", doing=doing, reason=type(error).__name__)
        return Fault(text=for_discord(error, administrator=False, words=words), id=None)
    if isinstance(error, _AWAY):
        log.error("unavailable", doing=doing, reason=str(error))
        return Fault(text=for_discord(error, administrator=False, words=words), id=None)
    fault = secrets.token_hex(3)
    log.error("failed", doing=doing, error_id=fault, exc_info=error)
    text = f"{words.of(SOMETHING_WRONG)} {words.say('error-id', id=fault)}"
    return Fault(text=text, id=fault)
