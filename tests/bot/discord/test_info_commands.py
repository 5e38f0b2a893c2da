"""/sources, /help, /status, /privacy and /forget."""

import pytest

QUESTION = "Who built the lighthouse in 1853?"


@pytest.mark.parametrize("command", ["sources", "help", "status", "privacy", "forget"])
async def test_only_whoever_asks_sees_it_and_it_works_in_a_dm_too(world, command):
    async with world() as w:
        assert (await w.alice.slash(w.channel, command)).ephemeral
        assert (await w.alice.user.slash(command)).acknowledged


async def test_sources_lists_titles_paths_and_links(world, read):
    async with world(source_url="https://docs.example/{path}") as w:
        text = read((await w.alice.slash(w.channel, "sources")).response)
        assert "2 documents" in text
        assert "[Handbook of the Lighthouse](<https://docs.example/handbook.md>)" in text
        assert "records/ledger.txt" in text


async def test_many_sources_are_paged_and_the_pages_turn_after_a_restart(world, read, labels):
    async with world() as w:
        for number in range(30):
            w.shelf.published.texts[f"doc{number:02}.md"] = f"Title {number}\n\nText.\n"
        await w.restart()
        listing = (await w.alice.slash(w.channel, "sources")).response
        assert "page 1 of 3" in read(listing)
        assert labels(listing) == ["▶️"]
        await w.alice.click(listing, custom_id="verbatim:2:documents:1")
        assert "page 2 of 3" in read(listing)
        assert labels(listing) == ["◀️", "▶️"]


async def test_status_says_how_old_how_large_and_how_fast(world, read):
    async with world() as w:
        assert "none yet" in read((await w.alice.slash(w.channel, "status")).response)
        await w.alice.slash(w.channel, "ask", question=QUESTION)
        text = read((await w.alice.slash(w.channel, "status")).response)
        assert "2 documents, 9 sentences, 1.5 MB" in text
        assert "<t:1767225600:R>" in text
        assert "shared words" in text
        assert "half within" in text


async def test_status_says_that_files_have_changed_since(world, read):
    async with world() as w:
        freshness, info = w.services().freshness, w.services().pool.info
        freshness.seeds.mkdir()
        freshness.remember({}, info.build_id)
        (freshness.seeds / "new.md").write_text("News.")
        text = read((await w.alice.slash(w.channel, "status")).response)
        # The two that are indexed are gone, and one is new.
        assert "3 files in my folder have changed since: `/docs rebuild` takes them in" in text


async def test_privacy_says_what_is_kept_and_forget_me_deletes_it(world, read):
    async with world() as w:
        await w.alice.slash(w.channel, "ask", question=QUESTION)
        await w.bob.slash(w.channel, "ask", question=QUESTION)
        card = (await w.alice.slash(w.channel, "privacy")).response
        assert "1 answer of yours" in read(card)
        assert "for 30 days" in read(card)
        await w.alice.click(card, label="Forget me")
        assert "1 answer of yours" in read(card)
        assert "deleted" in read(card)
        assert await w.services().store.count(w.alice.id) == 0
        assert await w.services().store.count(w.bob.id) == 1
