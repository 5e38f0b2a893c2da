"""The context menu "Save as answer", for moderators."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.cogs.ask import essence
from bot.discord.components.custom_id import MessagePayload, Operation
from bot.discord.components.saving import answer_modal
from bot.discord.interaction import Interaction
from bot.discord.reader import words_for
from bot.discord.respond import show_fault, tell, tell_error
from bot.discord.teaching import places_for
from bot.errors import LibraryError
from bot.localisation.words import Phrase

__all__ = ["SAVE_MENU", "Saving"]

SAVE_MENU = "Save as answer"
SAVE_TITLE = Phrase("save-as-answer")
NO_TEXT = Phrase("message-not-savable")


class Saving(commands.Cog):
    """What people have written in a channel becomes a document."""

    def __init__(self, bot: commands.AutoShardedBot) -> None:
        self._bot = bot
        # discord.py refuses context menus declared in a class.
        self._menu = app_commands.ContextMenu(name=SAVE_MENU, callback=self._save)
        self._menu.default_permissions = discord.Permissions(manage_messages=True)

    async def cog_load(self) -> None:
        """Add the context menu."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take the context menu away."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    async def _save(self, interaction: Interaction, message: discord.Message) -> None:
        try:
            places = await places_for(interaction)
            text = message.clean_content.strip()
            if not text:
                await tell(interaction, NO_TEXT)
                return
            payload = MessagePayload(
                operation=Operation.SAVE_ANSWER,
                channel=str(message.channel.id),
                message=str(message.id),
            )
            modal = answer_modal(
                payload,
                places,
                words_for(interaction),
                title=SAVE_TITLE,
                question=_question(message),
                text=text,
            )
            await interaction.response.send_modal(modal)
        except LibraryError as error:
            await tell_error(interaction, error)
        except Exception as error:
            await show_fault(interaction, error)


def _question(message: discord.Message) -> str:
    """Return what a message likely answers: what it replies to, as far as Discord shows it."""
    replied = message.reference.resolved if message.reference is not None else None
    return essence(replied.clean_content) if isinstance(replied, discord.Message) else ""
