"""In which language whoever sits at the terminal is spoken to."""

import os

from bot.localisation.languages import language_of_environment
from bot.localisation.words import Words, words_in

__all__ = ["words_of_terminal"]


def words_of_terminal() -> Words:
    """Return the words for the locale that the process was started in."""
    return words_in(language_of_environment(os.environ))
