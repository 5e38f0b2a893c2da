"""Changes in the folder of documents are taken up once they are over, and nothing else is."""

import asyncio
import shutil
from contextlib import aclosing, suppress

import pytest

from bot.app.collections.sight import ALL
from bot.app.freshness import Freshness
from bot.app.pool import AnswerPool
from bot.app.watching import DocumentWatch, may_be_document, pauses
from retrieval.answering.searcher import open_index
from retrieval.errors import SeedsError
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

QUIET = 0.1
SOON = 20.0
"""Seconds; only a failing test waits for them."""


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text("The lamp burns whale oil.")
    return folder


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.md", True),
        ("deep/b.pdf", True),
        ("a new folder", True),
        (".a.md.swp", False),
        ("a.md~", False),
        ("#a.md#", False),
        (".#a.md", False),
        ("4913", False),
        ("a.md.part", False),
        ("a.pdf.crdownload", False),
        (".goutputstream-X1Y2", False),
        ("~$report.docx", False),
        (".~lock.a.odt#", False),
        (".git/a.md", False),
        ("picture.png", False),
    ],
)
def test_what_programs_write_beside_a_document_is_no_change_of_it(tmp_path, name, wanted):
    assert may_be_document(str(tmp_path / name), tmp_path) is wanted


async def first_pause(seeds, change, **options):
    """Start watching, make a change, and wait for the pause after it."""
    async with aclosing(pauses(seeds, quiet=QUIET, **options)) as told:
        await asyncio.wait_for(anext(told), SOON)  # since when the folder is watched
        change()
        await asyncio.wait_for(anext(told), SOON)


@pytest.mark.parametrize(
    "change",
    [
        lambda seeds: (seeds / "b.md").write_text("New."),
        lambda seeds: (seeds / "a.txt").write_text("Changed."),
        lambda seeds: (seeds / "a.txt").unlink(),
        lambda seeds: (seeds / "a.txt").rename(seeds / "c.txt"),
        lambda seeds: shutil.move(seeds.parent / "copy", seeds / "deep"),
    ],
    ids=["new", "changed", "removed", "renamed", "folder"],
)
async def test_a_change_is_told(seeds, change):
    shutil.copytree(seeds, seeds.parent / "copy")
    await first_pause(seeds, lambda: change(seeds))


async def test_temporary_files_are_not_told(seeds):
    def save_as_vim_does():
        (seeds / "4913").write_text("")
        (seeds / "4913").unlink()
        (seeds / ".a.txt.swp").write_text("x")
        (seeds / "b.pdf.part").write_text("x")

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(first_pause(seeds, save_as_vim_does), 1.5)


async def test_many_changes_in_a_row_are_one(seeds):
    told = 0
    async with aclosing(pauses(seeds, quiet=0.4)) as watch:
        await asyncio.wait_for(anext(watch), SOON)
        waiting = asyncio.ensure_future(anext(watch))
        for number in range(20):
            (seeds / f"{number}.txt").write_text("A sentence of it.")
            await asyncio.sleep(0.02)
        await asyncio.wait_for(waiting, SOON)
        told += 1
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(watch), 1.0)
    assert told == 1


async def test_what_happened_before_is_looked_at_at_once(seeds):
    """Whoever has just built knows nothing of what was written meanwhile."""
    async with aclosing(pauses(seeds, quiet=QUIET)) as watch:
        await asyncio.wait_for(anext(watch), SOON)
        (seeds / "b.md").write_text("Written while the first pause is seen to.")
        await asyncio.sleep(0.3)
        await asyncio.wait_for(anext(watch), SOON)


def moved_away_and_back(seeds):
    seeds.rename(seeds.parent / "away")
    yield
    (seeds.parent / "away").rename(seeds)


def made_anew(seeds):
    shutil.rmtree(seeds)
    seeds.mkdir()
    yield


def put_in_its_place(seeds):
    seeds.rename(seeds.parent / "away")
    shutil.copytree(seeds.parent / "away", seeds)
    yield


def parent_moved_away_and_back(seeds):
    parent = seeds.parent
    parent.rename(parent.with_name("gone"))
    yield
    parent.with_name("gone").rename(parent)


def link_swapped(seeds):
    other = shutil.copytree(seeds, seeds.parent / "other")
    seeds.unlink()
    seeds.symlink_to(other)
    yield


@pytest.mark.parametrize("pause", [0, 0.5], ids=["at once", "later"])
@pytest.mark.parametrize(
    "change",
    [moved_away_and_back, made_anew, put_in_its_place, parent_moved_away_and_back, link_swapped],
)
async def test_another_folder_in_its_place_is_seen_and_watched(tmp_path, change, pause):
    real = tmp_path / "parent" / "real"
    real.mkdir(parents=True)
    (real / "a.txt").write_text("The lamp burns whale oil.")
    seeds = real
    if change is link_swapped:
        seeds = tmp_path / "parent" / "seeds"
        seeds.symlink_to(real)
    told = asyncio.Semaphore(0)

    async def watch():
        async with aclosing(pauses(seeds, quiet=QUIET, glance=0.1)) as watching:
            async for _pause in watching:
                told.release()

    async def settled():
        """Wait for a pause, and then until there are no more."""
        await asyncio.wait_for(told.acquire(), SOON / 2)
        with suppress(TimeoutError):
            while True:
                await asyncio.wait_for(told.acquire(), 0.8)

    task = asyncio.create_task(watch())
    await settled()
    for _step in change(seeds):
        await asyncio.sleep(pause)
    if pause or change is not parent_moved_away_and_back:  # else nobody can tell, nor has to
        await settled()
    (seeds / "b.md").write_text("New.")
    await settled()
    task.cancel()


