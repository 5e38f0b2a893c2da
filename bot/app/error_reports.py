"""Telling people what went wrong without telling them more than helps them."""

import secrets
from dataclasses import dataclass

import structlog

from bot.errors import Busy, TooSlow
from retrieval.errors import UnknownDocumentError

__all__ = ["Fault", "fault_of"]

log = structlog.get_logger(__name__)

# Errors whose own words are for whoever asked; the others name files and settings of the owner.
_FOR_EVERYONE = (Busy, TooSlow)
_NO_DOCUMENT = "That document is no longer among those that I answer from; `/sources` lists them."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What to show somebody whose question failed."""

    text: str
    id: str | None


def fault_of(error: BaseException, *, doing: str) -> Fault:
    """Log an error under a short id and say what to show for it."""
    if isinstance(error, (*_FOR_EVERYONE, UnknownDocumentError)):
        log.info("refused", doing=doing, reason=type(error).__name__)
        known = not isinstance(error, UnknownDocumentError)
        return Fault(text=str(error) if known else _NO_DOCUMENT, id=None)
    fault = secrets.token_hex(3)
    log.error("failed", doing=doing, error_id=fault, exc_info=error)
    return Fault(
        text="Something went wrong on my side, and it has been logged."
        f" If it happens again, tell whoever runs me the error id `{fault}`.",
        id=fault,
    )
