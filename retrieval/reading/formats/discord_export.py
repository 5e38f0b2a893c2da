"""Channels of Discord as DiscordChatExporter writes them to JSON; a place is a message's link.

https://github.com/Tyrrrz/DiscordChatExporter
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from retrieval.locators import Message
from retrieval.reading.builder import Builder
from retrieval.reading.protocol import Reading

__all__ = ["is_export", "read_export"]

# The others say that somebody joined, pinned a message, or began a thread.
_SAID = frozenset({"Default", "Reply", "ThreadStarterMessage", "ChatInputCommand", "0", "19", "21"})
_DIRECT = frozenset({"", "0"})
_FENCE = re.compile(r"```(?:([\w+#.-]{1,30})\n)?(.*?)```", re.DOTALL)
_EMOJI = re.compile(r"<a?:(\w{1,64}):\d{1,20}>")
_MENTION = re.compile(r"<(@!?|@&|#)(\d{1,20})>")
_MARKS = re.compile(r"(\*\*|__|~~|\|\|)(?=\S)(.{1,2000}?)(?<=\S)\1", re.DOTALL)


def is_export(value: object) -> bool:
    """Tell whether JSON is an exported channel."""
    return (
        isinstance(value, Mapping)
        and isinstance(value.get("messages"), list)
        and isinstance(value.get("channel"), Mapping)
        and isinstance(value.get("guild"), Mapping)
    )


def read_export(value: Mapping[str, Any]) -> Reading:
    """Read an exported channel: each message a turn, found by its link."""
    guild, channel = value["guild"], value["channel"]
    name = f"#{_text(channel, 'name')}" if _text(channel, "name") else None
    builder = Builder(title=name)
    if topic := _text(channel, "topic"):
        builder.paragraph([("Topic: ", True), (topic, False)])
    for message in value["messages"]:
        if isinstance(message, Mapping) and _text(message, "type", "Default") in _SAID:
            _message(builder, message, guild, channel)
    return Reading(documents=(builder.contents(),))


def _message(
    builder: Builder,
    message: Mapping[str, Any],
    guild: Mapping[str, Any],
    channel: Mapping[str, Any],
) -> None:
    author = message.get("author")
    who = _who(author) if isinstance(author, Mapping) else ""
    place = Message(name=_name(who, message), url=_url(message, guild, channel))
    content = _readable(_text(message, "content"), message)
    speaker = who
    position = 0
    for fence in _FENCE.finditer(content):
        builder.paragraph(
            content[position : fence.start()], speaker=speaker, locator=place, keeps_lines=True
        )
        builder.code(fence[2], language=fence[1] or "", locator=place)
        position = fence.end()
    builder.paragraph(content[position:], speaker=speaker, locator=place, keeps_lines=True)
    for embed in _objects(message, "embeds"):
        title, words = _text(embed, "title"), _text(embed, "description")
        runs = [(f"{title}: " if words else title, True)] if title else []
        builder.paragraph([*runs, (words, False)], locator=place)
        for field in _objects(embed, "fields"):
            builder.field(_text(field, "name"), _text(field, "value"), locator=place)


def _who(author: Mapping[str, Any]) -> str:
    return _text(author, "nickname") or _text(author, "name")


def _name(who: str, message: Mapping[str, Any]) -> str:
    stamp = _text(message, "timestamp")
    try:
        when = datetime.fromisoformat(stamp).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        when = stamp[:16].replace("T", " ")
    return ", ".join(filter(None, (" ".join(who.split())[:80], when))) or "message"


def _url(
    message: Mapping[str, Any], guild: Mapping[str, Any], channel: Mapping[str, Any]
) -> str | None:
    server = _text(guild, "id")
    ids = ("@me" if server in _DIRECT else server, _text(channel, "id"), _text(message, "id"))
    if not all(one == "@me" or (one.isascii() and one.isdigit()) for one in ids):
        return None
    return "https://discord.com/channels/" + "/".join(ids)


def _readable(content: str, message: Mapping[str, Any]) -> str:
    """Return what a message looks like: names for mentions, no marks of emphasis."""
    names = {_text(one, "id"): _who(one) for one in _objects(message, "mentions")}

    def mention(found: re.Match[str]) -> str:
        mark = "#" if found[1] == "#" else "@"
        return mark + (names.get(found[2]) or found[2])

    content = _MENTION.sub(mention, _EMOJI.sub(r":\1:", content))
    return _MARKS.sub(r"\2", content)


def _objects(value: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    inner = value.get(name)
    if isinstance(inner, list):
        yield from (one for one in inner if isinstance(one, Mapping))


def _text(value: Mapping[str, Any], name: str, otherwise: str = "") -> str:
    found = value.get(name)
    return found if isinstance(found, str) else otherwise
