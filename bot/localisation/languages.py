"""The languages that the program speaks, and which of them suits a reader."""

from collections.abc import Mapping

__all__ = ["LANGUAGES", "SOURCE", "closest", "language_of_environment"]

SOURCE = "en"
"""The language that is translated from."""
LANGUAGES = (SOURCE, "de", "fr", "es", "pt-BR", "ru", "tr", "ja", "zh-CN")
"""Each has a folder in ``bot/locales``."""

_SPOKEN = {language.partition("-")[0]: language for language in LANGUAGES}


def closest(tag: str) -> str | None:
    """Return the language that serves a reader of another one best; none if none does.

    Whoever reads some Spanish, Portuguese or Chinese reads the one there is: a Taiwanese reads
    simplified characters rather than English.

    Args:
        tag: as Discord or POSIX writes it: ``es-419``, ``pt_BR.UTF-8``, ``de``.
    """
    name = tag.partition(".")[0].partition("@")[0].replace("_", "-")
    return _SPOKEN.get(name.partition("-")[0].lower())


def language_of_environment(environment: Mapping[str, str]) -> str:
    """Return the language of a terminal, by the variables and in the order of GNU gettext.

    ``LANGUAGE`` is a list and comes first, but not before a locale that wants no language at all.
    """
    locales = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, locales), "")
    if locale.partition(".")[0] in {"", "C", "POSIX"}:
        return SOURCE
    for tag in (*environment.get("LANGUAGE", "").split(":"), locale):
        language = closest(tag)
        if language is not None:
            return language
    return SOURCE
