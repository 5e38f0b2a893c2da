"""Adding and removing documents, on the disk and from Discord."""

import discord
import pytest

from bot.app.document_library import DocumentLibrary
from bot.errors import LibraryError

TEXT = b"Title\n\nA sentence.\n"


@pytest.fixture
def documents(tmp_path):
    return DocumentLibrary(seeds=tmp_path / "seeds", removed=tmp_path / "removed", max_bytes=100)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("guide.md", "guide.md"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\win.txt", "win.txt"),
        (".hidden.md", "hidden.md"),
        ("a:b*c?.txt", "a-b-c-.txt"),
        ("Übersicht (neu).md", "Übersicht (neu).md"),
        ("x" * 300 + ".md", "x" * 97 + ".md"),
    ],
)
def test_a_name_leads_nowhere_else(documents, tmp_path, name, kept):
    assert documents.add(name, TEXT) == kept
    assert (tmp_path / "seeds" / kept).read_bytes() == TEXT


@pytest.mark.parametrize("name", ["virus.exe", "noending", ".md", "a.txt.zip"])
def test_what_cannot_be_read_is_refused(documents, name):
    with pytest.raises(LibraryError, match=r"\.md"):
        documents.add(name, TEXT)


def test_what_is_too_large_is_refused(documents):
    with pytest.raises(LibraryError, match="larger than"):
        documents.check("a.md", 101)


def test_replaced_and_removed_documents_are_kept_aside(documents, tmp_path):
    documents.add("a.md", b"old")
    documents.add("a.md", b"new")
    documents.remove("a.md")
    assert not (tmp_path / "seeds" / "a.md").exists()
    assert {f.read_bytes() for f in (tmp_path / "removed").iterdir()} == {b"old", b"new"}
    assert [f.name for f in (tmp_path / "seeds").iterdir()] == []


@pytest.mark.parametrize("path", ["none.md", "../outside.md", "/etc/passwd"])
def test_only_documents_can_be_removed(documents, tmp_path, path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "outside.md").write_text("x")
    with pytest.raises(LibraryError):
        documents.remove(path)
    assert (tmp_path / "outside.md").exists()


async def test_whoever_runs_the_bot_adds_and_removes_from_discord(world, read, tmp_path):
    async with world() as w:
        role = w.guild.create_role("A", permissions=discord.Permissions(administrator=True))
        owner = w.guild.add_member(w.env.create_user("owner"), roles=[role])
        w.bot().owner_id = owner.id
        result = await owner.slash(w.channel, "docs add", file=("new.md", TEXT))
        assert result.ephemeral
        assert (tmp_path / "seeds" / "new.md").read_bytes() == TEXT
        assert "index is up to date" in read(result.response)
        (tmp_path / "seeds" / "handbook.md").write_bytes(TEXT)
        offered = await owner.autocomplete(w.channel, "docs remove", "document", "light")
        assert offered[0]["value"] == "handbook.md"
        await owner.slash(w.channel, "docs remove", document="handbook.md")
        assert not (tmp_path / "seeds" / "handbook.md").exists()
        result = await owner.slash(w.channel, "docs add", file=("new.exe", TEXT))
        assert "can't read" in result.response.content


async def test_an_administrator_who_does_not_run_it_may_not(world, tmp_path):
    async with world() as w:
        role = w.guild.create_role("A", permissions=discord.Permissions(administrator=True))
        admin = w.guild.add_member(w.env.create_user("admin"), roles=[role])
        for result in (
            await admin.slash(w.channel, "docs add", file=("new.md", TEXT)),
            await admin.slash(w.channel, "docs remove", document="handbook.md"),
        ):
            assert result.ephemeral
            assert "Only whoever runs me" in result.response.content
        assert not (tmp_path / "seeds").exists()
