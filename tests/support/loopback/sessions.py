"""Gateway sessions: what a bot is sent, kept to be sent again after a lost connection."""

import asyncio
import json
import secrets
import time
import zlib
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from loopback.world import Guild

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME = 0, 1, 2, 3, 4, 6
RECONNECT, REQUEST_MEMBERS, INVALID_SESSION, HELLO, ACK = 7, 8, 9, 10, 11

GUILDS, GUILD_MEMBERS, GUILD_PRESENCES = 1 << 0, 1 << 1, 1 << 8
GUILD_MESSAGES, GUILD_REACTIONS = 1 << 9, 1 << 10
DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 12, 1 << 15
PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT
REPLAYED = 1000
"""How many events a session remembers."""


@dataclass(slots=True, kw_only=True, eq=False)
class Beat:
    """One heartbeat: when it came (monotonic seconds) and by how much after its due time."""

    at: float
    late: float


class Connection:
    """One websocket, its compression and its outgoing queue."""

    def __init__(
        self, socket: web.WebSocketResponse, request: web.Request, interval: float
    ) -> None:
        self.socket = socket
        self.interval = interval
        self.beats: list[Beat] = []
        self.sends: deque[float] = deque()
        self.muted = False
        self.closed_with: int | None = None
        """The close code that this server chose, where it was the one to close."""
        self.session: Session | None = None
        self._transport = request.transport
        self._deflate = (
            zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        )
        self._queue: asyncio.Queue[dict | int | None] = asyncio.Queue()

    def send(self, packet: dict) -> None:
        """Queue a packet; it leaves in order, without blocking the caller."""
        self._queue.put_nowait(packet)

    def close(self, code: int) -> None:
        """Queue a clean close with ``code``, after what is already queued."""
        self._queue.put_nowait(code)

    def abort(self) -> None:
        """Cut the connection as a broken cable would: no close frame, nothing flushed."""
        if self._transport is not None:
            self._transport.abort()
        self._queue.put_nowait(None)

    def beat(self) -> None:
        """Note a heartbeat. The first may come at any time up to one interval after HELLO."""
        at = time.monotonic()
        late = at - self.beats[-1].at - self.interval if self.beats else 0.0
        self.beats.append(Beat(at=at, late=max(0.0, late)))

    def flooding(self) -> bool:
        """Count one client packet; tell whether there were more than 120 in a minute."""
        at = time.monotonic()
        self.sends.append(at)
        while self.sends[0] < at - 60:
            self.sends.popleft()
        return len(self.sends) > 120

    async def write(self) -> None:
        """Send what is queued until the connection is to be closed."""
        while True:
            item = await self._queue.get()
            if item is None:
                return
            if isinstance(item, int):
                self.closed_with = item
                await self.socket.close(code=item)
                return
            if self.muted:
                continue
            raw = json.dumps(item).encode()
            try:
                if self._deflate is None:
                    await self.socket.send_str(raw.decode())
                else:
                    packed = self._deflate.compress(raw) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
                    await self.socket.send_bytes(packed)
            except (ConnectionError, RuntimeError):
                return

    async def read(self) -> Any:
        """Return the next packet, None when the connection ended, or a close code for a bad one."""
        message = await self.socket.receive()
        if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
            return None
        if len(message.data) > 4096:
            return 4002
        try:
            packet = json.loads(message.data)
        except ValueError:
            return 4002
        return packet if isinstance(packet, dict) and "op" in packet else 4002


@dataclass(slots=True, kw_only=True, eq=False)
class Session:
    """What one IDENTIFY started; it outlives its connections."""

    intents: int
    shard: tuple[int, int] = (0, 1)
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    sequence: int = 0
    sent: deque[dict] = field(default_factory=lambda: deque(maxlen=REPLAYED))
    connection: Connection | None = None

    def wants(self, guild: Guild | None, intent: int) -> bool:
        """Tell whether an event of ``guild`` under ``intent`` belongs to this session."""
        shard = (int(guild.id) >> 22) % self.shard[1] if guild else 0
        return shard == self.shard[0] and (not intent or bool(self.intents & intent))

    def dispatch(self, event: str, data: dict) -> None:
        """Send an event, or keep it for the RESUME if there is no connection now."""
        self.sequence += 1
        packet = {"op": DISPATCH, "t": event, "s": self.sequence, "d": data}
        self.sent.append(packet)
        if self.connection is not None:
            self.connection.send(packet)

    def replay(self, connection: Connection, after: int) -> None:
        """Send again, over a new connection, every event after sequence number ``after``."""
        self.connection = connection
        connection.session = self
        for packet in list(self.sent):
            if packet["s"] > after:
                connection.send(packet)
        self.dispatch("RESUMED", {"_trace": []})
