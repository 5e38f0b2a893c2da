"""Doors × places × people × settings: who may not ask is told so, and nothing is searched."""

from itertools import product

import discord
import pytest
from discord import app_commands

from bot.discord.cogs.info import PRIVACY
from bot.discord.components.custom_id import _KINDS as KINDS
from bot.discord.components.custom_id import Operation, encode
from bot.rendering.refusals import NOT_ALLOWED

EVERYBODYS = {
    Operation.MORE,
    Operation.MORE_PAGE,
    Operation.CONTEXT,
    Operation.WIDER,
    Operation.SOURCES,
    Operation.UP,
    Operation.DOWN,
    Operation.WHY,
    Operation.FOLLOW_UP,
    Operation.FOLLOWED_UP,
    Operation.CHOOSE,
    Operation.PICK,
    Operation.SUGGESTION,
    Operation.ASK_NEXT,
    Operation.FRESH,
    Operation.SHARE,
    Operation.DOCUMENTS,
    Operation.FORGET_ME,
}
QUESTION = "Who built the lighthouse in 1853?"
VALUES = {"page": 0, "number": 0, "passage": 0, "width": 1, "channel": "1", "message": "1"}


def restrict(w, **policy):
    for name, value in policy.items():
        object.__setattr__(w.services().access, name, value)


def told(result):
    return bool(result.ephemeral and result.response and result.response.content == NOT_ALLOWED)


async def slash(w, person, room):
    return told(await person.slash(room, "ask", question=QUESTION))


async def list_sources(w, person, room):
    return told(await person.slash(room, "sources"))


async def menu(w, person, room):
    message = await w.speakers[room.id].send(room, QUESTION)
    return told(await person.context_menu(room, "Ask about this", message))


async def click(w, person, room):
    return told(await person.click(w.answers[room.id], label="Context"))


async def form(w, person, room):
    return told(await person.click(w.answers[room.id], label="Follow up"))


async def type_a_name(w, person, room):
    return await person.autocomplete(room, "ask", "document", "l", question="q") == []


async def mention(w, person, room):
    before = len(w.shelf.published.asked)
    await person.send(room, f"{w.mention} {QUESTION}")
    return len(w.shelf.published.asked) == before


IN_SERVERS = [slash, list_sources, menu, click, form, type_a_name, mention]


@pytest.fixture
def peopled(world):
    """Open the bot in two servers, each with a stranger and somebody of a role."""

    async def prepare(w):
        w.rooms, w.people, w.answers, w.speakers, w.roles = {}, {}, {}, {}, {}
        for name, guild in (("home", w.guild), ("away", w.env.create_guild("Away"))):
            room = w.channel if name == "home" else guild.create_text_channel("general")
            crew, other = guild.create_role("Crew"), guild.create_role("Other")
            for kind, roles in (("none", []), ("other", [other]), ("crew", [crew, other])):
                user = w.env.create_user(f"{name}{kind}")
                w.people[name, kind] = guild.add_member(user, roles=roles)
            w.rooms[name], w.roles[name] = room, crew.id
            w.speakers[room.id] = w.people[name, "crew"]
            asked = await w.people[name, "crew"].slash(room, "ask", question=QUESTION)
            w.answers[room.id] = asked.response
        return w

    return prepare


@pytest.mark.parametrize(
    ("servers", "role"),
    [
        ("home", "home"),
        ("away", ""),
        ("", "home"),
        *(
            pytest.param(servers, role, marks=pytest.mark.slow)
            for servers, role in [("", ""), ("home", ""), ("away", "home")]
        ),
    ],
)
async def test_every_door_in_every_place_goes_by_the_same_rule(world, peopled, servers, role):
    async with world(user_per_minute=100_000, channel_per_minute=100_000) as w:
        await peopled(w)
        named = {"home": w.guild.id, "away": w.people["away", "crew"].guild.id}
        for direct in (None, True, False):
            restrict(
                w,
                servers=frozenset({named[servers]} if servers else ()),
                roles=frozenset({w.roles[role]} if role else ()),
                direct_messages=direct,
            )
            for door, (place, kind) in product(IN_SERVERS, w.people if direct is None else ()):
                allowed = servers in ("", place) and (not role or (place, kind) == ("home", "crew"))
                asked = len(w.shelf.published.asked)
                away = await door(w, w.people[place, kind], w.rooms[place])
                assert away is not allowed, (door.__name__, place, kind)
                assert allowed or len(w.shelf.published.asked) == asked
            for person in w.people.values():
                allowed = direct or (direct is None and not servers and not role)
                asked = len(w.shelf.published.asked)
                assert told(await person.user.slash("ask", question=QUESTION)) is not allowed
                await person.user.send_dm(QUESTION)
                assert len(w.shelf.published.asked) == asked + 2 * bool(allowed)


async def press_every(w, person, record, operations):
    """Press a button of each of these operations; yields what is said to whoever did."""
    for operation in operations:
        kind = KINDS[operation]
        values = {"answer_id": record.id, "state": "x", "document": "x", **VALUES}
        fields = kind.__dataclass_fields__.keys() - {"operation"}
        custom_id = encode(kind(operation=operation, **{one: values[one] for one in fields}))
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Go", custom_id=custom_id))
        view.stop()
        message = await w.bot().get_channel(w.channel.id).send("Crafted", view=view)
        await w.env.settle()
        yield operation, await person.click(message, label="Go")


async def test_no_button_menu_or_form_is_left_open(world, peopled):
    async with world(user_per_minute=100_000) as w:
        await peopled(w)
        record = await w.services().store.by_answer_message(w.answers[w.channel.id].id)
        restrict(w, roles=frozenset({w.roles["home"]}))
        role = w.guild.create_role("A", permissions=discord.Permissions(administrator=True))
        admin = w.guild.add_member(w.env.create_user("admin"), roles=[role])
        every = set(Operation) - {Operation.FORGET_ME}
        async for operation, result in press_every(w, admin, record, every):
            assert told(result), operation


async def test_no_button_of_those_in_charge_works_for_others(world, peopled):
    """They may have looked after the server when it was shown to them."""
    async with world(user_per_minute=100_000) as w:
        await peopled(w)
        record = await w.services().store.by_answer_message(w.answers[w.channel.id].id)
        asked = len(w.shelf.published.asked)
        theirs = set(Operation) - EVERYBODYS
        async for operation, result in press_every(w, w.bob, record, theirs):
            assert result.ephemeral, operation
            assert result.modal is None, operation
            assert result.response.content.startswith("Only "), operation
        assert len(w.shelf.published.asked) == asked


async def test_no_command_is_left_open(world, peopled):
    async with world(user_per_minute=100_000) as w:
        await peopled(w)
        restrict(w, roles=frozenset({w.roles["home"]}))
        role = w.guild.create_role("A", permissions=discord.Permissions(administrator=True))
        admin = w.guild.add_member(w.env.create_user("admin"), roles=[role])
        tried = []
        for command in w.bot().tree.walk_commands():
            if isinstance(command, app_commands.Group):
                continue
            given = {
                one.name: w.channel if "channel" in one.type.name else "x"
                for one in command.parameters
                if one.required
            }
            result = await admin.slash(w.channel, command.qualified_name, **given)
            assert told(result) is not (command.qualified_name == PRIVACY), command.qualified_name
            tried.append(command.qualified_name)
        for item in w.bot().tree.get_commands(type=discord.AppCommandType.message):
            message = await w.people["home", "crew"].send(w.channel, QUESTION)
            assert told(await admin.context_menu(w.channel, item.name, message)), item.name
            tried.append(item.name)
        assert len(tried) > 15
