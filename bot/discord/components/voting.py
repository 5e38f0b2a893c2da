"""The two thumbs."""

from bot.discord.components.click import Click
from bot.discord.components.custom_id import AnswerPayload, Operation
from bot.discord.components.modals import FIELD, text_modal
from bot.discord.interaction import written_in
from bot.discord.respond import tell

__all__ = ["down", "up", "why"]

REASON_LIMIT = 500


async def up(click: Click[AnswerPayload]) -> None:
    """Record that the answer helped."""
    await _record(click, 1)
    await tell(click.interaction, "Thanks, noted: this answer helped.")


async def down(click: Click[AnswerPayload]) -> None:
    """Record that it didn't, then ask why; the reason is optional, the vote already counts."""
    await _record(click, -1)
    modal = text_modal(
        AnswerPayload(operation=Operation.WHY, answer_id=click.record.id),
        title="What was wrong?",
        label="Why (optional)",
        description="Moderators can read this, without your name.",
        limit=REASON_LIMIT,
        required=False,
    )
    await click.interaction.response.send_modal(modal)


async def why(click: Click[AnswerPayload]) -> None:
    """Keep the reason that was written, if there is one."""
    reason = written_in(click.interaction, FIELD)
    if reason:
        await click.services.store.vote(click.record.id, click.interaction.user.id, -1, reason)
    await tell(click.interaction, "Thanks, noted. Moderators see it with `/gaps`.")


async def _record(click: Click[AnswerPayload], vote: int) -> None:
    await click.services.store.vote(click.record.id, click.interaction.user.id, vote)
    click.services.metrics.votes.labels("up" if vote > 0 else "down").inc()
