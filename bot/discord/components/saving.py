"""The modals in which an answer is saved as a document."""

from dataclasses import dataclass

import discord
from discord import ui

from bot.app.saved_answers import saved_answer, saved_name
from bot.app.states import Origin
from bot.discord.components.custom_id import MessagePayload, Payload, encode
from bot.discord.interaction import Interaction, written_in
from bot.discord.rebuilding import rebuild
from bot.discord.respond import tell_error
from bot.discord.teaching import Places, keep_answer, places_for
from bot.errors import LibraryError
from bot.localisation.words import ENGLISH, Phrase, Words

__all__ = ["QUESTION_LIMIT", "TEXT", "Written", "answer_modal", "save_answer", "written"]

QUESTION, TEXT, COLLECTION = "question", "text", "collection"
QUESTION_LIMIT = 200
_TEXT_LIMIT = 4000
_NAME_LIMIT = 100
EMPTY = Phrase("answer-empty")
ELSEWHERE = Phrase("answer-elsewhere")


def answer_modal(
    payload: Payload,
    places: Places,
    words: Words = ENGLISH,
    *,
    title: str,
    question: str,
    text: str = "",
) -> ui.Modal:
    """Make the modal; it is stopped, since one that is sent is recognised by its id alone.

    Args:
        payload: what it remembers.
        places: the collections that the answer may be put into.
        words: the reader's.
        title: its head.
        question: what the answer is likely to, to begin with.
        text: the answer to begin with.
    """
    modal = ui.Modal(title=words.of(title), custom_id=encode(payload))
    asked: ui.TextInput[ui.Modal] = ui.TextInput(
        custom_id=QUESTION, default=question[:QUESTION_LIMIT], max_length=QUESTION_LIMIT
    )
    answer: ui.TextInput[ui.Modal] = ui.TextInput(
        style=discord.TextStyle.paragraph,
        custom_id=TEXT,
        default=text[:_TEXT_LIMIT],
        max_length=_TEXT_LIMIT,
    )
    modal.add_item(
        ui.Label(text=words.say("question"), description=words.say("question-how"), component=asked)
    )
    modal.add_item(
        ui.Label(text=words.say("answer"), description=words.say("answer-how"), component=answer)
    )
    if places.several:
        place: ui.TextInput[ui.Modal] = ui.TextInput(
            custom_id=COLLECTION,
            default=places.likeliest[:_NAME_LIMIT],
            max_length=_NAME_LIMIT,
            required=False,
        )
        modal.add_item(
            ui.Label(
                text=words.say("collection"),
                description=words.say("collection-how"),
                component=place,
            )
        )
    modal.stop()
    return modal


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What somebody has written into the modal."""

    question: str
    text: str
    folder: str
    """The collection that it goes into."""


def written(interaction: Interaction, places: Places) -> Written:
    """Return what was written.

    Raises:
        LibraryError: Something is missing, or there is no such collection.
    """
    question, text = written_in(interaction, QUESTION), written_in(interaction, TEXT)
    if not question or not text:
        raise LibraryError(EMPTY)
    folder = places.chosen(written_in(interaction, COLLECTION))
    return Written(question=question, text=text, folder=folder)


async def save_answer(interaction: Interaction, payload: MessagePayload) -> None:
    """Save what was written beside a message as a document that cites it, for those who may."""
    try:
        places = await places_for(interaction)
        if payload.channel != str(interaction.channel_id):
            raise LibraryError(ELSEWHERE)
        answer = written(interaction, places)
        await interaction.response.defer(ephemeral=True, thinking=True)
        server = "@me" if interaction.guild_id is None else interaction.guild_id
        content = saved_answer(
            answer.question,
            answer.text,
            link=f"https://discord.com/channels/{server}/{payload.channel}/{payload.message}",
            at=discord.utils.snowflake_time(int(payload.message)),
        )
        await keep_answer(interaction, saved_name(payload.message), content, answer.folder)
    except LibraryError as error:
        await tell_error(interaction, error)
        return
    await rebuild(interaction, Origin.SAVED_ANSWER, wait=True)
