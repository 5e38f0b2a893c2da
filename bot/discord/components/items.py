"""The clicks on cards, recognised by their ids alone: also after a restart."""

import re
from typing import Any, Self

import discord
from discord import ui

from bot.discord.components.dispatch import perform
from bot.discord.respond import tell
from bot.discord.shutdown import RESTARTING

__all__ = ["CardButton", "CardMenu", "staying"]

_FIELDS = r"(?P<operation>[a-z]+):(?P<subject>[a-z0-9]*):(?P<number>\d{1,6})"


class CardButton(ui.DynamicItem[ui.Button[Any]], template=re.compile(f"verbatim:{_FIELDS}")):
    """Any button of any card; which one, its id tells."""

    def __init__(self, item: ui.Button[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self._match = match

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take a button as it stands on the message."""
        assert isinstance(item, ui.Button)  # noqa: S101 - menus have ids of their own
        return cls(item, match)

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Turn clicks away while the bot is leaving."""
        return await staying(interaction)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button says."""
        await perform(
            interaction,
            self._match["operation"],
            self._match["subject"],
            int(self._match["number"]),
        )


class CardMenu(ui.DynamicItem[ui.Select[Any]], template=re.compile(f"verbatim-menu:{_FIELDS}")):
    """Any select menu of any card; the chosen option's value is its position."""

    def __init__(self, item: ui.Select[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self._match = match

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take a menu as it stands on the message."""
        assert isinstance(item, ui.Select)  # noqa: S101 - buttons have ids of their own
        return cls(item, match)

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Turn choices away while the bot is leaving."""
        return await staying(interaction)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the chosen option says."""
        await perform(
            interaction,
            self._match["operation"],
            self._match["subject"],
            int(self.item.values[0]),
        )


async def staying(interaction: discord.Interaction[Any]) -> bool:
    """Whether the bot still takes things on; whoever acts is told if it doesn't."""
    if interaction.client.leaving:
        await tell(interaction, RESTARTING)
    return not interaction.client.leaving
