"""The table of handlers, and what happens to ids that nothing stands behind."""

import discord
import pytest

from bot.discord.components.custom_id import Operation
from bot.discord.components.dispatch import HANDLERS


def test_every_operation_has_a_handler_of_its_own_and_every_handler_an_operation():
    assert set(HANDLERS) == set(Operation)
    assert len(set(HANDLERS.values())) == len(Operation)


@pytest.mark.parametrize(
    "custom_id",
    ["verbatim:2:explode:k3m9x2p7qa", "verbatim:explode:k3m9x2p7qa:0", "verbatim:2:gaps:x", "x"],
)
async def test_a_button_that_is_not_known_is_answered_politely(world, custom_id):
    async with world() as w:
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Go", custom_id=custom_id))
        view.stop()
        message = await w.bot().get_channel(w.channel.id).send("Old", view=view)
        await w.env.settle()
        result = await w.alice.click(message, label="Go")
        assert result.ephemeral
        assert "don’t know this button" in result.response.content


@pytest.mark.parametrize("operation", ["choose", "suggest"])
async def test_an_option_that_the_answer_never_had_is_answered_politely(world, operation):
    async with world() as w:
        question = "Who built the lighthouse in 1853?"
        asked = (await w.alice.slash(w.channel, "ask", question=question)).response
        record = await w.services().store.by_answer_message(asked.id)
        view = discord.ui.View(timeout=None)
        custom_id = f"verbatim:2:{operation}:{record.id}:7"
        view.add_item(discord.ui.Button(label="Go", custom_id=custom_id))
        view.stop()
        message = await w.bot().get_channel(w.channel.id).send("Crafted", view=view)
        await w.env.settle()
        result = await w.alice.click(message, label="Go")
        assert result.ephemeral
        assert "don’t know this button" in result.response.content
