"""/healthz and /metrics on a local port."""

from collections.abc import Callable, Sequence

from aiohttp import web

from bot.errors import DiscordError

__all__ = ["HealthServer"]


class HealthServer:
    """Answers supervisors and Prometheus over HTTP."""

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

    async def start(self) -> None:
        """Listen.

        Raises:
            DiscordError: the port is taken or may not be used.
        """
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._metrics)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise DiscordError(
                f"The health port {self._host}:{self._port} can't be used ({error.strerror});"
                " change VERBATIM_HEALTH_PORT or VERBATIM_HEALTH_HOST."
            ) from error

    async def close(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _healthz(self, _request: web.Request) -> web.Response:
        problems = list(self._current_problems())
        body = {"ok": not problems, "problems": problems}
        return web.json_response(body, status=503 if problems else 200)

    async def _metrics(self, _request: web.Request) -> web.Response:
        return web.Response(
            body=self._current_metrics(),
            headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"},
        )
