"""A click on an answer."""

from dataclasses import dataclass
from typing import Any

import discord

from bot.app.services import Services
from bot.storage.records import AnswerRecord

__all__ = ["Click"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """Who clicked, on what answer, and the number on the button."""

    interaction: discord.Interaction[Any]
    record: AnswerRecord
    number: int

    @property
    def desk(self) -> Services:
        """Where questions are taken."""
        desk: Services = self.interaction.client.desk
        return desk

    @property
    def by_asker(self) -> bool:
        """Whether whoever clicked is who asked."""
        return self.interaction.user.id == self.record.asker
