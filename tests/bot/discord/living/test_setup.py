"""What a server is told when the bot joins it, and /setup, as everybody who may try."""

import pytest

from bot.discord.setting_up import ONLY_ADMINISTRATORS
from loopback import world

HELLO = "**Hello, I am Verbatim.**"


def hellos(channel):
    return [message.text for message in channel.messages if HELLO in message.text]


async def test_a_new_server_is_told_once_in_its_system_channel(town):
    async with town() as t:
        guild = t.server.add_guild("New", system_channel="welcome")
        channel = guild.system_channel
        await t.server.until(lambda: hellos(channel), what="the greeting")
        (said,) = hellos(channel)
        assert "`/setup` walks you through the rest" in said
        assert "I may not answer here yet" not in said
        # Discord tells of a server again whenever it was out of reach.
        t.server._tell_about(guild)
        await t.bot.on_guild_join(t.bot.get_guild(int(guild.id)))
        assert len(hellos(channel)) == 1
        # Its owner has heard of the one server that has no such channel.
        assert len(hellos(t.server.direct_channel(t.server.owner))) == 1
        # And again only once it was forgotten.
        await t.services.store.forget_server(int(guild.id))
        await t.bot.on_guild_join(t.bot.get_guild(int(guild.id)))
        assert len(hellos(channel)) == 2


async def test_where_it_may_not_write_its_owner_is_told_and_else_nobody(town):
    async with town() as t:
        guild = t.server.add_guild(
            "Mute", system_channel="welcome", denied=world.SEND_MESSAGES | world.VIEW_CHANNEL
        )
        dm = t.server.direct_channel(t.server.owner)
        # One for the server that has no such channel, one for this one.
        await t.server.until(lambda: len(hellos(dm)) == 2, what="the greetings")
        assert hellos(guild.system_channel) == []
        t.server.closed_dms.append(t.server.owner)
        closed = t.server.add_guild("Closed")
        await t.server.until(
            lambda: any(request.status == 403 for request in t.server.requests), what="a refusal"
        )
        assert await t.services.store.note(f"welcome/{closed.id}/{t.bot.application_id}") == "told"
        assert len(hellos(dm)) == 2


async def test_a_server_where_nobody_may_ask_is_told_so(town):
    async with town(servers=(5,)) as t:
        guild = t.server.add_guild("New", system_channel="welcome")
        await t.server.until(lambda: hellos(guild.system_channel), what="the greeting")
        assert "I may not answer here yet" in hellos(guild.system_channel)[0]


async def test_setup_walks_an_administrator_through_what_is_settable(town):
    async with town(digest_channels=(5,)) as t:
        t.server.deny(t.channel, world.EMBED_LINKS)
        shown = t.admin.slash(t.channel, "setup")
        step = await shown.answer()
        assert shown.ephemeral
        assert "I see 2 documents here" in step.text
        assert f"`VERBATIM_COLLECTIONS=NAME=server:{t.guild.id}`" in step.text
        step = await t.admin.click(step, "▶️").answer()
        assert "Everyone here may ask me." in step.text
        step = await t.admin.click(step, "▶️").answer()
        assert "**Answers without a mention:** nowhere here" in step.text
        # A channel of another server is none of this one's business.
        assert "**Told every week how it goes:** no channel here" in step.text
        assert f"`{t.channel.id}`" in step.text
        step = await t.admin.click(step, "▶️").answer()
        assert "I lack **Embed Links** in this channel." in step.text
        assert "step 4 of 4" in step.text
        step = await t.admin.click(step, "◀️").answer()
        assert "step 3 of 4" in step.text


async def test_setup_says_how_it_is_in_each_server(town):
    async with town() as t:
        crew = t.server.give_role(t.guild, t.alice.user, "Crew", 0)
        object.__setattr__(t.services.access, "roles", frozenset({int(crew.id)}))
        t.server.give_role(t.guild, t.admin.user, "Aboard", 0)
        t.guild.members[t.admin.id].roles.append(crew)
        step = await t.admin.slash(t.channel, "setup").answer()
        step = await t.admin.click(step, "▶️").answer()
        assert "Those with **Crew** may ask me." in step.text
        # Whoever runs the bot looks into a server where none of the roles is.
        step = await t.owner.slash(t.other, "setup").answer()
        step = await t.owner.click(step, "▶️").answer()
        assert "Nobody here: the roles that may are another server’s." in step.text
        assert "Crew" not in step.text


async def test_nobody_else_is_walked_through(town):
    async with town() as t:
        for person in (t.alice, t.mod):
            with pytest.raises(AssertionError, match="hidden"):
                person.slash(t.channel, "setup")
            refused = await person.slash(person.dm(), "setup").answer()
            assert refused.text == ONLY_ADMINISTRATORS
        step = await t.admin.slash(t.channel, "setup").answer()
        step.only_for = None
        refused = await t.mod.click(step, "▶️").answer()
        assert refused.text == ONLY_ADMINISTRATORS
        # An administrator of another server is told of that one.
        step = await t.stranger.slash(t.other, "setup").answer()
        assert t.guild.id not in step.text
