"""As what a question was understood, in words."""

from bot.localisation.words import ENGLISH, Words
from retrieval.domain import Answer
from retrieval.ranking.topic import split_topics

__all__ = ["understood_text"]


def understood_text(answer: Answer, words: Words = ENGLISH) -> str | None:
    """Return the question with its topic, as `Answer.understood_as` has it; None: as it was asked.

    The topic is the conversation's; that it is one is said in the reader's language.
    """
    if answer.understood_as is None:
        return None
    parts = [
        question if about is None else words.say("question-about", question=question, about=about)
        for question, about in split_topics(answer.understood_as)
    ]
    return " · ".join(parts)
