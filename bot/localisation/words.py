"""What is said to a reader: every renderer is handed the words that it says things in."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from bot.localisation.catalogue import Catalogue, Value
from bot.localisation.languages import SOURCE
from retrieval.errors import VerbatimError

__all__ = ["ENGLISH", "Phrase", "Words", "words_in"]


class Phrase(str):
    """A sentence whose reader isn't known where it is written.

    It reads as the English one, in a log as in a comparison, until `Words.of` says it in the
    reader's language.

    Args:
        name: the name of the message.
        values: what it is filled with.
    """

    name: str
    values: dict[str, Value]

    def __new__(cls, name: str, /, **values: Value) -> "Phrase":
        """Say it in English."""
        told = super().__new__(cls, ENGLISH.say(name, **values))
        told.name, told.values = name, values
        return told

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Value]]:
        """Return what a copy is made of."""
        return (self.name,), self.values


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str
    _catalogue: Catalogue = field(repr=False, compare=False)

    def say(self, name: str, /, **values: Value) -> str:
        """Return a message of the catalogue, filled with values.

        Raises:
            KeyError: there is none of that name.
        """
        return self._catalogue.say(name, values)

    def has(self, name: str) -> bool:
        """Whether the catalogue has a message."""
        return name in self._catalogue

    def of(self, text: str) -> str:
        """Return a text in this language if it is one that can be told so, else as it is."""
        if not isinstance(text, Phrase):
            return text
        values = text.values.items()
        return self.say(
            text.name,
            **{name: self.of(value) if isinstance(value, str) else value for name, value in values},
        )

    def of_error(self, error: VerbatimError) -> str:
        """Return what an error says, in this language where it can be told so."""
        said: Any = error.args[0] if error.args else ""
        return self.of(said) if isinstance(said, Phrase) else str(error)

    def decimal(self, number: float, digits: int | None = None) -> str:
        """Write a number as the language does.

        Args:
            number: the number.
            digits: how many stand behind the point; None: up to three, as many as are needed.
        """
        from babel.numbers import format_decimal

        point = ".###" if digits is None else f".{'0' * digits}".rstrip(".")
        return str(
            format_decimal(number, format=f"#,##0{point}", locale=self.language.replace("-", "_"))
        )


@cache
def words_in(language: str) -> Words:
    """Return the words of a language: one of `LANGUAGES`."""
    return Words(language, Catalogue(language))


ENGLISH = words_in(SOURCE)
