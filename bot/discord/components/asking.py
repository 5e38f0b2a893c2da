"""Follow up, the choices, the suggestions and Ask fresh."""

from bot.app.admission import MAX_QUESTION
from bot.discord.components.click import Click
from bot.discord.components.modals import form, written_in
from bot.discord.respond import answer_interaction, request_from

__all__ = ["choose", "follow", "followed", "fresh", "suggest"]


async def follow(click: Click) -> None:
    """Ask for a question that belongs to this answer."""
    modal = form(
        "followed",
        click.record.id,
        title="Follow up",
        label="Your question",
        description="I take it together with the answer above.",
        limit=MAX_QUESTION,
        required=True,
    )
    await click.interaction.response.send_modal(modal)


async def followed(click: Click) -> None:
    """Answer the follow-up question that was written."""
    await _ask(click, written_in(click.interaction))


async def choose(click: Click) -> None:
    """Ask what the chosen meaning stands for, in the place of the choice."""
    choice = click.record.answer.choices[click.number]
    await _ask(click, choice.question, in_place=click.by_asker)


async def suggest(click: Click) -> None:
    """Ask a suggested question."""
    await _ask(click, click.record.answer.suggestions[click.number])


async def fresh(click: Click) -> None:
    """Ask the same again without what was said before, in the place of this answer."""
    await _ask(click, click.record.answer.question, fresh=True, in_place=click.by_asker)


async def _ask(click: Click, text: str, *, fresh: bool = False, in_place: bool = False) -> None:
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
