"""/ask, as somebody in a server uses it."""

import asyncio


def test_ask_shows_the_cited_sentence(world, read, labels):
    async def scenario():
        async with world() as w:
            result = await w.alice.slash(w.channel, "ask", question="Who built the lighthouse in 1853?")
            assert not result.ephemeral
            text = read(result.response)
            assert "**The lighthouse was built in 1853 by Ada Brown.**" in text
            assert "Handbook of the Lighthouse › line 3" in text
            assert "High confidence" in text
            assert labels(result.response) == [
                "More", "Context", "Sources", "👍", "👎", "Follow up", "Dismiss"]

    asyncio.run(scenario())
