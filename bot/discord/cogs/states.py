"""/docs history and /docs rollback."""

import asyncio

from discord import app_commands
from discord.ext import commands

from bot.app.services import Services
from bot.app.states import PastState, history
from bot.discord.cards.states import confirm_card
from bot.discord.cards.view import layout_of
from bot.discord.charge import charge_of
from bot.discord.cogs.subcommands import add_subcommands
from bot.discord.interaction import Interaction
from bot.discord.reader import words_for
from bot.discord.restoring import offer_restoration
from bot.discord.states import history_pages, may_look_back, planned
from retrieval.errors import VerbatimError

__all__ = ["States"]

CHOICES = 25
_NAME = 100


class States(commands.Cog):
    """What the index was, and going back to it.

    Args:
        services: what the bot works with.
        docs: the group that the commands belong to.
    """

    def __init__(self, services: Services, docs: app_commands.Group) -> None:
        self._services = services
        add_subcommands(docs, self, States.history, States.rollback)

    async def history(self, interaction: Interaction) -> None:
        """List the states of the index, what each changed and who did it."""
        if not await may_look_back(interaction):
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        cards = await history_pages(interaction)
        if cards is not None:
            await interaction.edit_original_response(view=layout_of(cards[0]))

    async def _states(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        try:
            charge = await charge_of(interaction)
            states = await asyncio.to_thread(history, self._services.index_store, charge)
        except VerbatimError:
            return []
        choices = [
            app_commands.Choice(name=_name(state), value=state.info.build_id) for state in states
        ]
        wanted = typed.strip().casefold()
        return [choice for choice in choices if wanted in choice.name.casefold()][:CHOICES]

    @app_commands.describe(state="Where to go back to; the state before this one if left out")
    @app_commands.autocomplete(state=_states)
    async def rollback(self, interaction: Interaction, state: str | None = None) -> None:
        """Go back to an earlier state: of all documents, or of those that you look after."""
        if not await interaction.client.is_owner(interaction.user):
            await offer_restoration(interaction, state)
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        switch = await planned(interaction, state)
        if switch is not None:
            await interaction.edit_original_response(
                view=layout_of(confirm_card(switch, words_for(interaction)))
            )


def _name(state: PastState) -> str:
    info = state.info
    made = f"{info.built_at:%Y-%m-%d %H:%M} UTC"
    origin = f" · {state.origin}" if state.origin else ""
    return f"{info.build_id} · {made} · {info.documents:,} documents{origin}"[:_NAME]
