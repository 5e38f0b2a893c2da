"""That the documents have changed since they were indexed, in words."""

from collections.abc import Sequence

from bot.localisation.words import ENGLISH, Words

__all__ = ["changed_text"]


def changed_text(
    changed: Sequence[str], *, folder: str, remedy: str, words: Words = ENGLISH
) -> str:
    """Say how many files have changed and what to do.

    Args:
        changed: The files, at least one.
        folder: Where they are, as the reader calls it.
        remedy: What to do, as the door says it.
        words: The reader's.
    """
    return words.say("files-changed", count=len(changed), folder=folder, remedy=remedy)
