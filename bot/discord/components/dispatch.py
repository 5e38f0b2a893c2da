"""What the buttons do: one function an operation."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.discord.components import asking, browsing, reading, sharing, voting
from bot.discord.components.click import Click
from bot.discord.respond import show_fault, tell

__all__ = ["perform"]

GONE = (
    "I no longer have this answer: it is older than I keep them, or it was forgotten on request."
    " Please ask again."
)

_ON_ANSWERS: dict[str, Callable[[Click], Awaitable[None]]] = {
    "more": reading.more,
    "moreto": reading.turn,
    "context": reading.context,
    "wider": reading.wider,
    "contextnext": reading.wider,
    "sources": reading.sources,
    "up": voting.up,
    "down": voting.down,
    "why": voting.why,
    "follow": asking.follow,
    "followed": asking.followed,
    "choose": asking.choose,
    "pick": asking.choose,
    "suggest": asking.suggest,
    "fresh": asking.fresh,
    "share": sharing.share,
    "dismiss": sharing.dismiss,
}
_OTHERS: dict[str, Callable[[discord.Interaction[Any], int], Awaitable[None]]] = {
    "documents": browsing.documents,
    "gaps": browsing.gaps,
    "forgetme": browsing.forget_me,
}


async def perform(
    interaction: discord.Interaction[Any], operation: str, subject: str, number: int
) -> None:
    """Do what a button, menu or form stands for; a failure is told to whoever acted."""
    try:
        if operation in _OTHERS:
            await _OTHERS[operation](interaction, number)
            return
        record = await interaction.client.desk.store.get(subject)
        if record is None:
            await sharing.dismiss_unknown(interaction) if operation == "dismiss" else await tell(
                interaction, GONE
            )
            return
        click = Click(interaction=interaction, record=record, number=number)
        await _ON_ANSWERS[operation](click)
    except Exception as error:
        await show_fault(interaction, error)
