"""A click on an answer."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.app.services import Services
from bot.discord.components.custom_id import OnAnswer
from bot.discord.interaction import Interaction
from bot.storage.records import AnswerRecord

__all__ = ["Click"]

PayloadT = TypeVar("PayloadT", bound=OnAnswer, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Click(Generic[PayloadT]):
    """Who clicked, on what answer, and what the button, menu or modal carried."""

    interaction: Interaction
    record: AnswerRecord
    payload: PayloadT

    @property
    def services(self) -> Services:
        """Where questions are taken."""
        return self.interaction.client.services

    @property
    def by_asker(self) -> bool:
        """Whether whoever clicked is who asked."""
        return self.interaction.user.id == self.record.asker
