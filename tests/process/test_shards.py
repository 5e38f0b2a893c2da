"""Two processes share the work of one bot, on one index and one answer store."""

import pytest

from loopback import world


@pytest.mark.slow
async def test_two_processes_serve_two_shards_from_one_folder(server, make_bot):
    alice = server.add_person("alice")
    guilds = [
        server.add_guild(f"Guild {shard}", alice, guild_id=world.snowflake_on(shard, 2))
        for shard in range(2)
    ]
    channels = [server.add_channel(guild, "general") for guild in guilds]
    async with (
        make_bot(server, shard_count=2, shard_ids=0) as first,
        make_bot(server, beside=first, shard_count=2, shard_ids=1) as second,
    ):
        await server.until(lambda: server.gateway.count("identify") == 2, within=60)
        shards = sorted(
            details["shard"] for kind, details in server.gateway.log if kind == "identify"
        )
        assert shards == [[0, 2], [1, 2]]
        for channel in channels:
            question = alice.say(channel, "When was the lighthouse built?", mention=True)
            reply = await server.reply(question, within=20)
            assert "1853" in reply.text
            assert "whale oil" in (await alice.click(reply, "Context").answer()).text
        replies = [m for channel in channels for m in channel.messages if m.author is server.bot]
        assert sum(not message.ephemeral for message in replies) == 2
        assert len(server.syncs) == 1
        assert "Traceback" not in first.log + second.log
