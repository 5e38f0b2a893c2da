"""What was said in a channel as files: the JSON of DiscordChatExporter, which has a reader. Pure.

A channel is cut by month, and a busy month by day, so that what is said today changes a small
document; a post of a forum is a file.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.app.followed.values import Followed, Kind, Said, Talk, Talks

__all__ = ["MARK", "from_files", "mark_of", "read_mark", "to_files"]

MARK = ".channel.json"
"""The file that says which channel a folder follows; without it, it follows none."""
BUSY = 1000
"""Messages of a month from which on it is cut by day."""


def mark_of(followed: Followed) -> bytes:
    """Write down what is followed."""
    return _written(
        {
            "server": str(followed.server),
            "channel": str(followed.channel),
            "name": followed.name,
            "kind": followed.kind.value,
        }
    )


def read_mark(content: bytes) -> Followed:
    """Read what is followed.

    Raises:
        ValueError: It can't be read.
    """
    try:
        value = json.loads(content)
        return Followed(
            server=int(value["server"]),
            channel=int(value["channel"]),
            name=str(value["name"]),
            kind=Kind(value["kind"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("it names no channel") from error


def to_files(followed: Followed, talks: Talks) -> dict[str, bytes]:
    """Write what was said, by the names of files; a place where nothing was said has none."""
    files: dict[str, bytes] = {}
    for talk in talks.values():
        messages = sorted(talk.messages.values(), key=lambda one: one.id)
        for name, part in _parts(followed.kind, talk, messages):
            files[name] = _exported(followed, talk, part)
    return files


def from_files(files: Mapping[str, bytes]) -> dict[int, Talk]:
    """Read what `to_files` has written.

    Raises:
        ValueError: A file can't be read.
    """
    messages: dict[int, dict[int, Said]] = defaultdict(dict)
    names: dict[int, str] = {}
    for content in files.values():
        try:
            value = json.loads(content)
            place = int(value["channel"]["id"])
            names[place] = value["channel"]["name"]
            messages[place] |= {one.id: one for one in map(_said, value["messages"])}
        except (KeyError, TypeError) as error:
            raise ValueError("it is no exported channel") from error
    return {
        place: Talk(id=place, name=names[place], messages=said) for place, said in messages.items()
    }


def _parts(
    kind: Kind, talk: Talk, messages: Sequence[Said]
) -> Iterable[tuple[str, Sequence[Said]]]:
    if not messages:
        return
    if kind is Kind.POSTS:
        yield f"post-{talk.id}.json", messages
    elif kind is Kind.PINS:
        yield "pinned.json", messages
    else:
        for month, said in _by(messages, "%Y-%m").items():
            parts = {month: said} if len(said) <= BUSY else _by(said, "%Y-%m-%d")
            yield from ((f"{name}.json", part) for name, part in parts.items())


def _by(messages: Iterable[Said], form: str) -> dict[str, list[Said]]:
    parts: dict[str, list[Said]] = defaultdict(list)
    for one in messages:
        parts[one.at.astimezone(UTC).strftime(form)].append(one)
    return parts


def _exported(followed: Followed, talk: Talk, messages: Sequence[Said]) -> bytes:
    return _written(
        {
            "guild": {"id": str(followed.server)},
            "channel": {"id": str(talk.id), "name": talk.name},
            "messages": [
                {
                    "id": str(one.id),
                    "type": "Default",
                    "timestamp": one.at.astimezone(UTC).isoformat(),
                    "content": one.content,
                    "author": {"name": one.author},
                    "mentions": [{"id": str(key), "name": name} for key, name in one.names],
                }
                for one in messages
            ],
        }
    )


def _said(value: Mapping[str, Any]) -> Said:
    return Said(
        id=int(value["id"]),
        author=str(value["author"]["name"]),
        at=datetime.fromisoformat(value["timestamp"]),
        content=str(value["content"]),
        names=tuple((int(one["id"]), str(one["name"])) for one in value["mentions"]),
    )


def _written(value: Mapping[str, Any]) -> bytes:
    # What is half a character (a lone surrogate) can't be written, and stands for nothing.
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")
