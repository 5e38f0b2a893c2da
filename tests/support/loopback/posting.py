"""Turning a bot's message payload into a message, and an edit into a changed one."""

from typing import TYPE_CHECKING

from loopback.components import TEXT, walk
from loopback.exchange import Exchange, Upload
from loopback.messages import COMPONENTS_V2, EPHEMERAL, LOADING, check_message
from loopback.problems import Problem
from loopback.world import Channel, Message, User, now, snowflake

if TYPE_CHECKING:
    from loopback.server import LoopbackDiscord

_OWN_FLAGS = 4 | COMPONENTS_V2 | (1 << 12)
"""Flags a bot may set itself: no link previews, Components V2, no notification."""


def check_new(payload: dict, exchange: Exchange) -> list[Problem]:
    """Return what is wrong with a new message."""
    return check_message(
        payload, files={number: file.name for number, file in exchange.files.items()}
    )


def check_edit(payload: dict, exchange: Exchange, message: Message) -> list[Problem]:
    """Return what is wrong with an edit of ``message``."""
    before = {
        "content": message.content,
        "embeds": message.embeds,
        "components": message.components,
        "flags": message.flags,
    }
    return check_message(
        payload,
        files={number: file.name for number, file in exchange.files.items()},
        before=before,
        kept=[item["id"] for item in message.attachments],
    )


def make_message(
    server: "LoopbackDiscord",
    payload: dict,
    exchange: Exchange,
    channel: Channel,
    *,
    only_for: User | None = None,
) -> Message:
    """Return a new message of the bot's; it is not in the channel yet."""
    message = Message(channel=channel, author=server.bot, only_for=only_for)
    message.flags = EPHEMERAL if only_for else 0
    fill(server, message, payload, exchange.files)
    return message


def fill(
    server: "LoopbackDiscord", message: Message, payload: dict, files: dict[int, Upload]
) -> None:
    """Carry out what ``payload`` says about ``message``, new or edited."""
    message.flags = (message.flags & ~LOADING) | (int(payload.get("flags") or 0) & _OWN_FLAGS)
    if "content" in payload:
        message.content = payload["content"] or ""
    _attach(server, message, payload, files)
    if "embeds" in payload:
        message.embeds = [
            {"type": "rich", **_resolve(message, embed)} for embed in payload["embeds"] or ()
        ]
    if "components" in payload:
        message.components = _resolve(message, payload["components"] or [])
        _number(message.components)
    message.payloads.append(payload)
    message.versions.append(message.text)
    _notify_whom(server, message, payload)


def edited(server: "LoopbackDiscord", message: Message, payload: dict, exchange: Exchange) -> None:
    """Edit a message that is already there."""
    fill(server, message, payload, exchange.files)
    message.edited = now()
    server.changed(message)


def _attach(
    server: "LoopbackDiscord", message: Message, payload: dict, files: dict[int, Upload]
) -> None:
    listed = payload.get("attachments")
    if listed is not None:
        wanted = {str(entry["id"]) for entry in listed}
        message.attachments = [item for item in message.attachments if item["id"] in wanted]
    described = {str(entry["id"]): entry for entry in listed or ()}
    for number, file in files.items():
        entry = described.get(str(number), {})
        name = entry.get("filename") or file.name
        attachment_id = snowflake()
        message.attachments.append(
            {
                "id": attachment_id,
                "filename": name,
                "size": len(file.data),
                "url": server.store_file(message.channel, attachment_id, name, file),
                "proxy_url": server.store_file(message.channel, attachment_id, name, file),
                "content_type": file.kind,
                "description": entry.get("description"),
            }
        )


def _resolve(message: Message, value):
    """Return a copy of ``value`` with attachment:// addresses replaced by where the file lies."""
    if isinstance(value, dict):
        return {key: _resolve(message, item) for key, item in value.items()}
    if isinstance(value, list):
        return [_resolve(message, item) for item in value]
    if isinstance(value, str) and value.startswith("attachment://"):
        found = [item["url"] for item in message.attachments if item["filename"] == value[13:]]
        return found[0] if found else value
    return value


def _number(components: list[dict]) -> None:
    """Give each component that has no id the next free number."""
    taken = {item.get("id") for _, item in walk(components)}
    number = 0
    for _, item in walk(components):
        if not item.get("id"):
            number += 1
            while number in taken:
                number += 1
            item["id"] = number


def _notify_whom(server: "LoopbackDiscord", message: Message, payload: dict) -> None:
    """List the users that the message mentions and may notify."""
    allowed = payload.get("allowed_mentions")
    text = message.content + "".join(
        item.get("content") or ""
        for _, item in walk(message.components)
        if item.get("type") == TEXT
    )
    named = [user for user in server.users.values() if f"<@{user.id}>" in text]
    if allowed is not None and "users" not in (allowed.get("parse") or ()):
        named = [user for user in named if user.id in map(str, allowed.get("users") or ())]
    message.mentions = named
    replied = message.reply_to
    if replied is not None and (allowed is None or allowed.get("replied_user")):
        message.mentions = [*{*named, replied.author}]
