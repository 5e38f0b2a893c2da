"""What exists on the server: users, guilds, channels, roles, messages."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from loopback.components import BUTTON, SELECTS, walk
from loopback.messages import readable

EPOCH_MS = 1420070400000
TEXT_CHANNEL, DM_CHANNEL, PUBLIC_THREAD, FORUM = 0, 1, 11, 15

VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_MESSAGE_HISTORY = 1 << 16
ADD_REACTIONS = 1 << 6
ADMINISTRATOR = 1 << 3
MANAGE_GUILD = 1 << 5
USE_APPLICATION_COMMANDS = 1 << 31
CREATE_PUBLIC_THREADS = 1 << 35
SEND_MESSAGES_IN_THREADS = 1 << 38
ALL_PERMISSIONS = (1 << 53) - 1
MEMBER_PERMISSIONS = (
    VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | ADD_REACTIONS
    | USE_APPLICATION_COMMANDS
    | CREATE_PUBLIC_THREADS
    | SEND_MESSAGES_IN_THREADS
)

_counter = itertools.count(1)


def snowflake() -> str:
    """Return a new id, greater than every one before."""
    return str(((int(time.time() * 1000) - EPOCH_MS) << 22) | (next(_counter) & 0x3FFFFF))


def snowflake_on(shard: int, shards: int) -> str:
    """Return a server id that belongs to ``shard``, which its upper bits decide."""
    upper = (int(snowflake()) >> 22) // shards * shards + shard
    return str(upper << 22 | (next(_counter) & 0x3FFFFF))


def now() -> str:
    """Return the present time as Discord writes it."""
    return datetime.now(UTC).isoformat()


@dataclass(slots=True, kw_only=True, eq=False)
class User:
    name: str
    id: str = field(default_factory=snowflake)
    bot: bool = False
    locale: str = "en-US"
    """Of their Discord."""


@dataclass(slots=True, kw_only=True, eq=False)
class Role:
    name: str
    permissions: int = 0
    position: int = 1
    id: str = field(default_factory=snowflake)


@dataclass(slots=True, kw_only=True, eq=False)
class Member:
    user: User
    roles: list[Role] = field(default_factory=list)
    joined: str = field(default_factory=now)


@dataclass(slots=True, kw_only=True, eq=False)
class Channel:
    name: str = ""
    id: str = field(default_factory=snowflake)
    type: int = TEXT_CHANNEL
    guild: "Guild | None" = None
    parent: "Channel | None" = None
    recipients: list[User] = field(default_factory=list)
    owner: User | None = None
    archived: bool = False
    denied: dict[str, int] = field(default_factory=dict)
    """Permission bits taken away here, by role or user id."""
    messages: list["Message"] = field(default_factory=list)

    @property
    def is_thread(self) -> bool:
        return self.type == PUBLIC_THREAD

    def visible_to(self, user: User) -> list["Message"]:
        """Return the messages that ``user`` can see here, the oldest first."""
        return [
            message
            for message in self.messages
            if not message.deleted and message.only_for in (None, user)
        ]


@dataclass(slots=True, kw_only=True, eq=False)
class Guild:
    name: str
    owner: User
    id: str = field(default_factory=snowflake)
    members: dict[str, Member] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    system_channel: Channel | None = None
    """Where Discord itself tells who joined."""
    locale: str = "en-US"
    has_bot: bool = True
    """False where the bot is not in the server and only a user brought it along."""

    def __post_init__(self) -> None:
        self.roles[self.id] = Role(
            name="@everyone", permissions=MEMBER_PERMISSIONS, position=0, id=self.id
        )

    def permissions(self, user: User, channel: Channel | None = None) -> int:
        """Return the permission bits of a member, in a channel if one is given."""
        member = self.members.get(user.id)
        if member is None:
            return 0
        bits = self.roles[self.id].permissions
        for role in member.roles:
            bits |= role.permissions
        if user is self.owner or bits & ADMINISTRATOR:
            return ALL_PERMISSIONS
        place = channel.parent if channel and channel.is_thread else channel
        if place is not None:
            for holder in (self.id, *(role.id for role in member.roles), user.id):
                bits &= ~place.denied.get(holder, 0)
        return bits


@dataclass(slots=True, kw_only=True, eq=False)
class Message:
    """A message, with every state it has been in."""

    channel: Channel
    author: User
    content: str = ""
    id: str = field(default_factory=snowflake)
    embeds: list[dict] = field(default_factory=list)
    components: list[dict] = field(default_factory=list)
    attachments: list[dict] = field(default_factory=list)
    flags: int = 0
    type: int = 0
    mentions: list[User] = field(default_factory=list)
    reply_to: "Message | None" = None
    reference: dict | None = None
    interaction: Any = None
    only_for: User | None = None
    """The one reader of an ephemeral message."""
    webhook_id: str | None = None
    created: str = field(default_factory=now)
    edited: str | None = None
    deleted: bool = False
    pinned: str | None = None
    """When it was pinned."""
    reactions: dict[str, list[User]] = field(default_factory=dict)
    versions: list[str] = field(default_factory=list)
    """The readable text after the posting and after each edit."""
    payloads: list[dict] = field(default_factory=list)
    """The bodies the bot sent for this message, in order."""

    @property
    def text(self) -> str:
        """All the text a reader sees: content, embeds and text displays."""
        return readable(
            {"content": self.content, "embeds": self.embeds, "components": self.components}
        )

    @property
    def loading(self) -> bool:
        """Whether this is still "the bot is thinking"."""
        return bool(self.flags & 128)

    @property
    def ephemeral(self) -> bool:
        return self.only_for is not None

    def controls(self) -> Iterator[dict]:
        """Yield the buttons and selects of this message."""
        for _, item in walk(self.components):
            if item.get("type") == BUTTON or item.get("type") in SELECTS:
                yield item

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons, in order; an emoji stands for a missing label."""
        return [_label(item) for item in self.controls() if item.get("type") == BUTTON]

    def control(self, name: str) -> dict:
        """Return a button or select by its label, emoji, placeholder or custom_id."""
        for item in self.controls():
            emoji = (item.get("emoji") or {}).get("name")
            if name in (
                item.get("label"),
                emoji,
                item.get("placeholder"),
                item.get("custom_id"),
                _label(item),
            ):
                return item
        raise AssertionError(
            f"no control {name!r} on the message; it has {self.buttons}:\n{self.text}"
        )


def _label(button: dict) -> str:
    return button.get("label") or (button.get("emoji") or {}).get("name") or ""
