"""Every command as everybody who may try, through both judges: what is theirs, and nothing else."""

import re
from contextlib import asynccontextmanager

import discord
import pytest
import simcord

from bot.app.collections.policy import CollectionPolicy, Readers
from bot.app.wiring import core_build
from bot.rendering.refusals import NOT_ALLOWED
from retrieval.testing import HashEncoder

ENCODER = HashEncoder(dimension=64)
SECRET = "The council's budget of goldmarker coins is spent on bells.\n"
QUESTION = "What is spent on bells?"
PATH = "council/budget.md"
MARKERS = ("goldmarker", "budget", "council", "Harbour")
ANYONE = {
    "ask": {"question": QUESTION},
    "sources": {},
    "help": {},
    "status": {},
    "privacy": {},
    "forget": {},
    "Ask about this": None,
}
MODERATORS = {"gaps": {}, "unhelpful": {}, "stats": {}, "Save as answer": None}
ADMINISTRATORS = {
    "docs rebuild": {},
    "docs add": {},
    "docs remove": {"document": PATH},
    "docs list": {},
    "docs history": {},
    "docs rollback": {},
    "docs show": {"document": PATH},
    "docs channel add": {"channel": "room"},
    "docs channel remove": {"channel": "room"},
    "docs channel list": {},
    "setup": {},
}
EVERY = ANYONE | MODERATORS | ADMINISTRATORS
# Messages there have no menu here, and no channel can be chosen.
IN_DIRECT_MESSAGES = [n for n, o in EVERY.items() if o is not None and "channel" not in o]


class Simulated:
    """simcord."""

    def __init__(self, w, seeds):
        self.w, self.seeds, self.services = w, seeds, w.services()
        self.home, self.guild = w.channel, w.guild
        other = w.env.create_guild("Elsewhere")
        self.away = other.create_text_channel("elsewhere")
        self.people = {"user": w.alice, "stranger": w.bob}
        for name, guild, bits in (
            ("moderator", w.guild, discord.Permissions(manage_messages=True)),
            ("administrator", w.guild, discord.Permissions(administrator=True)),
            ("elsewhere", other, discord.Permissions(administrator=True)),
        ):
            role = guild.create_role(name, permissions=bits)
            self.people[name] = guild.add_member(w.env.create_user(name), roles=[role])
        self.role = w.guild.create_role("Crew")
        w.shelf.published.texts[PATH] = SECRET

    def state(self):
        return self.services.pool.info.build_id, len(self.w.rebuilder.origins)

    async def tell(self, name, command, room, options):
        """What a command says to somebody; None where Discord doesn't even offer it to them."""
        person = self.people[name]
        try:
            if room is None:
                result = await person.user.slash(command, **options)
            elif options is None:
                message = await person.send(room, QUESTION)
                result = await person.context_menu(room, command, message)
            else:
                given = {one: room if what == "room" else what for one, what in options.items()}
                result = await person.slash(room, command, **given)
        except simcord.SetupError as error:
            if not re.search("visible|permission", str(error), re.IGNORECASE):
                raise
            return None
        return f"{self.read(result.response) if result.response else ''}{result.modal or ''}"


class Looped:
    """The loopback Discord."""

    def __init__(self, t):
        self.t, self.seeds, self.services = t, t.core.seeds, t.services
        self.home, self.away, self.guild = t.channel, t.other, t.guild
        self.people = {
            "user": t.alice,
            "moderator": t.mod,
            "administrator": t.admin,
            "elsewhere": t.stranger,
            "stranger": t.server.add_person("nobody"),
        }
        t.server.join(t.guild, self.people["stranger"])
        self.role = t.server.give_role(t.guild, t.alice.user, "Crew", 0)

    def state(self):
        return self.t.store.current(), len(self.t.store.builds())

    async def tell(self, name, command, room, options):
        person = self.people[name]
        room = person.dm() if room is None else room
        try:
            if options is None:
                about = person.say(room, QUESTION)
                asked = person.context_menu(about, command)
            else:
                given = {one: room.id if what == "room" else what for one, what in options.items()}
                asked = person.slash(room, command, **given)
        except AssertionError as error:
            if not re.search("hidden|not offered", str(error)):
                raise
            return None
        await asked.acknowledged()
        return str(asked.modal) if asked.modal else (await asked.answer(within=30)).text


