"""Rebuilding the index for somebody in Discord, and telling them what comes of it."""

import structlog

from bot.app.collections.reports import seen_report
from bot.app.collections.sight import Sight
from bot.app.states import Origin
from bot.discord.cards.card import Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.info import note_card, progress_card, report_card
from bot.discord.cards.view import layout_of
from bot.discord.charge import sees_in_charge
from bot.discord.interaction import Interaction
from bot.discord.progress_message import ProgressMessage
from bot.discord.reader import words_for
from bot.discord.respond import show_fault, tell
from bot.discord.states import note_change
from bot.localisation.words import Phrase
from bot.rendering.errors import for_discord
from retrieval.domain import BuildReport
from retrieval.errors import VerbatimError, error_to_data

__all__ = ["rebuild"]

UNTOLD = Phrase("not-rebuilt-why")

log = structlog.get_logger(__name__)


async def rebuild(
    interaction: Interaction,
    origin: Origin,
    *,
    wait: bool = False,
    sight: Sight | None = None,
) -> BuildReport | None:
    """Rebuild and show what comes of it, as far as whoever acts sees it.

    Args:
        interaction: asks for it.
        origin: by which command.
        wait: whether to wait for a rebuild that is under way.
        sight: what whoever acts sees of it, where that is more than they see afterwards.
    """
    services, words = interaction.client.services, words_for(interaction)
    if services.pool.rebuilding.locked() and not wait:
        await tell(interaction, Phrase("rebuilding-already"))
        return None
    starting = layout_of(progress_card(words.say("rebuilding-starts"), 0, None, words))
    if interaction.response.is_done():
        await interaction.edit_original_response(view=starting)
    else:
        await interaction.response.send_message(view=starting, ephemeral=True)
    log.info("rebuild started", user=interaction.user.id, guild=interaction.guild_id)
    sight = await sees_in_charge(interaction) if sight is None else sight
    message = ProgressMessage(interaction, counts=sight.unrestricted)
    before = services.pool.info
    failed = f"**{words.say('not-rebuilt')}**"
    try:
        report = await services.pool.rebuild(message.progress, origin=origin)
    except VerbatimError as error:
        owner = await interaction.client.is_owner(interaction.user)
        # What went wrong may name a file that is for others.
        said = words.of(UNTOLD)
        if sight.unrestricted:
            said = for_discord(error, administrator=True, owner=owner, words=words)
        reason = inline(said, limit=1000)
        log.warning("rebuild failed", **error_to_data(error))
        await message.end(note_card(f"{failed}\n{reason}", Tone.BAD))
    except Exception as error:
        await message.end(note_card(failed, Tone.BAD))
        await show_fault(interaction, error)
    else:
        if report.held is None and (before is None or before.build_id != report.build_id):
            await note_change(services, report.build_id, interaction.user.id)
        seen = seen_report(report, services.pool.documents(sight), sight)
        await message.end(report_card(seen, whole=sight.unrestricted, words=words))
        return report
    return None
