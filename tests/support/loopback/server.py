"""The whole server: it listens, judges what it hears, and lets a test wait for the bot."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self, TypeVar
from urllib.parse import quote

from aiohttp import web

from loopback.exchange import PREFIX, Exchange, Upload, refuse
from loopback.faults import Faults
from loopback.gateway import Gateway
from loopback.problems import Problem
from loopback.rest import Rest
from loopback.stage import Stage
from loopback.world import Channel, Message

Found = TypeVar("Found")
TOKEN = "loopback.token.of-a-bot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A request that Discord would refuse, or that no careful bot sends."""

    request: str
    problem: Problem

    def __str__(self) -> str:
        return f"{self.request}: {self.problem}"


class LoopbackDiscord(Stage):
    """The whole server; use it as an async context manager.

    Attributes:
        token: The one token it takes.
        requests: Every REST request, in order.
        violations: Every rule that a request broke; a test must end with none.
        faults: Failures of the REST side to be arranged.
        gateway: The websocket side, with the failures it knows.
        interaction_lifetime: Seconds for which an interaction's token works.
        syncs: The bulk overwrites of commands.
        typing: Channel and time of each typing sign.
    """

    def __init__(self, *, token: str = TOKEN, name: str = "verbatim") -> None:
        self.token = token
        super().__init__(name=name)
        self.interaction_lifetime = 15 * 60.0
        self.requests: list[Exchange] = []
        self.violations: list[Violation] = []
        self.syncs: list[Exchange] = []
        self.typing: list[tuple[Channel, float]] = []
        self.faults = Faults()
        self.gateway = Gateway(self)
        self.port = 0
        self.witnesses: list[Callable[[], str]] = []
        """What else to quote when a wait was in vain, such as the end of a bot's log."""
        self._files: dict[str, Upload] = {}
        self._rest = Rest(self)
        self._runner: web.AppRunner | None = None
        self._tick = asyncio.Event()

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self.port}{PREFIX}"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/gateway/"

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Listen on 127.0.0.1, on the port of before or else on any free one."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        self._rest.add_routes(app)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_get("/attachments/{channel}/{id}/{name}", self._download)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Stop listening and cut every connection."""
        self.gateway.drop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    # Judging and waiting.

    def blame(self, exchange: Exchange, problems: list[Problem]) -> None:
        """Record what is wrong with a request."""
        self.violations += [
            Violation(request=exchange.route, problem=problem) for problem in problems
        ]

    def judge(self, exchange: Exchange, problems: list[Problem]) -> None:
        """Record what is wrong with a request, and refuse it if Discord would."""
        self.blame(exchange, problems)
        refuse(problems)

    def forgive(self) -> list[str]:
        """Return the recorded violations and forget them: for a test that provokes some."""
        found = [str(violation) for violation in self.violations]
        self.violations.clear()
        return found

    def sent(self, route: str) -> list[Exchange]:
        """Return the requests whose ``"METHOD /template"`` begins with ``route``."""
        return [exchange for exchange in self.requests if exchange.route.startswith(route)]

    def notify(self) -> None:
        """Wake everybody who waits for a change."""
        tick, self._tick = self._tick, asyncio.Event()
        tick.set()

    async def until(
        self, probe: Callable[[], Found], *, within: float = 10, what: str = "it"
    ) -> Found:
        """Wait until ``probe`` returns something true, and return that.

        Raises:
            AssertionError: When ``within`` seconds went by; it says what was asked of the server.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        while not (found := probe()):
            left = end - loop.time()
            if left <= 0:
                recent = "\n".join(f"  {exchange}" for exchange in self.requests[-20:])
                recent += "".join(f"\n{witness()}" for witness in self.witnesses)
                raise AssertionError(
                    f"{within:g} s went by without {what}; last requests:\n{recent}"
                )
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._tick.wait(), min(left, 0.5))
        return found

    async def ready(self, *, within: float = 30) -> None:
        """Wait until a bot is connected and identified."""
        await self.until(lambda: self.gateway.online, within=within, what="a login")

    async def reply(self, message: Message, *, number: int = 0, within: float = 10) -> Message:
        """Wait for the bot's reply to a message: its ``number``-th."""

        def replies() -> Message | None:
            found = [
                item
                for item in message.channel.messages
                if item.author is self.bot and item.reply_to is message and not item.deleted
            ]
            return found[number] if len(found) > number else None

        return await self.until(replies, within=within, what=f"a reply to {message.content!r}")

    async def bot_message(
        self, channel: Channel, *, number: int = 0, within: float = 10
    ) -> Message:
        """Wait for the bot's ``number``-th message in a channel."""

        def said() -> Message | None:
            found = [
                item for item in channel.messages if item.author is self.bot and not item.deleted
            ]
            return found[number] if len(found) > number else None

        return await self.until(said, within=within, what=f"a message in #{channel.name}")

    async def edit_of(self, message: Message, *, versions: int = 2, within: float = 10) -> Message:
        """Wait until a message has had ``versions`` versions."""
        await self.until(
            lambda: len(message.versions) >= versions, within=within, what="an edit of a message"
        )
        return message

    # Files.

    def store_file(self, channel: Channel, attachment_id: str, name: str, file: Upload) -> str:
        """Keep an uploaded file and return the address it can be fetched from."""
        path = f"/attachments/{channel.id}/{attachment_id}/{quote(name)}"
        self._files[path] = file
        return f"http://127.0.0.1:{self.port}{path}"

    async def _download(self, request: web.Request) -> web.Response:
        file = self._files.get(request.raw_path.partition("?")[0])
        if file is None:
            raise web.HTTPNotFound
        packed = {"Content-Encoding": file.encoding} if file.encoding else {}
        return web.Response(body=file.data, headers={"Content-Type": file.kind, **packed})
