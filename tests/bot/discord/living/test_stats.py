"""/stats, the digest and the table of gaps, as everybody who may try."""

import asyncio
from datetime import date, timedelta

import pytest

from bot.discord.cogs import stats
from bot.discord.digest import tell_digests
from bot.storage.counts import EPOCH

MISSED = "=SUM(A1) Which taxes does the mayor levy?"


async def counted(t):
    """How many questions were counted, and as many durations."""
    return sum(one.number for one in await t.services.store.counts(None))


async def ask(t, question, *, channel=None, **options):
    before = await counted(t)
    interaction = t.alice.slash(channel or t.channel, "ask", question=question, **options)
    await interaction.answer()
    async with asyncio.timeout(20):  # It is shown first, then stored, and counted last.
        while await counted(t) < before + 2:  # noqa: ASYNC110 - the store tells nobody
            await asyncio.sleep(0.01)


@pytest.fixture
def asked(town):
    """Ask two questions, one of them privately, and one elsewhere, in a direct message."""

    async def prepare(t):
        await ask(t, "Is the quay closed in winter?")
        await ask(t, MISSED, private=True)
        await ask(t, "What does the lamp burn?", channel=t.alice.dm())

    return prepare


async def test_moderators_see_the_figures_of_their_server_and_not_a_word(town, asked):
    async with town() as t:
        await asked(t)
        shown = t.mod.slash(t.channel, "stats")
        card = await shown.answer(within=60)
        assert shown.ephemeral
        assert "**2 questions in this server in 12 weeks**" in card.text
        assert "taxes" not in card.text
        assert "quay" not in card.text
        assert [one["filename"] for one in card.attachments] == ["stats.png"]
        everywhere = await t.owner.slash(t.owner.dm(), "stats").answer(within=60)
        assert "**3 questions everywhere in 12 weeks**" in everywhere.text


async def test_nobody_else_does(town, asked):
    async with town() as t:
        await asked(t)
        with pytest.raises(AssertionError, match="hidden"):
            t.alice.slash(t.channel, "stats")
        for person in (t.alice, t.mod):
            refused = await person.slash(person.dm(), "stats").answer()
            assert refused.text == stats.ONLY_MODERATORS
        # An administrator of another server sees that one's alone.
        card = await t.stranger.slash(t.other, "stats").answer()
        assert "Nothing was asked in this server in 12 weeks." in card.text


async def test_without_what_draws_the_figures_come_alone(town, asked, monkeypatch):
    monkeypatch.setattr(stats, "can_draw", lambda: False)
    async with town() as t:
        await asked(t)
        card = await t.admin.slash(t.channel, "stats").answer()
        assert "2 questions" in card.text
        assert stats.NO_PICTURE in card.text
        assert card.attachments == []


async def test_a_channel_is_told_once_a_week_and_not_before_the_first_is_over(town):
    async with town() as t:
        today = date(2026, 3, 4)
        for back, number in ((7, 4), (14, 3)):
            day = (today - timedelta(days=back) - EPOCH).days
            await t.services.store._add(day, int(t.guild.id), "answer", number)
        channels = [int(t.channel.id), 123]
        told = [message.text for message in t.channel.messages]
        await tell_digests(t.bot, channels, today=today - timedelta(days=7))
        assert [message.text for message in t.channel.messages] == told
        await tell_digests(t.bot, channels, today=today)
        await tell_digests(t.bot, channels, today=today + timedelta(days=1))
        (digest,) = [m.text for m in t.channel.messages if "week of" in m.text]
        assert "**The week of 2026-02-23**" in digest
        assert "4 questions (+1 against the week before): 100 % answered, 0 % perhaps" in digest
        await tell_digests(t.bot, channels, today=today + timedelta(days=7))
        last = t.channel.messages[-1].text
        assert "**The week of 2026-03-02**" in last
        assert "Nobody asked." in last


async def test_no_channel_is_told_unless_the_owner_wants_it(town):
    async with town() as t:
        assert not t.bot.get_cog("Stats").digest.is_running()
    async with town(digest_channels=(5,)) as t:
        assert t.bot.get_cog("Stats").digest.is_running()


async def test_gaps_come_as_a_table_in_which_nothing_acts(town):
    async with town() as t:
        await ask(t, MISSED)
        listing = await t.mod.slash(t.channel, "gaps").answer()
        assert "taxes" in listing.text
        click = t.mod.click(listing, "CSV")
        await click.answer()
        (attachment,) = [a for m in (click.original, *click.followups) for a in m.attachments]
        assert attachment["filename"] == "gaps.csv"
        url = attachment["url"]
        data = (await t.bot.http.get_from_cdn(url)).decode("utf-8-sig")
        head, line, end = data.split("\r\n")
        assert head == "question,document,asked,wordings,last,answered_now"
        assert line.startswith(f"'{MISSED},,1,1,")
        assert line.endswith(",no")
        assert end == ""
        listing.only_for = None
        refused = t.alice.click(listing, "CSV")
        await t.server.until(
            lambda: refused.original and "Only moderators" in refused.original.text
        )


async def test_a_gap_that_new_documents_answer_is_counted_as_closed(town):
    async with town() as t:
        await ask(t, "Who levies the taxes of Vik?")
        (t.core.seeds / "taxes.md").write_text("# Taxes\n\nThe mayor levies the taxes of Vik.\n")
        card = await t.admin.slash(t.channel, "docs rebuild").answer()
        await t.server.until(lambda: "taxes.md" in card.text, what="the report")
        for _ in range(2):
            listing = await t.mod.slash(t.channel, "gaps").answer()
            assert "answer this now" in listing.text
        found = {one.name: one.number for one in await t.services.store.counts(int(t.guild.id))}
        assert found["closed"] == 1
