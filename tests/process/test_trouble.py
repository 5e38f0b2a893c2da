"""Discord is slow, down or forbidding, and `verbatim run` loses no question over it."""

import asyncio

import pytest

# The first test waits for the model’s export where there is none yet.
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(300)]

DRONES = "Who supplies Azerbaijan's drones?"
POSTING = "POST /channels/{channel_id}/messages"


async def test_a_broken_connection_loses_no_question(room):
    server, alice, channel = room
    resumed = server.gateway.count("resume")
    server.gateway.drop()
    question = alice.say(channel, DRONES, mention=True)
    assert "Israel" in (await server.reply(question, within=20)).text
    assert server.gateway.count("resume") == resumed + 1
    assert server.gateway.count("identify") == 1


@pytest.mark.parametrize("fault", ["429", "global 429", "502", "slow"])
async def test_trouble_on_the_way_delays_an_answer_and_loses_none(room, fault):
    server, alice, channel = room
    if fault == "502":
        server.faults.server_error(POSTING, times=2)
    elif fault == "slow":
        server.faults.slow(1.5, "", times=3)
    else:
        server.faults.rate_limit(POSTING, scope="global" if "global" in fault else "user")
    question = alice.say(channel, DRONES, mention=True)
    assert "Israel" in (await server.reply(question, within=20)).text
    replies = [message for message in channel.messages if message.reply_to is question]
    assert len(replies) == 1


async def test_a_slow_discord_does_not_lose_an_interaction(room):
    server, alice, channel = room
    server.faults.slow(1.0, "POST /interactions")
    server.faults.slow(2.0, "/webhooks/")
    asked = alice.slash(channel, "ask", question=DRONES)
    assert await asked.acknowledged() == 5
    assert "Israel" in (await asked.answer(within=20)).text


async def test_an_interaction_that_is_over_is_let_go(room):
    server, alice, channel = room
    fault = server.faults.refuse("/callback", status=404, code=10062, message="Unknown interaction")
    lost = alice.slash(channel, "ask", question=DRONES)
    await server.until(lambda: fault.hits)
    await asyncio.sleep(0.3)
    assert lost.response is None
    assert [one.path for one in server.requests if lost.token in one.path][1:] == []
    assert "Israel" in (await alice.slash(channel, "ask", question=DRONES).answer()).text


async def test_a_token_that_runs_out_costs_one_answer_and_no_more(room):
    server, alice, channel = room
    fault = server.faults.refuse(
        "PATCH /webhooks", status=401, code=50027, message="Invalid Webhook Token"
    )
    alice.slash(channel, "ask", question=DRONES)
    await server.until(lambda: fault.hits)
    assert "Israel" in (await alice.slash(channel, "ask", question=DRONES).answer()).text


async def test_a_permission_lost_on_the_way_is_not_tried_again(room):
    server, alice, channel = room
    fault = server.faults.refuse(POSTING, code=50013)
    alice.say(channel, DRONES, mention=True)
    await server.until(lambda: fault.hits)
    await asyncio.sleep(0.5)
    posted = [one for one in server.sent(POSTING) if one.params["channel_id"] == channel.id]
    assert len(posted) == 1


async def test_an_answer_goes_with_its_deleted_question(room):
    server, alice, channel = room
    question = alice.say(channel, DRONES, mention=True)
    reply = await server.reply(question)
    alice.delete(question)
    await server.until(lambda: reply.deleted, what="the end of the answer")


async def test_a_question_deleted_before_its_answer_breaks_nothing(room):
    server, alice, channel = room
    server.faults.slow(0.5, "POST /channels/{channel_id}/typing", times=1)
    question = alice.say(channel, DRONES, mention=True)
    await server.until(lambda: any(place.endswith("/typing") for place in _paths(server)))
    alice.delete(question)
    later = alice.say(channel, "When was the lighthouse built?", mention=True)
    assert "1853" in (await server.reply(later)).text


def _paths(server):
    return [exchange.path for exchange in server.requests[-5:]]


async def test_a_request_to_reconnect_is_followed(room):
    server, alice, channel = room
    resumed = server.gateway.count("resume")
    server.gateway.ask_to_reconnect()
    await server.until(lambda: server.gateway.count("resume") == resumed + 1)
    assert "Israel" in (await server.reply(alice.say(channel, DRONES, mention=True))).text
