"""The websocket side of the server: Discord's gateway, version 10."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from loopback.payloads import guild_create_json, message_event_json, user_json
from loopback.sessions import (
    ACK,
    DIRECT_MESSAGES,
    GUILD_MESSAGES,
    GUILDS,
    HEARTBEAT,
    HELLO,
    IDENTIFY,
    INVALID_SESSION,
    MESSAGE_CONTENT,
    PRESENCE,
    PRIVILEGED,
    RECONNECT,
    REQUEST_MEMBERS,
    RESUME,
    VOICE,
    Beat,
    Connection,
    Session,
)
from loopback.world import Guild, Message

if TYPE_CHECKING:
    from loopback.server import LoopbackDiscord


class Gateway:
    """All connections and sessions, and the ways in which they can be made to fail.

    Attributes:
        interval: Seconds between heartbeats that HELLO asks for.
        privileged: The privileged intents that the application was granted.
        refusing: Answer 503 to every new connection, as a gateway that is down.
        log: What happened, in order: ("identify" | "resume" | "close", details).
    """

    def __init__(self, server: "LoopbackDiscord") -> None:
        self._server = server
        self.interval = 41.25
        self.privileged = 0
        self.refusing = False
        self.sessions: dict[str, Session] = {}
        self.connections: list[Connection] = []
        self.beats: list[Beat] = []
        self.log: list[tuple[str, Any]] = []

    @property
    def online(self) -> bool:
        """Whether a bot is connected and identified now."""
        return any(session.connection is not None for session in self.sessions.values())

    def count(self, kind: str) -> int:
        """Return how often "identify", "resume" or "close" happened."""
        return sum(entry[0] == kind for entry in self.log)

    # What a test may do to the bot's connections.

    def drop(self) -> None:
        """Cut every connection without a close frame; the sessions can be resumed."""
        for connection in list(self.connections):
            connection.abort()
            if connection.session is not None:
                connection.session.connection = None

    def mute(self) -> None:
        """Send nothing more over the present connections, as if they had died unnoticed."""
        for connection in self.connections:
            connection.muted = True

    def close(self, code: int) -> None:
        """Close every connection with ``code``."""
        for connection in list(self.connections):
            connection.close(code)

    def ask_to_reconnect(self) -> None:
        """Send RECONNECT, as Discord does before it restarts a gateway."""
        for connection in list(self.connections):
            connection.send({"op": RECONNECT, "d": None})

    def invalidate(self, *, resumable: bool = False) -> None:
        """Send INVALID_SESSION; unless ``resumable``, the sessions are forgotten."""
        for connection in list(self.connections):
            connection.send({"op": INVALID_SESSION, "d": resumable})
        if not resumable:
            self.sessions.clear()

    # What happens in the world.

    def dispatch(
        self, event: str, data: dict, *, guild: Guild | None = None, intent: int = 0
    ) -> None:
        """Send one event to every session that it concerns."""
        self._dispatch(event, lambda session: data, guild, intent)

    def dispatch_message(self, event: str, message: Message) -> None:
        """Send a message to every session that may see it, blanked where it may not be read."""
        guild = message.channel.guild
        if message.only_for is not None or (guild and not guild.has_bot):
            return
        if guild and not self._server.bot_sees(message.channel):
            return
        self._dispatch(
            event,
            lambda session: message_event_json(
                message, with_content=self._readable(session, message)
            ),
            guild,
            GUILD_MESSAGES if guild else DIRECT_MESSAGES,
        )

    def _dispatch(
        self, event: str, data: Callable[[Session], dict], guild: Guild | None, intent: int
    ) -> None:
        for session in self.sessions.values():
            if session.wants(guild, intent):
                session.dispatch(event, data(session))

    def _readable(self, session: Session, message: Message) -> bool:
        """Tell whether a bot without the Message Content intent is given this message's content."""
        bot = self._server.bot
        if (
            session.intents & MESSAGE_CONTENT
            or message.channel.guild is None
            or message.author is bot
        ):
            return True
        if f"<@{bot.id}>" in message.content or f"<@!{bot.id}>" in message.content:
            return True
        # Replies to an interaction's response do not count as mentions here, ping or no ping.
        replied = message.reply_to
        return bot in message.mentions and replied is not None and replied.interaction is None

    # The protocol.

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one websocket."""
        if self.refusing:
            raise web.HTTPServiceUnavailable
        if request.query.get("v") != "10" or request.query.get("encoding") != "json":
            socket = web.WebSocketResponse()
            await socket.prepare(request)
            await socket.close(code=4012)
            return socket
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        connection = Connection(socket, request, self.interval)
        self.connections.append(connection)
        connection.send(
            {"op": HELLO, "d": {"heartbeat_interval": round(self.interval * 1000), "_trace": []}}
        )
        writer = asyncio.create_task(connection.write())
        watch = asyncio.create_task(self._watch(connection))
        try:
            await self._converse(connection)
            if connection.socket.closed is False:
                with contextlib.suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(asyncio.shield(writer), 1)
        finally:
            for task in (writer, watch):
                task.cancel()
            self._ended(connection)
        return socket

    async def _converse(self, connection: Connection) -> None:
        while True:
            packet = await connection.read()
            if packet is None:
                return
            code = packet if isinstance(packet, int) else self._answer(connection, packet)
            if code is not None:
                self.log.append(("refused", code))
                connection.close(code)
                self._server.notify()
                return

    def _answer(self, connection: Connection, packet: dict) -> int | None:
        """React to one packet; return the close code it deserves, if any."""
        op, data = packet["op"], packet.get("d")
        if op == HEARTBEAT:
            return self._heartbeat(connection, data)
        if connection.flooding():
            return 4008
        if op == IDENTIFY:
            return 4005 if connection.session else self._identify(connection, data)
        if op == RESUME:
            return 4005 if connection.session else self._resume(connection, data)
        if connection.session is None:
            return 4003
        return None if op in {PRESENCE, VOICE, REQUEST_MEMBERS} else 4001

    def _heartbeat(self, connection: Connection, sequence: object) -> int | None:
        if sequence is not None and not isinstance(sequence, int):
            return 4002
        connection.beat()
        self.beats.append(connection.beats[-1])
        connection.send({"op": ACK})
        return None

    def _identify(self, connection: Connection, data: object) -> int | None:
        if not isinstance(data, dict) or not {"token", "properties", "intents"} <= data.keys():
            return 4002
        if data["token"] != self._server.token:
            return 4004
        intents = data["intents"]
        if not isinstance(intents, int) or intents < 0 or intents >= 1 << 26:
            return 4013
        if intents & PRIVILEGED & ~self.privileged:
            return 4014
        index, total = data.get("shard") or (0, 1)
        if not 0 <= index < total:
            return 4010
        session = Session(intents=intents, shard=(index, total), connection=connection)
        connection.session = session
        self.sessions[session.id] = session
        self.log.append(("identify", data))
        self._greet(session)
        self._server.notify()
        return None

    def _greet(self, session: Session) -> None:
        server = self._server
        guilds = [guild for guild in server.guilds if guild.has_bot and session.wants(guild, 0)]
        session.dispatch(
            "READY",
            {
                "v": 10,
                "user": user_json(server.bot)
                | {"verified": True, "mfa_enabled": False, "flags": 0},
                "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds],
                "session_id": session.id,
                "resume_gateway_url": server.gateway_url,
                "shard": list(session.shard),
                "application": {"id": server.application_id, "flags": server.application_flags},
                "_trace": [],
            },
        )
        if session.intents & GUILDS:
            for guild in guilds:
                session.dispatch("GUILD_CREATE", guild_create_json(guild, server.bot))

    def _resume(self, connection: Connection, data: object) -> int | None:
        if not isinstance(data, dict) or not {"token", "session_id", "seq"} <= data.keys():
            return 4002
        if data["token"] != self._server.token:
            return 4004
        session = self.sessions.get(data["session_id"])
        if session is None or data["seq"] is None:
            connection.send({"op": INVALID_SESSION, "d": False})
            return None
        if data["seq"] > session.sequence:
            return 4007
        self.log.append(("resume", data))
        session.replay(connection, data["seq"])
        self._server.notify()
        return None

    async def _watch(self, connection: Connection) -> None:
        """Close a connection whose heartbeats stopped."""
        opened = time.monotonic()
        while True:
            await asyncio.sleep(self.interval / 4)
            last = connection.beats[-1].at if connection.beats else opened
            if time.monotonic() - last > 2 * connection.interval + 5:
                self.log.append(("zombie", time.monotonic() - last))
                connection.close(4009)
                return

    def _ended(self, connection: Connection) -> None:
        self.connections.remove(connection)
        code = connection.closed_with or connection.socket.close_code
        self.log.append(("close", code))
        session = connection.session
        if session is not None and session.connection is connection:
            session.connection = None
            # A client that closes with 1000 or 1001 gives its session up.
            if code in {1000, 1001}:
                self.sessions.pop(session.id, None)
        self._server.notify()
