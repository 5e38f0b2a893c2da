"""The health port: /healthz and /metrics."""

import asyncio
import socket
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.errors import DiscordError
from bot.http import server
from bot.http.server import HealthServer


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


async def get(port, path):
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as response,
    ):
        return response.status, await response.text()


async def test_health_tells_the_problems_and_metrics_are_made_anew_each_time():
    problems, asked, port = [], [], free_port()

    def metrics():
        asked.append("metrics")
        return f"verbatim_asked {len(asked)}.0\n".encode()

    health = HealthServer(problems=lambda: problems, metrics=metrics, host="127.0.0.1", port=port)
    await health.start()
    try:
        assert await get(port, "/healthz") == (200, '{"ok": true, "problems": []}')
        assert await get(port, "/metrics") == (200, "verbatim_asked 1.0\n")
        assert await get(port, "/metrics") == (200, "verbatim_asked 2.0\n")
        problems.append("no index")
        assert await get(port, "/healthz") == (503, '{"ok": false, "problems": ["no index"]}')
    finally:
        await health.close()


async def test_a_taken_health_port_is_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        health = HealthServer(problems=list, metrics=bytes, host="127.0.0.1", port=port)
        with pytest.raises(DiscordError, match="VERBATIM_HEALTH_PORT"):
            await health.start()


@asynccontextmanager
async def listening():
    port = free_port()
    health = HealthServer(problems=list, metrics=bytes, host="127.0.0.1", port=port)
    await health.start()
    try:
        yield port
    finally:
        await health.close()


async def begin(port, sent=b"GET /healthz HTTP/1.1\r\nHost: a\r\n"):
    """Open a connection and send half a request."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent)
    await writer.drain()
    return reader, writer


async def ended(reader):
    try:
        return not await reader.read()
    except ConnectionError:
        return True


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET /healthz HTTP/1.1\r\nHost: a\r\n",
        b"POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nx",
    ],
    ids=["nothing", "half a head", "half a body"],
)
async def test_half_a_request_is_not_held_for_ever(monkeypatch, sent):
    monkeypatch.setattr(server, "CONNECTION_SECONDS", 0.2)
    async with listening() as port:
        reader, writer = await begin(port, sent)
        async with asyncio.timeout(20):
            try:
                while await reader.read(65536):
                    pass
            except ConnectionError:
                pass
        writer.close()


async def test_however_many_connect_few_are_held_and_whoever_asks_is_answered():
    async with listening() as port:
        opened = [await begin(port) for _ in range(server.CONNECTIONS * 3)]
        assert await get(port, "/healthz") == (200, '{"ok": true, "problems": []}')
        waiting = [asyncio.ensure_future(ended(reader)) for reader, _ in opened]
        _, held = await asyncio.wait(waiting, timeout=1)
        assert len(held) <= server.CONNECTIONS
        for task in held:
            task.cancel()
        for _, writer in opened:
            writer.close()


async def test_a_connection_ends_with_its_response():
    async with listening() as port:
        reader, writer = await begin(port, b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        async with asyncio.timeout(4):
            said = await reader.read()
        assert b"Connection: close" in said
        assert said.endswith(b'{"ok": true, "problems": []}')
        writer.close()
