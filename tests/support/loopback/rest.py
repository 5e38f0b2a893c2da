"""The REST side of the server: what every request goes through, and the table of routes."""

import asyncio
import json
import traceback
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from loopback import openapi
from loopback.exchange import PREFIX, Exchange, answer, check_form, open_exchange, read_body, refuse
from loopback.faults import RateLimits
from loopback.problems import ApiError, Problem
from loopback.routes_commands import CommandRoutes
from loopback.routes_interactions import InteractionRoutes
from loopback.routes_messages import MessageRoutes
from loopback.routes_world import WorldRoutes

if TYPE_CHECKING:
    from loopback.server import LoopbackDiscord

Handler = Callable[[Exchange], Awaitable[Any]]


class Rest:
    """Judges every request, lets arranged faults befall it, and hands it to its route."""

    def __init__(self, server: "LoopbackDiscord") -> None:
        self._server = server
        self.limits = RateLimits()

    def add_routes(self, app: web.Application) -> None:
        """Register every route under the API's prefix."""
        for group in (WorldRoutes, MessageRoutes, InteractionRoutes, CommandRoutes):
            for route, handler in group(self._server).table().items():
                method, template = route.split(" ")
                app.router.add_route(method, PREFIX + template, self._wrap(handler))
        app.router.add_route("*", PREFIX + "/{tail:.*}", self._wrap(self._unserved))

    def _wrap(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(request: web.Request) -> web.StreamResponse:
            exchange = open_exchange(request)
            self._server.requests.append(exchange)
            try:
                response = await self._serve(request, exchange, handler)
            except ApiError as error:
                response = _error(error)
            except Exception as error:
                # A fault of this server must fail the test, not look like an outage of Discord's.
                problem = Problem(code="SERVER_BUG", message=f"{type(error).__name__}: {error}")
                self._server.blame(exchange, [problem])
                traceback.print_exc()
                response = _broken(500)
            exchange.status = response.status
            exchange.seconds = asyncio.get_running_loop().time() - exchange.at
            self._server.notify()
            return response

        return serve

    async def _serve(
        self, request: web.Request, exchange: Exchange, handler: Handler
    ) -> web.Response:
        problems = await read_body(request, exchange)
        faults = self._server.faults.take(exchange.route)
        for fault in faults:
            await asyncio.sleep(fault.delay)
        for fault in faults:
            if fault.error is not None:
                raise fault.error
            if fault.html is not None and not fault.afterwards:
                return _broken(fault.html)
        authorization = request.headers.get("Authorization")
        if exchange.needs_token and authorization != f"Bot {self._server.token}":
            raise ApiError(401, 0, "401: Unauthorized")
        headers = self.limits.spend(exchange.route, exchange.major)
        problems += check_form(request, exchange)
        self._server.blame(exchange, problems)
        refuse(problems)
        result = await handler(exchange)
        for fault in faults:
            if fault.html is not None:
                return _broken(fault.html)
        return answer(result, headers)

    async def _unserved(self, exchange: Exchange) -> Any:
        document = openapi.load()
        if document is not None and (template := document.template(exchange.path)):
            message = f"this server does not play {exchange.method} {template}"
            self._server.blame(exchange, [Problem(code="NOT_PLAYED", message=message)])
            raise ApiError(501, 0, message)
        raise ApiError(404, 0, "404: Not Found")


def _error(error: ApiError) -> web.Response:
    return web.Response(
        status=error.status,
        body=json.dumps(error.body).encode(),
        headers={**error.headers, "Content-Type": "application/json"},
    )


def _broken(status: int) -> web.Response:
    return web.Response(status=status, text="<html>upstream error</html>", content_type="text/html")
