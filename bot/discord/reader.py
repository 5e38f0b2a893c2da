"""In which language whoever reads something in Discord is spoken to."""

import discord

from bot.discord.interaction import Interaction, Unknown
from bot.localisation.languages import SOURCE, closest
from bot.localisation.words import Words, words_in
from retrieval.text.languages.identify import language_of

__all__ = ["words_for", "words_of_server", "words_to"]

_UNCHOSEN = discord.Locale.american_english
"""What every server has; only a Community server's is ever chosen."""


def words_for(interaction: Interaction | Unknown) -> Words:
    """Return the words for whoever acts: in the language of their Discord."""
    return _words(interaction.locale)


def words_of_server(guild: discord.Guild | None) -> Words:
    """Return the words for everybody in a server."""
    return words_in(SOURCE) if guild is None else _words(guild.preferred_locale)


def words_to(message: discord.Message, text: str) -> Words:
    """Return the words for an answer to a message, which says nothing of its author's language.

    They are the server's. In a direct message, and in a server that has chosen no language, they
    are in the language of what is asked.

    Args:
        message: the message.
        text: what it asks.
    """
    guild = message.guild
    chosen = guild is not None and (
        guild.preferred_locale is not _UNCHOSEN or "COMMUNITY" in guild.features
    )
    return words_of_server(guild) if chosen else words_in(closest(language_of(text)) or SOURCE)


def _words(locale: discord.Locale) -> Words:
    return words_in(closest(str(locale)) or SOURCE)
