"""In which language whoever sits at the terminal is spoken to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from bot.localisation.languages import language_of_environment
from bot.localisation.words import Words, words_in
from bot.rendering.errors import for_whoever_asks
from retrieval.errors import VerbatimError

__all__ = ["FailedError", "failures_in", "words_of_terminal"]


class FailedError(Exception):
    """What keeps a question from being answered, in the words of whoever asked."""


def words_of_terminal() -> Words:
    """Return the words for the locale that the process was started in."""
    return words_in(language_of_environment(os.environ))


@contextmanager
def failures_in(words: Words) -> Iterator[None]:
    """Put what fails inside the block into words.

    Raises:
        FailedError: It failed.
    """
    try:
        yield
    except VerbatimError as error:
        raise FailedError(for_whoever_asks(error, words)) from error
