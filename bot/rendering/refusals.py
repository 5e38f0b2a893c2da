"""A refusal in words, the same through every door."""

from bot.app.outcome import Reason, Refused

__all__ = ["NOT_ALLOWED", "refusal_text"]

NOT_ALLOWED = "I may not answer you here: whoever runs me has chosen who may ask."

_EMPTY = "Please write a question, for example: *Who wrote the report?*"
_BUSY = "Many questions are waiting right now; please ask again in a moment."


def refusal_text(refused: Refused) -> str:
    """Say why a question isn't taken, and when one is."""
    match refused.reason:
        case Reason.EMPTY:
            return _EMPTY
        case Reason.TOO_LONG:
            return f"Please ask in at most {refused.longest} characters."
        case Reason.BUSY:
            return _BUSY
        case Reason.USER_LIMIT:
            return f"You have asked a lot in the last minute; {_again(refused.retry_after)}."
        case Reason.CHANNEL_LIMIT:
            return (
                f"This channel has asked a lot in the last minute; {_again(refused.retry_after)}."
            )


def _again(seconds: float | None) -> str:
    wait = max(1, round(seconds or 0))
    return f"please ask again in {wait} second{'s' if wait > 1 else ''}"
