"""What is said to a greeting, to thanks, to "what can you answer?": one friendly line."""

from retrieval.domain import Answer, SmallTalk

__all__ = ["reply_to"]

_LINES = {
    SmallTalk.GREETING: "Hello! Ask me something about the documents.",
    SmallTalk.THANKS: "You're welcome!",
    SmallTalk.FAREWELL: "Goodbye!",
    SmallTalk.REACTION: "Ask me whenever you want to look something up in the documents.",
    SmallTalk.IDENTITY: (
        "I'm Verbatim: I answer questions with exact, cited sentences of the documents."
    ),
    SmallTalk.ABILITIES: "I answer questions with exact, cited sentences of the documents.",
}


def reply_to(answer: Answer) -> str:
    """Return the line for an answer to small talk, with the titles that it names.

    Args:
        answer: One whose ``small_talk`` is set.
    """
    assert answer.small_talk is not None  # noqa: S101 - the caller has looked
    line = _LINES[answer.small_talk]
    if not answer.titles:
        return line
    return f"{line} Among them: {' · '.join(answer.titles)}."
