"""The messages of one language, as its files hold them."""

import re
from collections.abc import Mapping
from importlib.resources import files
from threading import Lock
from typing import TypeAlias

from fluent.runtime import FluentBundle, FluentResource

from bot.localisation.languages import SOURCE

__all__ = ["Catalogue", "Value", "read_messages"]

Value: TypeAlias = str | int
"""What a message is filled with; a number is grouped and counted as its language does."""

# Fluent begins an entry in the first column, and whatever goes on with it further in.
_ENTRY = re.compile(r"^(?=[a-zA-Z#-])", re.MULTILINE)
_NAME = re.compile(r"([a-z][a-z0-9-]*) =")


def read_messages(language: str) -> dict[str, str]:
    """Return the messages of a language as they are written, by their names."""
    folder = files("bot") / "locales" / language
    found = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        for entry in _ENTRY.split(file.read_text(encoding="utf-8")):
            name = _NAME.match(entry)
            if name is not None:
                found[name[1]] = entry
    return found


class Catalogue:
    """Says messages in one language; safe to use from several threads.

    Args:
        language: one of `LANGUAGES`. What it lacks is said in English.
    """

    def __init__(self, language: str) -> None:
        self._written = read_messages(SOURCE) | read_messages(language)
        # Fluent's marks around what is filled in would be copied with it. What may be written from
        # right to left is isolated where it is made safe to show.
        self._bundle = FluentBundle([language], use_isolating=False)
        self._lock = Lock()

    def __contains__(self, name: str) -> bool:
        return name in self._written

    def say(self, name: str, values: Mapping[str, Value]) -> str:
        """Return a message, filled with its values.

        Raises:
            KeyError: there is no such message.
        """
        with self._lock:
            # Parsed when it is first said: `verbatim ask` says a dozen of them.
            if not self._bundle.has_message(name):
                self._bundle.add_resource(FluentResource(self._written[name]))
            pattern = self._bundle.get_message(name).value
            assert pattern is not None  # noqa: S101 - every message has a text
            text, _errors = self._bundle.format_pattern(pattern, dict(values))
        return str(text)
