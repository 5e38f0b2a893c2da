"""What the health port and Prometheus are told about the running bot."""

import time

from bot.discord.monitoring import metrics_text, problems


async def test_a_bot_that_is_connected_and_has_an_index_has_no_problems(world):
    async with world() as w:
        bot = w.bot()
        assert problems(bot) == []
        bot._down[0] = time.monotonic() - 7
        assert problems(bot) == ["not connected to Discord for 7 s"]


async def test_the_gauges_are_read_when_they_are_asked_for(world):
    async with world() as w:
        text = metrics_text(w.bot()).decode()
        assert "verbatim_documents 2.0" in text
        assert "verbatim_servers 1.0" in text
        await w.alice.slash(w.channel, "ask", question="Who built the lighthouse in 1853?")
        text = metrics_text(w.bot()).decode()
        assert 'verbatim_questions_total{door="slash",outcome="answered"} 1.0' in text
