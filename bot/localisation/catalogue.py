"""The messages of one language, as its files hold them."""

import re
from collections.abc import Mapping
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from bot.localisation.languages import SOURCE

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

__all__ = ["Catalogue", "Value", "filled", "read_messages"]

Value: TypeAlias = str | int
"""What a message is filled with; a number is grouped and counted as its language does."""

# Fluent begins an entry in the first column, and whatever goes on with it further in.
_ENTRY = re.compile(r"^(?=[a-zA-Z#-])", re.MULTILINE)
_NAME = re.compile(r"([a-z][a-z0-9-]*) =")
_GAP = re.compile(r"\{ \$([a-z]+) \}")


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
        self._language = language
        self._written = read_messages(SOURCE) | read_messages(language)
        self._bundle: FluentBundle | None = None
        self._lock = Lock()

    def __contains__(self, name: str) -> bool:
        return name in self._written

    def say(self, name: str, values: Mapping[str, Value]) -> str:
        """Return a message, filled with its values.

        Raises:
            KeyError: there is no such message.
        """
        text = filled(self._written[name], values)
        return self._formatted(name, values) if text is None else text

    def _formatted(self, name: str, values: Mapping[str, Value]) -> str:
        # Loaded when it is needed, for it takes a tenth of the time of `verbatim ask`.
        from fluent.runtime import FluentBundle, FluentResource

        with self._lock:
            if self._bundle is None:
                # Fluent's marks around what is filled in would be copied with it. What may be
                # written from right to left is isolated where it is made safe to show.
                self._bundle = FluentBundle([self._language], use_isolating=False)
            if not self._bundle.has_message(name):
                self._bundle.add_resource(FluentResource(self._written[name]))
            pattern = self._bundle.get_message(name).value
            assert pattern is not None  # noqa: S101 - every message has a text
            text, _errors = self._bundle.format_pattern(pattern, dict(values))
        return str(text)


def filled(written: str, values: Mapping[str, Value]) -> str | None:
    """Return what Fluent makes of a line with gaps for texts; None where it is more than that."""
    text = written.partition("=")[2].strip()
    if "\n" in text or set(_GAP.sub("", text)) & set("{}"):
        return None
    names = _GAP.findall(text)
    if not all(isinstance(values.get(name), str) for name in names):
        return None
    return _GAP.sub(lambda gap: str(values[gap[1]]), text)
