"""Discord answers 503 for a minute: whoever asked meanwhile gets an answer after it."""

import asyncio

import pytest

DRONES = "Who supplies Azerbaijan's drones?"
POSTING = "POST /channels/{channel_id}/messages"
SECONDS = 60
QUESTIONS = 40


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_no_question_of_an_outage_is_lost_or_answered_twice(server, make_bot):
    people = [server.add_person(f"person{number}") for number in range(QUESTIONS)]
    guild = server.add_guild("Guild", *people)
    channels = [server.add_channel(guild, f"room{number}") for number in range(8)]
    async with make_bot(server, user_per_minute=100, channel_per_minute=1000) as bot:
        await bot.online()
        await server.until(lambda: bot.events("ready"), within=20)
        server.faults.server_error(POSTING, times=float("inf"), status=503)
        server.faults.server_error("PATCH /webhooks", times=float("inf"), status=503)
        asked, said = [], []
        for number, person in enumerate(people):
            channel = channels[number % len(channels)]
            if number % 2:
                asked.append(person.slash(channel, "ask", question=DRONES))
            else:
                said.append(person.say(channel, DRONES, mention=True))
            await asyncio.sleep(SECONDS / QUESTIONS)
        server.faults.clear()
        for interaction in asked:
            assert "Israel" in (await interaction.answer(within=60)).text
        for question in said:
            assert "Israel" in (await server.reply(question, within=60)).text
        await asyncio.sleep(2)
        answers = [
            message
            for channel in channels
            for message in channel.messages
            if message.author is server.bot and not message.deleted
        ]
        assert len(answers) == QUESTIONS
