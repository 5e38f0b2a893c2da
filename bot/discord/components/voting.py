"""The two thumbs: a second click on the same one takes the vote back."""

from bot.discord.components.click import Click
from bot.discord.components.custom_id import AnswerPayload, Operation
from bot.discord.components.modals import FIELD, text_modal
from bot.discord.interaction import written_in
from bot.discord.permissions import moderates
from bot.discord.reader import words_for
from bot.discord.respond import tell
from bot.localisation.words import Phrase
from bot.storage.voting import voted_on

__all__ = ["down", "up", "why"]

REASON_LIMIT = 500
TAKEN_BACK = Phrase("vote-taken-back")


async def up(click: Click[AnswerPayload]) -> None:
    """Record that the answer helped, or that nothing is said of it any more."""
    if await _taken_back(click, 1):
        return
    await _record(click, 1)
    await tell(click.interaction, Phrase("noted-helped"))


async def down(click: Click[AnswerPayload]) -> None:
    """Record that it didn't, then ask why; the reason is optional, the vote already counts."""
    if await _taken_back(click, -1):
        return
    await _record(click, -1)
    words = words_for(click.interaction)
    modal = text_modal(
        AnswerPayload(operation=Operation.WHY, answer_id=click.record.id),
        title=words.say("what-was-wrong"),
        label=words.say("why"),
        description=words.say("why-how"),
        limit=REASON_LIMIT,
        required=False,
    )
    await click.interaction.response.send_modal(modal)


async def why(click: Click[AnswerPayload]) -> None:
    """Keep the reason that was written, if there is one."""
    reason = written_in(click.interaction, FIELD)
    if reason:
        await _vote(click, -1, reason)
    await tell(click.interaction, Phrase("noted-wrong"))


async def _taken_back(click: Click[AnswerPayload], vote: int) -> bool:
    """Take a vote back that somebody has cast already; whether they had."""
    store, voter = click.services.store, click.interaction.user.id
    if await store.vote_of(click.record.id, voter) != vote:
        return False
    await store.take_back(click.record.id, voter)
    await tell(click.interaction, TAKEN_BACK)
    return True


async def _record(click: Click[AnswerPayload], vote: int) -> None:
    await _vote(click, vote)
    click.services.metrics.votes.labels("up" if vote > 0 else "down").inc()


async def _vote(click: Click[AnswerPayload], vote: int, reason: str = "") -> None:
    """Record a vote; a moderator's decides in their server."""
    await click.services.store.vote(
        click.record.id,
        click.interaction.user.id,
        vote,
        reason,
        passage=voted_on(click.record),
        decisive=moderates(click.interaction)
        and click.interaction.guild_id == click.record.place.server,
    )
