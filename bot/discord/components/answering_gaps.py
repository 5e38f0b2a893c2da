"""Answering from /gaps what the documents did not, and telling those who had asked."""

import io
from functools import partial

import discord

from bot.app.gaps import GapReports
from bot.app.saved_answers import answer_in, saved_answer, saved_name
from bot.app.states import Origin
from bot.discord.cards.card import Card
from bot.discord.cards.escape import inline
from bot.discord.cards.told import told_card
from bot.discord.components.custom_id import AnswerPayload, Operation, PlainPayload
from bot.discord.components.saving import TEXT, Written, answer_modal, written
from bot.discord.gap_scope import GapScope, sees_gaps
from bot.discord.interaction import Interaction, chosen_in, written_in
from bot.discord.reader import words_for, words_of_server
from bot.discord.rebuilding import rebuild
from bot.discord.respond import tell, tell_error
from bot.discord.teaching import NOT_A_MODERATOR, keep_answer, places_for
from bot.discord.telling import Told, tell_askers
from bot.errors import LibraryError
from bot.localisation.words import Phrase, Words
from bot.storage.records import Miss

__all__ = ["answer", "open_chosen", "pick"]

TITLE = Phrase("answer-a-question")
FORGOTTEN = Phrase("gap-forgotten")
ANSWERED = Phrase("gap-just-answered")
STILL_OPEN = Phrase("gap-still-open")
_NOT_TOLD = Phrase("told-why")


async def open_chosen(interaction: Interaction, payload: AnswerPayload) -> None:
    """Open the modal for the gap of a button."""
    await _open(interaction, payload.answer_id)


async def pick(interaction: Interaction, _payload: PlainPayload) -> None:
    """Open the modal for the gap that was chosen in the menu."""
    await _open(interaction, chosen_in(interaction))


async def _open(interaction: Interaction, answer_id: str) -> None:
    try:
        scope = await _scope(interaction)
        places = await places_for(interaction)
        reports = interaction.client.services.gaps
        miss = await reports.find(scope.server, answer_id, seen=scope.seen)
        if miss is None:
            raise LibraryError(FORGOTTEN)
        payload = AnswerPayload(operation=Operation.GAP_ANSWER, answer_id=miss.id)
        words = words_for(interaction)
        modal = answer_modal(payload, places, words, title=TITLE, question=miss.question)
        await interaction.response.send_modal(modal)
    except LibraryError as error:
        await tell_error(interaction, error)


async def answer(interaction: Interaction, payload: AnswerPayload) -> None:
    """Save what was written as a document, and tell those who asked, for those who may."""
    services = interaction.client.services
    try:
        scope = await _scope(interaction)
        given = written(interaction, await places_for(interaction))
        await interaction.response.defer(ephemeral=True, thinking=True)
        group = await services.gaps.group(scope.server, payload.answer_id, seen=scope.seen)
        if not group:
            raise LibraryError(FORGOTTEN)
        with services.answering_gaps.hold([miss.id for miss in group]) as alone:
            if not alone or await _is_closed(services.gaps, group[0], scope):
                raise LibraryError(ANSWERED)
            await _answer(interaction, group, given, scope)
    except LibraryError as error:
        await _give_back(interaction, error)


async def _answer(
    interaction: Interaction, group: tuple[Miss, ...], given: Written, scope: GapScope
) -> None:
    services = interaction.client.services
    content = saved_answer(given.question, given.text)
    name = saved_name(f"gap-{group[0].id}")
    path = await keep_answer(interaction, name, content, given.folder)
    if await rebuild(interaction, Origin.ANSWERED_GAP, wait=True) is None:
        return
    # Also where somebody looks after a collection that they can't read in answers.
    sight = scope.sight.with_also(frozenset({given.folder}))
    if not await services.gaps.answered(group[0], sight=sight):
        await tell(interaction, STILL_OPEN)
        return
    ids = [miss.id for miss in group]
    await services.store.close_gaps(ids)
    # What is marked by now was answered before, and its asker told.
    found = [await services.store.get(one) for one in await services.store.teach(ids)]
    records = [record for record in found if record is not None]
    passage = answer_in(content, given.text, path=path)

    words = words_of_server(interaction.guild)

    def card_for(people: tuple[int, ...], plain: bool) -> Card:
        return told_card(
            people, given.question, passage, link=services.link, plain=plain, words=words
        )

    told = await tell_askers(
        interaction.client, records, given.folder, lambda people: partial(card_for, tuple(people))
    )
    await tell(interaction, _in_words(told, words_for(interaction)))


async def _scope(interaction: Interaction) -> GapScope:
    scope = await sees_gaps(interaction)
    if scope is None:
        raise LibraryError(NOT_A_MODERATOR)
    return scope


async def _is_closed(reports: GapReports, miss: Miss, scope: GapScope) -> bool:
    return miss.taught and await reports.answered(miss, sight=scope.sight)


async def _give_back(interaction: Interaction, error: LibraryError) -> None:
    """Say why an answer isn't saved, and return it: nobody likes to write it twice."""
    text = written_in(interaction, TEXT)
    words = words_for(interaction)
    said = inline(words.of_error(error), limit=1000)
    if not text:
        await tell(interaction, said)
        return
    file = discord.File(io.BytesIO(text.encode()), "answer.md")
    said = words.say("nothing-saved", why=said)
    if interaction.response.is_done():
        await interaction.followup.send(said, file=file, ephemeral=True)
    else:
        await interaction.response.send_message(said, file=file, ephemeral=True)


def _in_words(told: Told, words: Words) -> str:
    if told.asked == 0:
        return words.say("told-already")
    if told.told == told.asked:
        return words.say("told-all", asked=told.asked)
    if told.told == 0:
        some = words.say("told-none", asked=told.asked)
    else:
        some = words.say("told-some", told=told.told, asked=told.asked)
    return f"{some} {words.of(_NOT_TOLD)}"
