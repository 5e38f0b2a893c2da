"""/healthz and /metrics on a local port."""

import asyncio
from collections.abc import Callable, Sequence

from aiohttp import web

from bot.errors import DiscordError

__all__ = ["HealthServer"]

CONNECTIONS = 32
"""How many there are at once; for one more, the oldest is cut."""
CONNECTION_SECONDS = 5.0
"""How long one may take in all, from its first byte to the last of the response."""


class HealthServer:
    """Answers supervisors and Prometheus over HTTP, one request a connection."""

    def __init__(
        self,
        *,
        problems: Callable[[], Sequence[str]],
        metrics: Callable[[], bytes],
        host: str,
        port: int,
    ) -> None:
        """Prepare to listen.

        Args:
            problems: says what keeps the bot from answering now; healthy means nothing does.
            metrics: returns the metrics in Prometheus's text format.
            host: the address to listen on.
            port: the port to listen on.
        """
        self._current_problems = problems
        self._current_metrics = metrics
        self._host, self._port = host, port
        self._runner: web.AppRunner | None = None
        self._listening: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen.

        Raises:
            DiscordError: the port is taken or may not be used.
        """
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._metrics)
        app.on_response_prepare.append(_last_of_its_connection)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        try:
            # What aiohttp's own sites do, but that each connection has an end.
            self._listening = await asyncio.get_running_loop().create_server(
                self._connection, self._host, self._port, reuse_address=True
            )
        except OSError as error:
            await self._runner.cleanup()
            raise DiscordError(
                f"The health port {self._host}:{self._port} can't be used ({error.strerror});"
                " change VERBATIM_HEALTH_PORT or VERBATIM_HEALTH_HOST."
            ) from error

    async def close(self) -> None:
        """Stop listening."""
        if self._listening is not None:
            self._listening.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def _connection(self) -> asyncio.Protocol:
        """Make what serves a new connection, and see to its end: aiohttp waits for ever."""
        server = self._runner.server if self._runner is not None else None
        assert server is not None  # noqa: S101 - set up before anybody could connect
        for oldest in server.connections[: 1 - CONNECTIONS or None]:
            _cut(oldest)
        handler = server()
        asyncio.get_running_loop().call_later(CONNECTION_SECONDS, _cut, handler)
        return handler

    async def _healthz(self, _request: web.Request) -> web.Response:
        problems = list(self._current_problems())
        body = {"ok": not problems, "problems": problems}
        return web.json_response(body, status=503 if problems else 200)

    async def _metrics(self, _request: web.Request) -> web.Response:
        return web.Response(
            body=self._current_metrics(),
            headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"},
        )


async def _last_of_its_connection(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers["Connection"] = "close"
    response.force_close()


def _cut(handler: web.RequestHandler) -> None:
    if isinstance(handler.transport, asyncio.WriteTransport):
        handler.transport.abort()
