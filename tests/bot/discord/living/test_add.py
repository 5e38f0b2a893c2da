"""/docs add with several files and with a modal, as everybody who may try."""

import shutil
import subprocess

import pytest

from bot.discord.charge import NOT_IN_CHARGE

FEES = b"# Fees\n\nFees are paid in advance at the kiosk.\n"
FERRY = b"The Ferry\n\nThe ferry leaves at half past six.\n"


async def report(t, interaction, *words):
    card = await interaction.answer(within=30)
    await t.server.until(lambda: all(word in card.text for word in words), what=f"{words}")
    return card.text


async def test_several_files_are_added_in_one_step_by_whoever_runs_the_bot(town):
    async with town() as t:
        before = len(t.store.builds())
        add = t.owner.slash(
            t.channel, "docs add", file=("fees.md", FEES), file3=("ferry.txt", FERRY)
        )
        text = await report(t, add, "2 added: fees.md, ferry.txt")
        assert add.ephemeral
        assert "2 unchanged" in text
        assert (t.core.seeds / "fees.md").read_bytes() == FEES
        assert len(t.store.builds()) == before + 1
        answer = t.alice.slash(t.channel, "ask", question="When does the ferry leave?")
        assert "half past six" in (await answer.answer()).text
        assert await t.services.store.changed_by() == {t.store.current(): (int(t.owner.id),)}


async def test_a_document_can_be_written_and_replaces_one_of_its_title(town):
    async with town() as t:
        for words, sign in (("in advance", "added"), ("at the kiosk", "changed")):
            form = t.owner.slash(t.channel, "docs add")
            await form.acknowledged()
            sent = t.owner.submit(form, "Fees / tolls", f"Fees are paid {words}.")
            await report(t, sent, f"1 {sign}: Fees - tolls.md")
        written = (t.core.seeds / "Fees - tolls.md").read_text()
        assert written == "# Fees / tolls\n\nFees are paid at the kiosk.\n"
        answer = await t.alice.slash(t.channel, "ask", question="Where are fees paid?").answer()
        assert "at the kiosk" in answer.text


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"file": ("fees.md", FEES), "file2": ("a.exe", b"x")}, "of a kind that I can't read"),
        ({"file": ("fees.md", FEES), "file2": ("fees.md", FERRY)}, "would be called fees.md"),
        ({"file": ("fees.md", b"x" * 20_000_001)}, "is larger than 20 MB"),
    ],
)
async def test_none_is_added_unless_all_can_be(town, files, said):
    async with town() as t:
        before = t.store.current()
        refused = await t.owner.slash(t.channel, "docs add", **files).answer()
        assert said in refused.text.replace("\\", "")
        assert not (t.core.seeds / "fees.md").exists()
        assert t.store.current() == before


async def test_a_file_that_is_gone_from_discord_is_told_and_nothing_is_added(town):
    async with town() as t:
        t.server._files.clear()
        add = t.owner.slash(
            t.channel, "docs add", file=("fees.md", FEES), file2=("ferry.txt", FERRY)
        )
        t.server._files.clear()
        card = await add.answer()
        assert "couldn't be downloaded; please attach it again" in card.text.replace("\\", "")
        assert not (t.core.seeds / "fees.md").exists()


async def test_nobody_else_adds_a_document(town):
    async with town() as t:
        for person, channel in ((t.alice, t.alice.dm()), (t.mod, t.mod.dm())):
            refused = await person.slash(channel, "docs add", file=("fees.md", FEES)).answer()
            assert refused.text == NOT_IN_CHARGE
        for person in (t.alice, t.mod):
            with pytest.raises(AssertionError, match="hidden"):
                person.slash(t.channel, "docs add")
        # What is for everyone is not an administrator's to change, of this server or another.
        form = t.owner.slash(t.channel, "docs add")
        await form.acknowledged()
        for person, channel in ((t.admin, t.channel), (t.stranger, t.other)):
            refused = await person.slash(channel, "docs add", file=("fees.md", FEES)).answer()
            assert "No collection of documents is for this server alone" in refused.text
        form.channel = t.channel
        sent = await t.admin.submit(form, "Fees", "None are paid.").answer()
        assert "No collection of documents is for this server alone" in sent.text
        assert not (t.core.seeds / "Fees.md").exists()


@pytest.fixture
def read_only(core):
    """Close the folder of documents, as compose.yaml does, or skip where tests may not mount."""
    seeds = str(core.seeds)
    steps = [["--bind", seeds, seeds], ["-o", "remount,bind,ro", seeds]]
    if shutil.which("mount") is None or any(
        subprocess.run(["mount", *step], capture_output=True).returncode for step in steps
    ):
        pytest.skip("mounting needs more rights than this user has")
    yield
    subprocess.run(["umount", "-l", seeds], check=True)


@pytest.mark.usefixtures("read_only")
async def test_where_the_folder_is_read_only_each_way_says_so(town):
    async with town() as t:
        before = t.store.current()
        form = t.owner.slash(t.channel, "docs add")
        await form.acknowledged()
        for asked in (
            t.owner.slash(t.channel, "docs add", file=("fees.md", FEES)),
            t.owner.submit(form, "Fees", "Fees are paid in advance."),
            t.owner.slash(t.channel, "docs remove", document="quay.md"),
            t.owner.slash(t.channel, "docs remove", document="lamp.md"),
        ):
            said = (await asked.answer(within=30)).text
            assert "can't be written (Read-only file system); whoever runs me" in said
        assert t.store.current() == before
        assert {one.name for one in t.core.seeds.iterdir()} == {"lamp.md", "quay.md"}
