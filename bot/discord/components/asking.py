"""Follow up, the choices, the suggestions and Ask fresh."""

from bot.app.admission import MAX_QUESTION
from bot.discord.components.click import Click
from bot.discord.components.custom_id import AnswerPayload, OnAnswer, Operation, OptionPayload
from bot.discord.components.modals import FIELD, text_modal
from bot.discord.interaction import chosen_in, written_in
from bot.discord.reader import words_for
from bot.discord.respond import UNKNOWN, answer_interaction, request_from, tell

__all__ = ["ask_next", "choose", "follow_up", "followed_up", "fresh", "pick", "suggestion"]


async def follow_up(click: Click[AnswerPayload]) -> None:
    """Ask for a question that belongs to this answer."""
    words = words_for(click.interaction)
    modal = text_modal(
        AnswerPayload(operation=Operation.FOLLOWED_UP, answer_id=click.record.id),
        title=words.say("follow-up"),
        label=words.say("follow-up-question"),
        description=words.say("follow-up-how"),
        limit=MAX_QUESTION,
        required=True,
    )
    await click.interaction.response.send_modal(modal)


async def followed_up(click: Click[AnswerPayload]) -> None:
    """Answer the follow-up question that was written."""
    await _ask(click, written_in(click.interaction, FIELD))


async def choose(click: Click[OptionPayload]) -> None:
    """Ask what the meaning on the button stands for, in the place of the choice."""
    await _choose(click, click.payload.number)


async def pick(click: Click[AnswerPayload]) -> None:
    """Ask what the meaning chosen in the menu stands for, in the place of the choice."""
    await _choose(click, int(chosen_in(click.interaction)))


async def suggestion(click: Click[OptionPayload]) -> None:
    """Ask a suggested question."""
    await _suggested(click, click.payload.number)


async def ask_next(click: Click[AnswerPayload]) -> None:
    """Ask the suggested question that was chosen in the menu."""
    await _suggested(click, int(chosen_in(click.interaction)))


async def fresh(click: Click[AnswerPayload]) -> None:
    """Ask the same again without what was said before, in the place of this answer."""
    await _ask(click, click.record.answer.question, fresh=True, in_place=click.by_asker)


async def _suggested(click: Click[OnAnswer], number: int) -> None:
    suggestions = click.record.answer.suggestions
    if number >= len(suggestions):
        await tell(click.interaction, UNKNOWN)
        return
    await _ask(click, suggestions[number])


async def _choose(click: Click[OnAnswer], number: int) -> None:
    choices = click.record.answer.choices
    if number >= len(choices):
        await tell(click.interaction, UNKNOWN)
        return
    await _ask(click, choices[number].question, in_place=click.by_asker)


async def _ask(
    click: Click[OnAnswer], text: str, *, fresh: bool = False, in_place: bool = False
) -> None:
    request = request_from(
        click.interaction,
        text,
        door="button",
        private=click.record.private,
        document=click.record.document,
        follows=None if fresh else click.record.id,
        fresh=fresh,
        message=click.record.question_message if in_place else None,
    )
    await answer_interaction(click.interaction, request, in_place=in_place)