async def test_a_folder_that_comes_later_is_found(tmp_path):
    seeds = tmp_path / "later"
    async with aclosing(pauses(seeds, quiet=QUIET, look=0.2)) as watch:
        await asyncio.wait_for(anext(watch), SOON)
        seeds.mkdir()
        await asyncio.wait_for(anext(watch), SOON)


class Rebuild:
    """The bot's rebuild without a process of its own."""

    def __init__(self, seeds, index, freshness):
        self.seeds, self.index, self.freshness = seeds, index, freshness
        self.count = 0
        self.error = None

    def __call__(self, progress, *, origin=""):
        self.count += 1
        if self.error is not None:
            raise self.error
        files = self.freshness.look()
        report = build_index(self.seeds, self.index, HashEncoder())
        self.freshness.remember(files, report.build_id)
        return report

    def stop(self):
        """Nothing runs."""


@pytest.fixture
async def bot(seeds, tmp_path):
    """A pool over an index of the folder, what watches for it, and its rebuild."""
    store = open_store(tmp_path / "index")
    fresh = Freshness(seeds=seeds, file=tmp_path / "seeds.json", store=store)
    rebuild = Rebuild(seeds, tmp_path / "index", fresh)
    rebuild(None)
    rebuild.count = 0
    pool = AnswerPool(
        open_source=lambda: open_index(tmp_path / "index", HashEncoder()),
        newest_build=store.current,
        rebuild=rebuild,
        embed=lambda questions: HashEncoder().encode_queries(questions).vectors,
    )
    await pool.start()
    yield pool, DocumentWatch(pool, fresh), rebuild
    await pool.close()


async def test_a_running_bot_takes_a_new_document_up(bot, seeds):
    pool, watch, rebuild = bot
    assert not await watch.take_up()
    (seeds / "b.md").write_text("# Quay\n\nThe quay is closed in winter.\n")
    assert await watch.take_up()
    assert {document.path for document in pool.documents(ALL)} == {"a.txt", "b.md"}
    assert not await watch.take_up()
    assert rebuild.count == 1


async def test_a_copy_of_the_same_bytes_is_no_change(bot, seeds):
    _, watch, rebuild = bot
    (seeds / "a.txt").write_text("The lamp burns whale oil.")
    assert not await watch.take_up()
    assert rebuild.count == 0


async def test_a_rebuild_that_fails_is_tried_again_after_the_next_change_only(bot, seeds):
    pool, watch, rebuild = bot
    rebuild.error = SeedsError("Nothing can be indexed")
    (seeds / "a.txt").unlink()
    assert not await watch.take_up()
    assert not await watch.take_up()
    assert rebuild.count == 1
    assert len(pool.documents(ALL)) == 1
    rebuild.error = None
    (seeds / "b.txt").write_text("The quay is closed in winter.")
    assert await watch.take_up()
    assert [document.path for document in pool.documents(ALL)] == ["b.txt"]


async def test_a_state_that_was_gone_back_to_stays_until_a_document_changes(bot, seeds, tmp_path):
    pool, watch, rebuild = bot
    (seeds / "b.md").write_text("# Quay\n\nThe quay is closed in winter.\n")
    assert await watch.take_up()
    store = open_store(tmp_path / "index")
    first = store.builds()[-1]
    store.rollback(first)
    await pool.index.refresh()
    assert pool.info.build_id == first
    assert not await watch.take_up()
    (seeds / "b.md").touch()
    assert not await watch.take_up()
    assert rebuild.count == 1
    # Somebody who builds all the same undoes nothing either.
    assert (await pool.rebuild(lambda *_: None)).held == first
    assert not await watch.take_up()
    assert pool.info.build_id == first
    (seeds / "c.md").write_text("# Fees\n\nFees are paid in advance.\n")
    assert await watch.take_up()
    assert {document.path for document in pool.documents(ALL)} == {"a.txt", "b.md", "c.md"}


async def test_it_watches_until_it_is_told_to_stop(bot, seeds):
    pool, watch, _ = bot
    task = asyncio.create_task(watch.run())
    await asyncio.sleep(0.3)
    (seeds / "b.txt").write_text("The quay is closed in winter.")
    for _ in range(int(SOON * 20)):
        if len(pool.documents(ALL)) == 2:
            break
        await asyncio.sleep(0.05)
    assert len(pool.documents(ALL)) == 2
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
