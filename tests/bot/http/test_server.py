"""The health port: /healthz and /metrics."""

import socket

import aiohttp
import pytest

from bot.errors import DiscordError
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
