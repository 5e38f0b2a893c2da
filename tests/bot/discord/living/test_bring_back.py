"""/docs rollback for the administrators of a server: their own documents, and nothing else."""

import pytest

from bot.app.collections.policy import CollectionPolicy, Readers
from bot.app.restoring import HELD
from bot.app.wiring import core_build
from bot.discord.charge import NONE_HERE, NOT_IN_CHARGE
from retrieval.testing import HashEncoder

GOAT = "# Goats\n\nThe goat bleats at midnight.\n"
COMMAND = "docs rollback"


@pytest.fixture
def two(town, core):
    """Open the bot with a collection for each of the two servers, changed one after the other."""
    for folder, text in (("crew", "It bleats.\n"), ("board", "Flint was elected.\n")):
        (core.seeds / folder).mkdir()
        (core.seeds / folder / "first.md").write_text(text)
    encoder = HashEncoder(dimension=64)
    core_build(core, encoder, origin="both")
    (core.seeds / "board" / "minutes.md").write_text("# Minutes\n\nFlint resigned.\n")
    core_build(core, encoder, origin="theirs")
    return town


def rule(t):
    readers = {
        "crew": Readers(servers=frozenset({int(t.guild.id)})),
        "board": Readers(servers=frozenset({int(t.other.guild.id)})),
    }
    object.__setattr__(t.services, "collections", CollectionPolicy(named=readers))


def files(t):
    return {
        path.relative_to(t.core.seeds).as_posix(): path.read_text()
        for path in t.core.seeds.rglob("*.md")
    }


async def report(t, card):
    await t.server.until(lambda: "unchanged" in card.text, what="the report")
    return card.text.replace("\\", "")


async def add(t):
    card = await t.admin.slash(t.channel, "docs add", file=("goat.md", GOAT.encode())).answer()
    await report(t, card)


async def test_an_administrator_brings_back_their_own_documents_and_nothing_else(two):
    async with two() as t:
        rule(t)
        before = files(t)
        await add(t)
        (t.core.seeds / "crew" / "first.md").write_text("It sings.\n")
        card = await t.admin.slash(t.channel, "docs rebuild").answer()
        await report(t, card)
        # Somebody else changes something of theirs meanwhile.
        (t.core.seeds / "board" / "minutes.md").write_text("# Minutes\n\nFlint came back.\n")
        (t.core.seeds / "lamp.md").write_text("# The Lamp\n\nThe lamp burns gas.\n")
        card = await t.owner.slash(t.channel, "docs rebuild").answer()
        await report(t, card)
        others = {path: text for path, text in files(t).items() if not path.startswith("crew/")}

        typed = t.admin.autocomplete(t.channel, COMMAND, "state", state="")
        await typed.acknowledged()
        offered = [choice["value"] for choice in typed.choices]
        states = {state.origin: state.info.build_id for state in t.store.states()}
        assert states["theirs"] not in offered
        asked = await t.admin.slash(t.channel, COMMAND, state=states["both"]).answer()
        text = asked.text.replace("\\", "")
        assert "**~** 1 changed: crew/first.md" in text
        assert "**−** 1 removed: crew/goat.md" in text
        assert "(crew)" in text
        assert "board" not in text
        assert "lamp" not in text
        told = await report(t, await t.admin.click(asked, "Bring back").answer())
        assert "**~** 1 changed: crew/first.md" in told
        assert "**−** 1 removed: crew/goat.md" in told
        assert "board" not in told
        mine = {path: text for path, text in before.items() if path.startswith("crew/")}
        assert files(t) == others | mine
        newest, *_ = t.store.states()
        assert newest.origin == "/docs rollback"
        assert t.store.current() == newest.info.build_id
        assert t.store.rolled_back() is None
        assert (await t.services.store.changed_by())[t.store.current()] == (int(t.admin.id),)
        # What was taken out is kept aside, and so comes back the same way.
        asked = await t.admin.slash(t.channel, COMMAND).answer()
        await report(t, await t.admin.click(asked, "Bring back").answer())
        assert files(t)["crew/goat.md"] == GOAT
        assert files(t)["crew/first.md"] == "It sings.\n"


async def test_a_state_of_which_they_see_nothing_is_none(two):
    async with two() as t:
        rule(t)
        states = {state.origin: state.info.build_id for state in t.store.states()}
        refused = await t.admin.slash(t.channel, COMMAND, state=states["theirs"]).answer()
        nowhere = await t.admin.slash(t.channel, COMMAND, state="nowhere").answer()
        for answer, wanted in ((refused, states["theirs"]), (nowhere, "nowhere")):
            text = answer.text.replace("\\", "")
            assert f"There is no state of the index whose id begins with {wanted}" in text
        there = await t.stranger.slash(t.other, COMMAND, state=states["theirs"]).answer()
        assert "as they were then already" in there.text


async def test_whoever_looks_after_nothing_brings_nothing_back(two):
    async with two() as t:
        rule(t)
        await add(t)
        before = files(t)
        asked = await t.admin.slash(t.channel, COMMAND).answer()
        asked.only_for = None
        for person, why in (
            (t.alice, NOT_IN_CHARGE),
            (t.mod, NOT_IN_CHARGE),
            (t.owner, "for all of them"),
        ):
            assert why in (await person.click(asked, "Bring back").answer()).text
        # In another server the same button is about that one's documents, which are as they were.
        object.__setattr__(t.services, "collections", CollectionPolicy())
        refused = await t.admin.click(asked, "Bring back").answer()
        assert refused.text.replace("\\", "") == NONE_HERE
        assert files(t) == before


async def test_it_waits_while_the_owner_has_gone_back_to_a_state_of_all(two):
    async with two() as t:
        rule(t)
        await add(t)
        asked = await t.owner.slash(t.channel, COMMAND).answer()
        await t.owner.click(asked, "Go back").answer()
        assert t.store.rolled_back() is not None
        refused = await t.admin.slash(t.channel, COMMAND).answer()
        assert refused.text.replace("\\", "") == HELD


async def test_what_can_not_be_brought_back_is_named_and_stays(two):
    async with two() as t:
        rule(t)
        table = t.core.seeds / "crew" / "prices.csv"
        for price in (3, 4):
            table.write_text(f"ware,price\nrope,{price}\n")
            card = await t.admin.slash(t.channel, "docs rebuild").answer()
            await report(t, card)
        await add(t)
        states = {state.origin: state.info.build_id for state in t.store.states()[2:]}
        oldest = states["/docs rebuild"]
        asked = await t.admin.slash(t.channel, COMMAND, state=oldest).answer()
        text = asked.text.replace("\\", "")
        assert "only their text was kept: crew/prices.csv" in text
        assert "**−** 1 removed: crew/goat.md" in text
        await report(t, await t.admin.click(asked, "Bring back").answer())
        assert table.read_text() == "ware,price\nrope,4\n"
        assert not (t.core.seeds / "crew" / "goat.md").exists()
