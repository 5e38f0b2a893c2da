"""/docs show, as everybody who may try."""

import pytest

from bot.app.collections.sight import ALL
from bot.discord.showing import NO_DOCUMENT, ONLY_ADMINISTRATORS

LONG = "# Log\n\n" + "\n\n".join(f"Ship {number} came in at dawn." for number in range(100))


@pytest.fixture
def with_log(core):
    (core.seeds / "log.md").write_text(LONG + "\n\n```\n@everyone *look* <@123>\n```\n")


async def test_only_those_in_charge_look_into_documents(town):
    async with town() as t:
        refused = await t.alice.slash(t.alice.dm(), "docs show", document="lamp.md").answer()
        assert refused.text == ONLY_ADMINISTRATORS
        for person in (t.alice, t.mod):
            with pytest.raises(AssertionError, match="hidden"):
                person.slash(t.channel, "docs show", document="lamp.md")
        typed = t.alice.autocomplete(t.alice.dm(), "docs show", "document", document="")
        await typed.acknowledged()
        assert typed.choices == []
        for person, channel in ((t.admin, t.channel), (t.stranger, t.other), (t.owner, t.channel)):
            shown = person.slash(channel, "docs show", document="lamp.md")
            text = (await shown.answer()).text
            assert shown.ephemeral
            assert "**The Lamp**\n-# lamp\\.md" in text.replace("lamp.md", "lamp\\.md")
            assert "`3` The lamp of the lighthouse burns whale oil." in text
            assert "`5` It was lit in 1853." in text
            assert "page 1 of 1" in text


async def test_a_long_document_has_pages_and_opens_at_a_line(town, with_log):
    async with town() as t:
        card = await t.admin.slash(t.channel, "docs rebuild").answer()
        await t.server.until(lambda: "1 added: log.md" in card.text, what="the report")
        typed = t.admin.autocomplete(t.channel, "docs show", "document", document="lo")
        await typed.acknowledged()
        assert [choice["value"] for choice in typed.choices] == ["log.md"]
        page = await t.admin.slash(t.channel, "docs show", document="log.md").answer()
        assert "page 1 of" in page.text
        assert "`3` Ship 0 came in" in page.text
        page = await t.admin.click(page, "▶️").answer()
        assert "page 2 of" in page.text
        assert "`41` Ship 19 came in" in page.text
        page = await t.admin.click(page, "⏭️").answer()
        assert "Ship 99 came in" in page.text
        page = await t.admin.click(page, "◀️").answer()
        page = await t.admin.click(page, "⏮️").answer()
        assert "page 1 of" in page.text
        opened = await t.admin.slash(t.channel, "docs show", document="log.md", line=103).answer()
        assert "`103` Ship 50 came in" in opened.text
        last = await t.admin.slash(t.channel, "docs show", document="log.md", line=9999).answer()
        # What stands in it acts on nobody.
        assert "@everyone" not in last.text
        assert "<@123>" not in last.text


async def test_a_page_of_a_document_that_is_gone_is_one_sentence(town, with_log):
    async with town() as t:
        await t.admin.slash(t.channel, "docs rebuild").answer()
        await t.server.until(lambda: len(t.services.pool.documents(ALL)) == 3, what="the log")
        page = await t.admin.slash(t.channel, "docs show", document="log.md").answer()
        (t.core.seeds / "log.md").unlink()
        await t.admin.slash(t.channel, "docs rebuild").answer()
        await t.server.until(lambda: len(t.services.pool.documents(ALL)) == 2, what="no log")
        click = t.admin.click(page, "▶️")
        await t.server.until(lambda: click.original and click.original.text == NO_DOCUMENT)
        unknown = await t.admin.slash(t.channel, "docs show", document="nowhere").answer()
        assert unknown.text == NO_DOCUMENT
        page.only_for = None
        refused = t.mod.click(page, "▶️")
        await t.server.until(
            lambda: refused.original and refused.original.text == ONLY_ADMINISTRATORS
        )
