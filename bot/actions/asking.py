"""Follow up, the choices, the suggestions and Ask fresh."""

from typing import Any

import discord
from discord import ui

from bot.actions.click import Click
from bot.asking import answer_interaction, question_from, show_fault
from bot.desk import MAX_QUESTION

__all__ = ["choose", "follow", "fresh", "suggest"]

FORM_SECONDS = 900.0


async def follow(click: Click) -> None:
    """Ask for a question that belongs to this answer."""
    await click.interaction.response.send_modal(FollowUpForm(click))


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
    question = question_from(
        click.interaction,
        text,
        door="button",
        private=click.record.private,
        document=click.record.document,
        follows=None if fresh else click.record.id,
        fresh=fresh,
        message_id=click.record.question_message if in_place else None,
    )
    await answer_interaction(click.interaction, question, in_place=in_place)


class FollowUpForm(ui.Modal, title="Follow up"):
    """Asks for a follow-up question."""

    question: ui.Label[Any] = ui.Label(
        text="Your question",
        description="I take it together with the answer above.",
        component=ui.TextInput(
            style=discord.TextStyle.paragraph, min_length=1, max_length=MAX_QUESTION
        ),
    )

    def __init__(self, click: Click) -> None:
        super().__init__(timeout=FORM_SECONDS)
        self._click = click

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Answer what was written."""
        field = self.question.component
        assert isinstance(field, ui.TextInput)  # noqa: S101 - as declared above
        question = question_from(
            interaction,
            field.value,
            door="button",
            private=self._click.record.private,
            document=self._click.record.document,
            follows=self._click.record.id,
        )
        await answer_interaction(interaction, question)

    async def on_error(  # type: ignore[override]  # as discord.py narrows it for forms
        self, interaction: discord.Interaction[Any], error: Exception, /
    ) -> None:
        """Tell whoever submitted that it failed."""
        await show_fault(interaction, error)
