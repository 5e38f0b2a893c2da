"""/docs history and /docs rollback, as everybody who may try."""

import pytest

from bot.app.collections.policy import CollectionPolicy, Readers
from bot.discord.charge import NONE_HERE, NOT_IN_CHARGE
from bot.discord.states import ONLY_ADMINISTRATORS, ONLY_OWNER
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.store.files.publish import open_workplace
from retrieval.testing import HashEncoder

QUESTION = "Is the quay closed in winter?"


async def answers(t, text):
    answer = await t.alice.slash(t.channel, "ask", question=QUESTION, private=True).answer()
    return text in answer.text


async def test_nobody_but_administrators_sees_the_history(town):
    async with town() as t:
        for person in (t.alice, t.mod):
            refused = await person.slash(person.dm(), "docs history").answer()
            assert refused.text == ONLY_ADMINISTRATORS
            with pytest.raises(AssertionError, match="hidden"):
                person.slash(t.channel, "docs history")


async def test_an_administrator_sees_what_changed_of_what_they_see(town):
    async with town() as t:
        policy = CollectionPolicy(
            named={"board": Readers(servers=frozenset({int(t.other.guild.id)}))}
        )
        object.__setattr__(t.services, "collections", policy)
        (t.core.seeds / "board").mkdir()
        (t.core.seeds / "board" / "minutes.md").write_text("# Minutes\n\nFlint was elected.\n")
        card = await t.owner.slash(t.channel, "docs rebuild").answer()
        await t.server.until(lambda: "minutes.md" in card.text, what="the report")
        newest, second, first = t.store.builds()
        shown = t.admin.slash(t.channel, "docs history")
        here = (await shown.answer()).text
        assert shown.ephemeral
        # Not even that there is such a state.
        assert newest not in here
        assert "minutes" not in here
        assert "<@" not in here
        assert here.index("▶️") < here.index(second) < here.index(first)
        assert here.count("▶️") == 1
        assert "2 documents" in here
        there = (await t.stranger.slash(t.other, "docs history").answer()).text
        assert "**+** 1 added: board/minutes.md" in there
        assert there.index("▶️") < there.index(newest) < there.index(second)
        assert "3 documents" in there
        assert f"<@{t.owner.id}>" not in there
        assert f"<@{t.owner.id}>" in (await t.owner.slash(t.channel, "docs history").answer()).text


async def test_nobody_goes_back_who_looks_after_nothing(town):
    command = "docs rollback"
    async with town() as t:
        before = t.store.current()
        for person, channel, why in (
            (t.admin, t.channel, NONE_HERE),
            (t.stranger, t.other, NONE_HERE),
            (t.alice, t.alice.dm(), NOT_IN_CHARGE),
            (t.mod, t.mod.dm(), NOT_IN_CHARGE),
        ):
            refused = person.slash(channel, command)
            assert (await refused.answer()).text.replace("\\", "") == why
            assert refused.ephemeral or channel.guild is None
        for person in (t.alice, t.mod):
            with pytest.raises(AssertionError, match="hidden"):
                person.slash(t.channel, command)
        assert t.store.current() == before


async def test_autocomplete_offers_the_states_to_whoever_runs_the_bot_alone(town):
    async with town() as t:
        newest, oldest = t.store.builds()
        for person, wanted in ((t.owner, [newest, oldest]), (t.admin, [])):
            typed = person.autocomplete(t.channel, "docs rollback", "state", state="")
            await typed.acknowledged()
            assert [choice["value"] for choice in typed.choices] == wanted
        typed = t.owner.autocomplete(t.channel, "docs rollback", "state", state="FIRST")
        await typed.acknowledged()
        assert [choice["value"] for choice in typed.choices] == [oldest]
        assert typed.choices[0]["name"].endswith("1 documents · first")


async def test_the_history_tells_what_each_state_changed_and_who_did_it(town):
    async with town() as t:
        (t.core.seeds / "lamp.md").write_text("# The Lamp\n\nThe lamp burns gas.\n")
        rebuild = t.admin.slash(t.channel, "docs rebuild")
        card = await rebuild.answer()
        await t.server.until(lambda: "1 changed: lamp.md" in card.text, what="the report")
        listed = (await t.owner.slash(t.channel, "docs history").answer()).text
        newest, second, first = (listed.index(f"`{one}`") for one in t.store.builds())
        assert newest < second < first
        assert listed.count("▶️") == 1
        assert listed.index("▶️") < newest
        of_newest, of_second, of_first = listed[newest:second], listed[second:first], listed[first:]
        assert f"/docs rebuild · by <@{t.admin.id}>" in of_newest
        assert "**~** 1 changed: lamp.md" in of_newest
        assert "second" in of_second
        assert "by <@" not in of_second
        assert "**+** 1 added: quay.md" in of_second
        assert "first" in of_first
        assert "added" not in of_first


