"""One REST request: reading it, judging its form, and answering in Discord's manner."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from loopback import openapi
from loopback.problems import ApiError, Problem, invalid_form

PREFIX = "/api/v10"


@dataclass(slots=True, kw_only=True, eq=False)
class Upload:
    """One uploaded file."""

    name: str
    kind: str
    data: bytes
    encoding: str | None = None
    """What ``data`` is packed with, for a file that unpacks to more than it is."""


@dataclass(slots=True, kw_only=True, eq=False)
class Exchange:
    """A request and, once answered, its status."""

    method: str
    path: str
    template: str
    params: Mapping[str, str]
    query: Mapping[str, str]
    at: float
    body: Any = None
    files: dict[int, Upload] = field(default_factory=dict)
    status: int = 0
    seconds: float = 0.0

    @property
    def route(self) -> str:
        return f"{self.method} {self.template}"

    @property
    def needs_token(self) -> bool:
        """Interaction callbacks and webhooks carry their token in the path."""
        return "{webhook_token}" not in self.template and "{interaction_token}" not in self.template

    @property
    def major(self) -> str:
        """The parameter that rate limits are kept apart by."""
        for name in ("channel_id", "guild_id", "webhook_token", "interaction_token"):
            if name in self.params:
                return self.params[name]
        return ""

    def flag(self, name: str) -> bool:
        return self.query.get(name, "").lower() in {"1", "true"}

    def __str__(self) -> str:
        return f"{self.method} {self.path} → {self.status or 'unanswered'}"


def open_exchange(request: web.Request) -> Exchange:
    """Return the request's route and parameters; its body is read later, by `read_body`."""
    resource = request.match_info.route.resource
    path = request.path.removeprefix(PREFIX)
    template = resource.canonical.removeprefix(PREFIX) if resource else path
    if "tail" in request.match_info:
        document = openapi.load()
        template = (document and document.template(path)) or path
    return Exchange(
        method=request.method,
        path=path,
        template=template,
        params=dict(request.match_info),
        query=dict(request.query),
        at=asyncio.get_running_loop().time(),
    )


async def read_body(request: web.Request, exchange: Exchange) -> list[Problem]:
    """Read body and files into ``exchange``; return what is wrong with the request's form."""
    if not request.body_exists or request.content_length == 0:
        return []
    kind = request.headers.get("Content-Type", "")
    if kind.startswith("multipart/form-data"):
        return await _read_multipart(request, exchange)
    raw = await request.read()
    if not raw:
        return []
    problems = []
    if kind != "application/json":
        message = f"Content-Type must be exactly application/json, not {kind!r}"
        problems.append(Problem(code="CONTENT_TYPE_INVALID", message=message))
    try:
        exchange.body = json.loads(raw)
    except ValueError:
        problems.append(Problem(code="INVALID_JSON", message="The body is not JSON"))
    return problems


async def _read_multipart(request: web.Request, exchange: Exchange) -> list[Problem]:
    problems = []
    size = 0
    async for part in await request.multipart():
        data = bytes(await part.read())  # type: ignore[union-attr]
        name = part.name or ""  # type: ignore[union-attr]
        size += len(data)
        if name == "payload_json":
            try:
                exchange.body = json.loads(data)
            except ValueError:
                problems.append(Problem(path=(name,), code="INVALID_JSON", message="Not JSON"))
        elif name.startswith("files[") and name.endswith("]") and name[6:-1].isdecimal():
            exchange.files[int(name[6:-1])] = Upload(
                name=part.filename or "unknown",  # type: ignore[union-attr]
                kind=part.headers.get("Content-Type", "application/octet-stream"),
                data=data,
            )
        else:
            message = "Only payload_json and files[n] are known"
            problems.append(Problem(path=(name,), code="UNKNOWN_PART", message=message))
    if (
        any(len(file.data) > 10 * 1024 * 1024 for file in exchange.files.values())
        or size > 25 * 1024 * 1024
    ):
        raise ApiError(413, 40005, "Request entity too large")
    return problems


def check_form(request: web.Request, exchange: Exchange) -> list[Problem]:
    """Return how the request departs from Discord's OpenAPI document, if that is at hand."""
    problems = []
    if exchange.needs_token and not request.headers.get("User-Agent", "").startswith(
        "DiscordBot ("
    ):
        problems.append(
            Problem(code="USER_AGENT", message="User-Agent must be DiscordBot (url, version)")
        )
    document = openapi.load()
    if document is None:
        return problems
    operation = document.operation(exchange.template, exchange.method)
    if operation is None:
        message = f"{exchange.route} is not in Discord's API"
        return [*problems, Problem(code="UNKNOWN_ROUTE", message=message, refused=False)]
    problems += document.check_query(exchange.template, exchange.method, exchange.query)
    if exchange.body is not None:
        problems += document.check_body(exchange.template, exchange.method, exchange.body)
    elif (operation.get("requestBody") or {}).get("required"):
        problems.append(Problem(code="BASE_TYPE_REQUIRED", message="This request needs a body"))
    return problems


def answer(result: Any, headers: Mapping[str, str]) -> web.Response:
    """Return a handler's result as a response: None is 204, a tuple is status and body."""
    status, body = result if isinstance(result, tuple) else (204 if result is None else 200, result)
    if body is None:
        return web.Response(status=status, headers=headers)
    # discord.py compares the content type as a whole, so no charset may follow.
    return web.Response(
        status=status,
        body=json.dumps(body).encode(),
        headers={**headers, "Content-Type": "application/json"},
    )


def refuse(problems: list[Problem]) -> None:
    """Raise the 400 for what Discord does not accept.

    Raises:
        ApiError: If any of ``problems`` makes Discord refuse.
    """
    if refused := [problem for problem in problems if problem.refused]:
        raise invalid_form(refused)
