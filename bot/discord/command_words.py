"""The commands as Discord's menus show them, in each language."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.localisation.languages import SOURCE, closest
from bot.localisation.words import words_in

__all__ = ["CommandWords", "message_name"]

_PART = {
    Location.command_name: "name",
    Location.group_name: "name",
    Location.parameter_name: "name",
    Location.command_description: "about",
    Location.group_description: "about",
    Location.parameter_description: "about",
}


class CommandWords(app_commands.Translator):
    """Says names and descriptions in each language of Discord that there is a catalogue for.

    A name that the catalogues leave out is the same in every language.
    """

    async def translate(
        self,
        _string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return what a name or a description is in a language; None: as it is in English."""
        language = closest(locale.value)
        if language is None or language == SOURCE:
            return None
        words, name = words_in(language), message_name(context)
        return words.say(name) if name is not None and words.has(name) else None


def message_name(context: app_commands.TranslationContextTypes) -> str | None:
    """Return the name of the message for a part of a command; none where none has one."""
    part = _PART.get(context.location)
    if part is None:
        return None
    # Only what `context.location` tells is known of its type.
    subject: Any = context.data
    if isinstance(subject, app_commands.ContextMenu):
        return f"menu-{_joined(subject.name)}"
    if isinstance(subject, app_commands.Parameter):
        return f"option-{_joined(subject.command.qualified_name)}-{subject.name}-{part}"
    return f"command-{_joined(subject.qualified_name)}-{part}"


def _joined(name: str) -> str:
    return name.lower().replace(" ", "-")
