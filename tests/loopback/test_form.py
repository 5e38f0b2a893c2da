"""The loopback server judges every request it gets: by stock library, and by hand."""

import aiohttp
import discord
import pytest

from loopback import openapi


async def test_what_breaks_a_rule_is_answered_50035_and_recorded(server, stock_bot, room):
    _, channel = room
    bot = await stock_bot()
    target = bot.get_channel(int(channel.id))
    with pytest.raises(discord.HTTPException) as caught:
        await target.send("x" * 2001)
    assert (caught.value.status, caught.value.code) == (400, 50035)
    assert "2000 or fewer" in caught.value.text
    with pytest.raises(discord.HTTPException) as caught:
        await target.send(" ")
    assert caught.value.code == 50006
    await target.send("@everyone", allowed_mentions=discord.AllowedMentions.all())

    codes = " ".join(server.forgive())
    assert "BASE_TYPE_MAX_LENGTH" in codes
    assert "EMPTY_MESSAGE" in codes
    assert "LIVE_MENTION" in codes


@pytest.fixture
async def by_hand(server):
    """Send a request as no library would; return status and body, and what was recorded."""
    async with aiohttp.ClientSession() as session:

        async def send(
            method, path, *, kind="application/json", agent="DiscordBot (a, 1)", **options
        ):
            headers = {"Authorization": f"Bot {server.token}", "User-Agent": agent}
            if kind and "data" in options:
                headers["Content-Type"] = kind
            async with session.request(
                method, server.api_url + path, headers=headers, **options
            ) as response:
                return response.status, await response.json(), " ".join(server.forgive())

        yield send


async def test_the_form_of_a_request_is_judged(server, by_hand, room):
    _, channel = room
    path = f"/channels/{channel.id}/messages"
    for kind in ("application/json; charset=utf-8", "text/plain"):
        status, body, recorded = await by_hand("POST", path, kind=kind, data='{"content": "x"}')
        assert (status, body["code"]) == (400, 50035)
        assert "CONTENT_TYPE_INVALID" in recorded
    status, _, recorded = await by_hand("POST", path, data="{no json")
    assert status == 400
    assert "INVALID_JSON" in recorded
    status, _, recorded = await by_hand("POST", path, data='{"content": "x"}', agent="curl/8")
    assert status == 400
    assert "USER_AGENT" in recorded


@pytest.mark.skipif(openapi.load() is None, reason="shared/discord/openapi.json is not at hand")
async def test_requests_are_judged_by_the_openapi_document(server, by_hand, room):
    _, channel = room
    path = f"/channels/{channel.id}/messages"
    for route, wanted in (
        (("GET", "/nonsense"), "UNKNOWN_ROUTE"),
        (("GET", f"/guilds/{channel.guild.id}/audit-logs"), "NOT_PLAYED"),
        (("DELETE", "/gateway"), "UNKNOWN_ROUTE"),
        (("GET", f"{path}?limit=1000"), "NUMBER_TYPE_MAX"),
        (("GET", f"{path}?colour=red"), "UNKNOWN_QUERY"),
        (("GET", f"{path}?before=yesterday"), "BASE_TYPE_INVALID"),
    ):
        status, _, recorded = await by_hand(*route)
        assert status >= 400
        assert wanted in recorded
    status, body, recorded = await by_hand("POST", path, data='{"content": 5, "embeds": {}}')
    assert body["errors"].keys() == {"content", "embeds"}
    status, body, recorded = await by_hand("POST", path)
    assert "needs a body" in recorded
    status, _, recorded = await by_hand(
        "PUT",
        f"/applications/{server.application_id}/commands",
        data='[{"name": "ask", "description": "x", "options": [{"type": 99, "name": "a"}]}]',
    )
    assert status == 400
    assert recorded
