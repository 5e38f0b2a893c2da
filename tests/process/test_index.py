"""The index changes under a running bot, and nobody's question is lost."""

import asyncio
import signal

import pytest

from loopback import world

pytestmark = pytest.mark.timeout(300)

NEWS = "The Ferry to Harrow\n\nThe ferry to Harrow Point leaves at half past six every morning.\n"
FERRY = "When does the ferry to Harrow Point leave?"
LIGHTHOUSE = "When was the lighthouse built?"


async def test_a_new_index_is_taken_up_while_questions_are_asked(server, make_bot):
    people = [server.add_person(f"person{number}") for number in range(4)]
    channel = server.add_channel(server.add_guild("Guild", *people), "general")
    async with make_bot(server, user_per_minute=1000, channel_per_minute=1000) as bot:
        await bot.online()
        before = await people[0].slash(channel, "ask", question=FERRY).answer()
        assert "half past six" not in before.text

        (bot.folder / "seeds" / "ferry.txt").write_text(NEWS, "utf-8")
        indexing = asyncio.create_task(_index(make_bot, server, bot))
        asked = []
        while not bot.events("index switched"):
            asked.append(people[len(asked) % 4].slash(channel, "ask", question=LIGHTHOUSE))
            await asyncio.sleep(0.1)
        assert await indexing == 0
        for interaction in asked:
            await interaction.acknowledged()
            assert "1853" in (await interaction.answer()).text

        after = await people[1].slash(channel, "ask", question=FERRY).answer()
        assert "half past six" in after.text
        assert "Traceback" not in bot.log


async def _index(make_bot, server, bot) -> int:
    async with make_bot(server, "index", beside=bot) as indexer:
        code = await indexer.ended(within=60)
        assert code == 0, indexer.log
        return code


async def test_an_administrator_rebuilds_from_discord(server, make_bot):
    alice, ruler = server.add_person("alice"), server.add_person("ruler")
    guild = server.add_guild("Guild", alice, ruler)
    channel = server.add_channel(guild, "general")
    server.give_role(guild, ruler.user, "rulers", world.ADMINISTRATOR)
    async with make_bot(server) as bot:
        await bot.online()
        (bot.folder / "seeds" / "ferry.txt").write_text(NEWS, "utf-8")
        (bot.folder / "seeds" / "bakery.txt").unlink()

        rebuild = ruler.slash(channel, "docs rebuild")
        await rebuild.acknowledged()
        board = await rebuild.answer()
        assert rebuild.ephemeral
        first = board.versions[0]
        await server.until(lambda: "ferry.txt" in board.text, within=60, what="the diff at the end")
        assert board.versions[0] == first != board.text
        assert "bakery.txt" in board.text

        answer = await alice.slash(channel, "ask", question=FERRY).answer()
        assert "half past six" in answer.text
        assert "Traceback" not in bot.log


async def test_a_running_bot_takes_up_a_new_document_by_itself(server, make_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    async with make_bot(server) as bot:
        await _index(make_bot, server, bot)
        await bot.online()
        (bot.folder / "seeds" / "ferry.txt").write_text(NEWS, "utf-8")
        (bot.folder / "seeds" / ".ferry.txt.swp").write_text(NEWS, "utf-8")
        await server.until(
            lambda: bot.events("documents taken up"), within=90, what="the new document"
        )
        (told,) = bot.events("documents taken up")
        assert (told["added"], told["changed"], told["removed"], told["skipped"]) == (1, 0, 0, 0)
        answer = await alice.slash(channel, "ask", question=FERRY).answer()
        assert "half past six" in answer.text
        bot.signal()
        assert await bot.ended(within=30) == 0
        assert "Traceback" not in bot.log


async def test_the_index_is_kept_up_to_date_until_ctrl_c(server, make_bot):
    async with make_bot(server, "index", "--watch") as indexer:
        await server.until(lambda: "Watching" in indexer.log, within=60, what="the first build")
        (indexer.folder / "seeds" / "ferry.txt").write_text(NEWS, "utf-8")
        # What is written just before the system reports changes is seen at the next look, a minute
        # later at most.
        await server.until(
            lambda: "+ added    ferry.txt" in indexer.log, within=90, what="the new document"
        )
        indexer.signal(signal.SIGINT)
        assert await indexer.ended(within=30) == 0
        assert "Traceback" not in indexer.log
