"""A refusal in words, the same through every door."""

from bot.app.outcome import Reason, Refused
from bot.localisation.words import ENGLISH, Phrase, Words

__all__ = ["NOT_ALLOWED", "refusal_text"]

NOT_ALLOWED = Phrase("not-allowed")


def refusal_text(refused: Refused, words: Words = ENGLISH) -> str:
    """Say why a question isn't taken, and when one is."""
    match refused.reason:
        case Reason.EMPTY:
            return words.say("question-empty")
        case Reason.TOO_LONG:
            return words.say("question-too-long", longest=refused.longest or 0)
        case Reason.BUSY:
            return words.say("busy")
        case Reason.USER_LIMIT:
            return words.say("user-limit", seconds=_wait(refused.retry_after))
        case Reason.CHANNEL_LIMIT:
            return words.say("channel-limit", seconds=_wait(refused.retry_after))


def _wait(seconds: float | None) -> int:
    return max(1, round(seconds or 0))
