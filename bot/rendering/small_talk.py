"""What is said to a greeting, to thanks, to "what can you answer?": one friendly line."""

from bot.localisation.words import ENGLISH, Phrase, Words
from retrieval.domain import Answer, SmallTalk

__all__ = ["reply_to"]

_LINES = {
    SmallTalk.GREETING: Phrase("greeting"),
    SmallTalk.THANKS: Phrase("thanks"),
    SmallTalk.FAREWELL: Phrase("farewell"),
    SmallTalk.REACTION: Phrase("reaction"),
    SmallTalk.IDENTITY: Phrase("identity"),
    SmallTalk.ABILITIES: Phrase("abilities"),
}


def reply_to(answer: Answer, words: Words = ENGLISH) -> str:
    """Return the line for an answer to small talk, with the titles that it names.

    Args:
        answer: One whose ``small_talk`` is set.
        words: The reader's.
    """
    assert answer.small_talk is not None  # noqa: S101 - the caller has looked
    line = words.of(_LINES[answer.small_talk])
    if not answer.titles:
        return line
    return words.say("among-them", line=line, titles=" · ".join(answer.titles))