@pytest.fixture(params=["simcord", "loopback"])
def judge(request, core, read):
    """Open the bot before one of the judges, with a document for one server alone."""

    @asynccontextmanager
    async def open_judge(**settings):
        file = core.seeds / PATH
        file.parent.mkdir(parents=True)
        file.write_text(f"# Budget\n\n{SECRET}")
        many = {"user_per_minute": 1000, "channel_per_minute": 1000, **settings}
        if request.param == "simcord":
            async with request.getfixturevalue("world")(**many) as w:
                found = Simulated(w, core.seeds)
                found.read = read
                yield prepared(found)
        else:
            core_build(core, ENCODER, origin="third")
            async with request.getfixturevalue("town")(**many) as t:
                yield prepared(Looped(t))

    def prepared(found):
        policy = CollectionPolicy(named={"council": Readers(servers={int(found.guild.id)})})
        object.__setattr__(found.services, "collections", policy)
        return found

    return open_judge


def restrict(judged):
    object.__setattr__(judged.services.access, "roles", frozenset({int(judged.role.id)}))


async def test_a_user_and_a_moderator_are_offered_what_is_theirs(judge):
    async with judge() as j:
        for person, theirs in (("user", ANYONE), ("moderator", ANYONE | MODERATORS)):
            for command in EVERY.keys() - {"forget"}:
                before = j.state()
                said = await j.tell(person, command, j.home, EVERY[command])
                assert (said is not None) is (command in theirs), (person, command)
                assert said is None or NOT_ALLOWED not in said
                assert j.state() == before, (person, command)


async def test_nothing_is_hidden_in_direct_messages_and_so_it_is_refused(judge):
    async with judge() as j:
        for person in ("user", "moderator", "administrator", "elsewhere"):
            for command in IN_DIRECT_MESSAGES:
                before = j.state()
                said = await j.tell(person, command, None, EVERY[command])
                if said is None:
                    continue
                assert command in (*ANYONE, "setup") or "Only" in said, (person, command, said)
                assert not [one for one in MARKERS[:3] if one in said.replace(asked(command), "")]
                assert j.state() == before, (person, command)
        assert (j.seeds / PATH).exists()


async def test_an_administrator_of_another_server_learns_and_changes_nothing(judge):
    async with judge() as j:
        for command, options in EVERY.items():
            said = await j.tell("elsewhere", command, j.away, options)
            assert said is not None, command
            said = said.replace(asked(command), "")
            assert not [one for one in MARKERS if one in said], (command, said)
        assert (j.seeds / PATH).read_text().endswith(SECRET)


async def test_without_the_role_nothing_is_anybodys_but_what_is_kept_of_them(judge):
    async with judge() as j:
        restrict(j)
        for person in ("stranger", "moderator", "administrator"):
            for command, options in EVERY.items():
                before = j.state()
                said = await j.tell(person, command, j.home, options)
                if said is not None:
                    told = str(said).strip() == NOT_ALLOWED
                    assert told is (command != "privacy"), (person, command, said)
                assert j.state() == before, (person, command)


async def test_no_command_is_forgotten_here(judge):
    async with judge() as j:
        tree = (j.w.bot() if isinstance(j, Simulated) else j.t.bot).tree
        named = {
            one.qualified_name
            for one in tree.walk_commands()
            if not isinstance(one, discord.app_commands.Group)
        }
        menus = {one.name for one in tree.get_commands(type=discord.AppCommandType.message)}
        assert named | menus == set(EVERY)


def asked(command):
    """What a command is given, which its answer may repeat."""
    return (EVERY[command] or {}).get("document", QUESTION)