async def test_a_rollback_is_confirmed_and_switches_at_once_until_a_document_changes(town):
    async with town() as t:
        newest, oldest = t.store.builds()
        assert await answers(t, "closed in winter.")
        asked = await t.owner.slash(t.channel, "docs rollback").answer()
        assert f"`{oldest}`" in asked.text
        assert "**−** 1 removed: quay.md" in asked.text
        assert t.store.current() == newest
        click = t.owner.click(asked, "Go back")
        told = await click.answer()
        assert "This state answers now" in told.text
        assert "stays until a document changes" in told.text
        assert t.store.current() == t.services.pool.info.build_id == oldest
        assert not await answers(t, "closed in winter.")

        listed = (await t.owner.slash(t.channel, "docs history").answer()).text
        assert listed.index("▶️") > listed.index(f"`{newest}`")
        assert "(/docs rollback), until a document changes" in listed
        assert f"by <@{t.owner.id}>" in listed

        card = await t.admin.slash(t.channel, "docs rebuild").answer()
        await t.server.until(lambda: "No document has changed" in card.text, what="the report")
        assert t.store.current() == oldest
        assert f"<@{t.admin.id}>" not in str(await t.services.store.changed_by())

        (t.core.seeds / "fees.md").write_text("# Fees\n\nFees are paid in advance.\n")
        card = await t.admin.slash(t.channel, "docs rebuild").answer()
        await t.server.until(lambda: "1 added: fees.md" in card.text, what="the report")
        assert "takes the place of" in card.text
        assert await answers(t, "closed in winter.")


async def test_a_state_is_chosen_by_name_and_only_its_confirmer_may_be_the_owner(town):
    async with town() as t:
        newest, oldest = t.store.builds()
        asked = await t.owner.slash(t.channel, "docs rollback", state=oldest).answer()
        # A button that somebody else would come by does nothing for them.
        asked.only_for = None
        for person in (t.admin, t.mod, t.alice):
            refused = person.click(asked, "Go back")
            await refused.acknowledged()
            await t.server.until(lambda r=refused: r.original and r.original.text == ONLY_OWNER)
        assert t.store.current() == newest
        await t.owner.click(asked, "Go back").answer()
        assert t.store.current() == oldest
        again = await t.owner.slash(t.channel, "docs rollback", state=oldest).answer()
        assert "answers already" in again.text
        forth = await t.owner.slash(t.channel, "docs rollback", state=newest[:-3]).answer()
        told = await t.owner.click(forth, "Go back").answer()
        assert "**+** 1 added: quay.md" in told.text
        assert "stays until" not in told.text
        assert t.store.rolled_back() is None


async def test_what_cannot_be_done_is_one_sentence(town):
    async with town() as t:
        newest = t.store.current()
        nowhere = await t.owner.slash(t.channel, "docs rollback", state="nowhere").answer()
        assert "no state of the index whose id begins with nowhere" in nowhere.text
        assert "`/docs history` lists those that are kept" in nowhere.text
        asked = await t.owner.slash(t.channel, "docs rollback").answer()
        with open_workplace(t.core.index, timeout=0, waiting=lambda: None):
            click = t.owner.click(asked, "Go back")
            await t.server.until(lambda: click.followups, what="why not")
        assert "try again when it has ended" in click.followups[0].text
        async with t.services.pool.rebuilding:
            click = t.owner.click(asked, "Go back")
            await t.server.until(lambda: click.followups, what="why not")
        assert "being rebuilt right now" in click.followups[0].text
        assert t.store.current() == newest


async def test_a_long_history_has_pages(town):
    async with town() as t:
        store = open_store(t.core.index, keep=30)
        for number in range(14):
            (t.core.seeds / "lamp.md").write_text(f"# The Lamp\n\nIt was lit {number} times.\n")
            build_index(t.core.seeds, store, HashEncoder(dimension=64))
        first = await t.owner.slash(t.channel, "docs history").answer()
        assert "page 1 of 2" in first.text
        turned = await t.owner.click(first, "▶️").answer()
        assert "page 2 of 2" in turned.text
        assert f"`{store.builds()[-1]}`" in turned.text
