"""Adding and removing documents, on the disk and from Discord."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime

import discord
import pytest
from structlog.testing import capture_logs

from bot.app.collections.policy import CollectionPolicy, Readers
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


def test_whoever_adds_and_removes_at_once_no_version_is_lost(tmp_path):
    def library():
        return DocumentLibrary(
            seeds=tmp_path / "seeds", removed=tmp_path / "removed", max_bytes=10**6
        )

    def work(writer):
        mine = library()
        for number in range(20):
            mine.add("a.md", f"{writer}/{number}\n".encode() * 500)
            if number % 5 == 4:
                # Another one may have removed it just before.
                with suppress(LibraryError):
                    mine.remove("a.md")

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(work, range(6)))
    library().add("a.md", b"last")
    written = {f"{writer}/{number}\n".encode() * 500 for writer in range(6) for number in range(20)}
    kept = [file.read_bytes() for file in (tmp_path / "removed").iterdir()]
    assert set(kept) == written
    assert len(kept) == len(written)
    assert [file.name for file in (tmp_path / "seeds").iterdir()] == ["a.md"]


def test_versions_of_one_moment_are_all_kept(documents, tmp_path, monkeypatch):
    monkeypatch.setattr("bot.app.document_library.datetime", Standing)
    for number in range(5):
        documents.add("a.md", str(number).encode())
    kept = {file.read_bytes() for file in (tmp_path / "removed").iterdir()}
    assert kept == {b"0", b"1", b"2", b"3"}


class Standing(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz=None):
        return cls(2026, 1, 1, tzinfo=tz)


@pytest.mark.parametrize("failing", [1, 2])
def test_a_full_disk_leaves_what_was_there_and_nothing_half(
    documents, tmp_path, monkeypatch, failing
):
    documents.add("a.md", b"old")
    synced = []

    def fsync(descriptor):
        synced.append(descriptor)
        if len(synced) >= failing:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fsync)
    with pytest.raises(LibraryError, match="No space left"):
        documents.add("a.md", b"new")
    monkeypatch.undo()
    assert [f.read_bytes() for f in (tmp_path / "seeds").iterdir()] == [b"old"]
    assert [f for f in (tmp_path / "removed").iterdir() if f.name.endswith("partial")] == []
    assert {f.read_bytes() for f in (tmp_path / "removed").iterdir()} <= {b"old"}


@pytest.mark.parametrize("letter", ["x", "ü", "字", "𓀀"])
def test_a_long_name_fits_into_every_file_system(documents, tmp_path, letter):
    kept = documents.add(letter * 300 + ".md", TEXT)
    documents.add(letter * 300 + ".md", TEXT)
    assert (tmp_path / "seeds" / kept).read_bytes() == TEXT
    assert len(kept.encode()) <= 200


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


async def test_an_administrator_changes_what_is_for_their_server_alone(world, read, tmp_path):
    async with world() as w:
        role = w.guild.create_role("A", permissions=discord.Permissions(administrator=True))
        admin = w.guild.add_member(w.env.create_user("admin"), roles=[role])
        for result in (
            await admin.slash(w.channel, "docs add", file=("new.md", TEXT)),
            await admin.slash(w.channel, "docs remove", document="handbook.md"),
            await admin.slash(w.channel, "docs list"),
        ):
            assert result.ephemeral
            assert "No collection of documents is for this server alone" in result.response.content
        assert not (tmp_path / "seeds").exists()

        here, elsewhere = (Readers(servers=frozenset({n})) for n in (w.guild.id, 7))
        shared = Readers(servers=frozenset({w.guild.id, 7}))
        named = {"records": here, "abbey": elsewhere, "shared": shared}
        object.__setattr__(w.services(), "collections", CollectionPolicy(named=named))
        with capture_logs() as logs:
            result = await admin.slash(w.channel, "docs add", file=("new.md", TEXT))
        assert (tmp_path / "seeds" / "records" / "new.md").read_bytes() == TEXT
        assert "index is up to date" in read(result.response)
        (added,) = (one for one in logs if one["event"] == "document added")
        assert (added["path"], added["user"]) == ("records/new.md", admin.id)
        for collection in ("abbey", "shared", "nowhere"):
            result = await admin.slash(
                w.channel, "docs add", file=("new.md", TEXT), collection=collection
            )
            assert f"I know no collection {collection}; there are: records" in (
                result.response.content
            )
        (tmp_path / "seeds" / "records" / "ledger.txt").write_bytes(TEXT)
        w.shelf.published = w.shelf.coming
        await w.services().pool.index.refresh()
        await admin.slash(w.channel, "docs remove", document="records/ledger.txt")
        assert not (tmp_path / "seeds" / "records" / "ledger.txt").exists()
        here_too = CollectionPolicy(named={"records": here, "more": here})
        object.__setattr__(w.services(), "collections", here_too)
        result = await admin.slash(w.channel, "docs add", file=("new.md", TEXT))
        assert "into which collection" in result.response.content


async def test_who_is_no_administrator_changes_nothing(world, tmp_path):
    async with world() as w:
        for command in ("docs add", "docs remove", "docs list"):
            options = {
                "docs add": {"file": ("new.md", TEXT)},
                "docs remove": {"document": "handbook.md"},
            }
            result = await w.alice.user.slash(command, **options.get(command, {}))
            assert "Only administrators" in result.response.content
        assert not (tmp_path / "seeds").exists()


def test_a_collection_is_a_folder_however_the_file_system_writes_its_name(documents, tmp_path):
    (tmp_path / "seeds" / "Bu\u0308ro").mkdir(parents=True)
    assert documents.add("a.md", TEXT, collection="B\u00fcro") == "Bu\u0308ro/a.md"
    assert documents.add("a.md", TEXT, collection="new") == "new/a.md"
    documents.remove("new/a.md")
    assert not (tmp_path / "seeds" / "new" / "a.md").exists()
