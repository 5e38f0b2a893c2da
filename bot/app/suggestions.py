"""Asking the build that answered what could be asked next."""

from collections.abc import Sequence

from bot.app.protocols import Source
from retrieval.domain import Answer, Turn

__all__ = ["suggestions_from"]


def suggestions_from(
    source: Source, answer: Answer, history: Sequence[Turn], document: str | None
) -> tuple[str, ...]:
    """Return what could be asked after an answer, of the one document if it is from one.

    A newer build may have other sentences in its place: what the answer stands on is gone.
    """
    if source.info.build_id != answer.build_id:
        return ()
    return source.suggest(answer, history=history, document=document)
