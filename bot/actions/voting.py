"""The two thumbs."""

from typing import Any

import discord
from discord import ui

from bot.actions.click import Click
from bot.asking import show_fault, tell

__all__ = ["down", "up"]

FORM_SECONDS = 900.0


async def up(click: Click) -> None:
    """Record that the answer helped."""
    await _record(click, 1)
    await tell(click.interaction, "Thanks, noted: this answer helped.")


async def down(click: Click) -> None:
    """Record that it didn't, then ask why; the reason is optional, the vote already counts."""
    await _record(click, -1)
    await click.interaction.response.send_modal(ReasonForm(click))


async def _record(click: Click, vote: int, reason: str = "") -> None:
    await click.desk.store.vote(click.record.id, click.interaction.user.id, vote, reason)
    if not reason:
        click.desk.metrics.votes.labels("up" if vote > 0 else "down").inc()


class ReasonForm(ui.Modal, title="What was wrong?"):
    """Asks why an answer was no help."""

    reason: ui.Label[Any] = ui.Label(
        text="Why (optional)",
        description="Moderators can read this, without your name.",
        component=ui.TextInput(style=discord.TextStyle.paragraph, max_length=500, required=False),
    )

    def __init__(self, click: Click) -> None:
        super().__init__(timeout=FORM_SECONDS)
        self._click = click

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Keep the reason, if there is one."""
        field = self.reason.component
        assert isinstance(field, ui.TextInput)  # noqa: S101 - as declared above
        if field.value.strip():
            await _record(self._click, -1, field.value.strip())
        await tell(interaction, "Thanks, noted. Moderators see it with `/gaps`.")

    async def on_error(  # type: ignore[override]  # as discord.py narrows it for forms
        self, interaction: discord.Interaction[Any], error: Exception, /
    ) -> None:
        """Tell whoever submitted that it failed."""
        await show_fault(interaction, error)
