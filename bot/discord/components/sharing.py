"""Share and Dismiss."""

from dataclasses import replace

import discord

from bot.discord.answer_message import card_maker
from bot.discord.cards.escape import inline
from bot.discord.cards.view import layout_of
from bot.discord.components.click import Click
from bot.discord.components.custom_id import AnswerPayload
from bot.discord.delivery import in_plain
from bot.discord.interaction import Interaction
from bot.discord.permissions import moderates
from bot.discord.reader import words_for
from bot.discord.respond import tell
from bot.discord.sight import sight_of
from bot.localisation.words import Phrase
from bot.storage.records import SHARED, AnswerRecord, new_id
from retrieval.domain import Answer

__all__ = ["dismiss", "dismiss_unknown", "share"]

NOT_EVERYONES = Phrase("share-not-everyones")


async def share(click: Click[AnswerPayload]) -> None:
    """Show a private answer to the channel, with the name of who shares it."""
    interaction = click.interaction
    may = interaction.permissions
    threaded = isinstance(interaction.channel, discord.Thread)
    if interaction.guild_id is not None and not (
        may.send_messages_in_threads if threaded else may.send_messages
    ):
        await tell(interaction, Phrase("share-may-not-write"))
        return
    everyones = sight_of(interaction, privately=False)
    if not everyones.sees_answer(click.record.answer):
        await tell(interaction, NOT_EVERYONES)
        return
    if not await click.services.store.take_share(click.record.id):
        # Clicked twice, or by a client that has not yet heard that it was shared.
        await interaction.response.defer()
        return
    shared = replace(
        click.record,
        id=new_id(),
        private=False,
        parent=None,
        conversation=f"{click.record.conversation}{SHARED}",
        answer=_for_everyone(click.record.answer, same=everyones == sight_of(interaction)),
    )
    try:
        message = await _show(click, shared)
    except BaseException:
        await click.services.store.give_share_back(click.record.id)
        raise
    await click.services.store.add(replace(shared, answer_message=message))


def _for_everyone(answer: Answer, *, same: bool) -> Answer:
    """Leave out what may have been found in documents that only whoever shares may see."""
    return answer if same else replace(answer, choices=(), suggestions=(), understood_as=None)


async def _show(click: Click[AnswerPayload], shared: AnswerRecord) -> int:
    """Take the button from the private card and post the shared one; returns its message's id."""
    interaction, words = click.interaction, words_for(click.interaction)
    # The private card stays as it was, but it is shared once.
    await interaction.response.edit_message(
        view=layout_of(
            card_maker(
                replace(click.record, private=False), click.services.link, words, repeat=True
            )(False)
        )
    )
    plain = interaction.guild_id is not None and not interaction.app_permissions.embed_links
    card = card_maker(shared, click.services.link, words, repeat=True)(plain)
    name = inline(interaction.user.display_name, limit=40)
    by = words.say("shared-by", name=name)
    card = replace(card, blocks=(*card.blocks[:-1], f"{card.blocks[-1]}\n-# {by}"))
    options = in_plain(card) if plain else {"view": layout_of(card)}
    sent = await interaction.followup.send(**options, wait=True)
    return int(sent.id)


async def dismiss(click: Click[AnswerPayload]) -> None:
    """Take the answer away, if whoever clicks asked it or moderates."""
    if not click.by_asker and not moderates(click.interaction):
        await tell(click.interaction, Phrase("dismiss-not-yours"))
        return
    await _remove(click.interaction)


async def dismiss_unknown(interaction: Interaction) -> None:
    """Take away an answer that is no longer remembered: moderators may, and anyone in a DM."""
    if interaction.guild_id is not None and not moderates(interaction):
        await tell(interaction, Phrase("dismiss-too-old"))
        return
    await _remove(interaction)


async def _remove(interaction: Interaction) -> None:
    await interaction.response.defer()
    await interaction.delete_original_response()
