"""The loopback server's commands, buttons and modals, proven with a stock discord.py bot."""

import asyncio

import discord
import pytest
from discord import app_commands


def with_commands(bot):
    @bot.tree.command(description="Ask a question")
    @app_commands.describe(question="What to look for", private="Only you see it")
    async def ask(interaction: discord.Interaction, question: str, private: bool = False):
        await interaction.response.defer(ephemeral=private, thinking=True)
        await interaction.edit_original_response(content=f"about {question}")
        await interaction.followup.send("and more", ephemeral=private)

    @ask.autocomplete("question")
    async def complete(interaction: discord.Interaction, current: str):
        return [
            app_commands.Choice(name=current + ending, value=current + ending) for ending in "ab"
        ]

    @bot.tree.command(description="Answer too late")
    async def late(interaction: discord.Interaction):
        await asyncio.sleep(3.2)
        await interaction.response.send_message("late")

    @bot.tree.context_menu(name="Ask about this")
    async def about(interaction: discord.Interaction, message: discord.Message):
        await interaction.response.send_message(f"about {message.content}", ephemeral=True)

    async def set_up():
        await bot.tree.sync()

    bot.setup_hook = set_up


async def test_commands_are_synced_and_used(server, stock_bot, room):
    alice, channel = room
    await stock_bot(with_commands)

    assert [command["name"] for command in server.commands[None].values()] == [
        "ask",
        "late",
        "Ask about this",
    ]
    asked = alice.slash(channel, "ask", question="birds")
    assert await asked.acknowledged() == 5
    answer = await asked.answer()
    assert answer.text == "about birds"
    assert (await asked.followup()).text == "and more"
    assert not asked.ephemeral
    with pytest.raises(AssertionError, match="is required"):
        alice.slash(channel, "ask")
    with pytest.raises(AssertionError, match="no command 'aks'"):
        alice.slash(channel, "aks")


async def test_a_private_answer_is_for_one_reader(server, stock_bot, room):
    alice, channel = room
    bob = server.add_person("bob")
    await stock_bot(with_commands)

    asked = alice.slash(channel, "ask", question="secrets", private=True)

    answer = await asked.answer()
    assert asked.ephemeral
    assert alice.sees(answer)
    assert not bob.sees(answer)


async def test_autocomplete_and_context_menu(server, stock_bot, room):
    alice, channel = room
    await stock_bot(with_commands)

    typed = alice.autocomplete(channel, "ask", focused="question", question="bir")
    assert [choice["value"] for choice in await typed.offered()] == ["bira", "birb"]
    message = alice.say(channel, "what about this", mention=False)
    menu = alice.context_menu(message, "Ask about this")
    # A message that was right-clicked comes with its content, whatever the intents.
    assert (await menu.answer()).text == "about what about this"


async def test_a_response_after_three_seconds_is_unknown(server, stock_bot, room, caplog):
    alice, channel = room
    await stock_bot(with_commands)

    asked = alice.slash(channel, "late")

    await server.until(
        lambda: [found for found in server.sent("POST /interactions") if found.status == 404]
    )
    assert asked.response is None
    assert "Unknown interaction" in caplog.text


async def test_buttons_selects_and_modals(server, stock_bot, room):
    alice, channel = room

    class Form(discord.ui.Modal, title="Follow up"):
        question = discord.ui.TextInput(label="Question", min_length=3)

        async def on_submit(self, interaction):
            await interaction.response.send_message(f"asked {self.question.value}")

    class View(discord.ui.View):
        @discord.ui.button(label="Count", custom_id="count")
        async def count(self, interaction, button):
            await interaction.response.edit_message(content="counted")

        @discord.ui.button(label="Form", custom_id="form")
        async def form(self, interaction, button):
            await interaction.response.send_modal(Form())

        @discord.ui.button(label="Quiet", custom_id="quiet")
        async def quiet(self, interaction, button):
            await interaction.response.defer()
            await interaction.edit_original_response(content="quietly")

        @discord.ui.select(
            placeholder="Pick",
            options=[discord.SelectOption(label=name) for name in ("one", "two")],
        )
        async def pick(self, interaction, select):
            await interaction.response.send_message(f"picked {select.values[0]}", ephemeral=True)

    bot = await stock_bot()
    await bot.get_channel(int(channel.id)).send("0", view=View())
    message = await server.bot_message(channel)
    assert message.buttons == ["Count", "Form", "Quiet"]

    assert (await alice.click(message, "Count").answer()).text == "counted"
    opened = alice.click(message, "Form")
    assert (await opened.shown_modal())["title"] == "Follow up"
    assert (await alice.submit(opened, "who then").answer()).text == "asked who then"
    assert (await alice.click(message, "Quiet").answer()).text == "quietly"
    assert (await alice.select(message, "Pick", "two").answer()).text == "picked two"
    with pytest.raises(AssertionError, match="no control 'Missing'"):
        alice.click(message, "Missing")


async def test_an_expired_token_is_refused(server, stock_bot, room):
    alice, channel = room
    server.interaction_lifetime = 0.3
    outcome = asyncio.get_running_loop().create_future()

    def slow(bot):
        @bot.tree.command(description="Slow")
        async def slow(interaction: discord.Interaction):
            await interaction.response.defer()
            await asyncio.sleep(0.4)
            try:
                await interaction.edit_original_response(content="late")
            except discord.HTTPException as error:
                outcome.set_result((error.status, error.code))

        bot.setup_hook = bot.tree.sync

    await stock_bot(slow)
    alice.slash(channel, "slow")
    assert await outcome == (401, 50027)


async def test_a_brought_along_app_gets_five_follow_ups(server, stock_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Elsewhere", alice, with_bot=False), "general")
    outcome = asyncio.get_running_loop().create_future()

    def chatty(bot):
        @bot.tree.command(description="Talk")
        @app_commands.allowed_installs(guilds=True, users=True)
        async def talk(interaction: discord.Interaction):
            await interaction.response.send_message("0")
            try:
                for number in range(6):
                    await interaction.followup.send(str(number))
            except discord.HTTPException as error:
                outcome.set_result(error.code)

        bot.setup_hook = bot.tree.sync

    bot = await stock_bot(chatty)
    talk = alice.slash(channel, "talk")
    assert await outcome == 40094
    assert len(talk.followups) == 5
    assert "TOO_MANY_FOLLOWUPS" in server.forgive()[0]
    with pytest.raises(discord.Forbidden, match="50001"):
        await bot.get_partial_messageable(int(channel.id)).send("I am not here")


async def test_a_second_response_is_refused(server, stock_bot, room):
    alice, channel = room
    outcome = asyncio.get_running_loop().create_future()

    def hasty(bot):
        @bot.tree.command(description="Twice")
        async def twice(interaction: discord.Interaction):
            await interaction.response.send_message("one")
            interaction.response._response_type = None  # past the library's own guard
            try:
                await interaction.response.send_message("two")
            except discord.HTTPException as error:
                outcome.set_result(error.code)

        bot.setup_hook = bot.tree.sync

    await stock_bot(hasty)
    alice.slash(channel, "twice")
    assert await outcome == 40060
    assert "ALREADY_ACKNOWLEDGED" in server.forgive()[0]
