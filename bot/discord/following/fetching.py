"""Reading what was said in a channel, from the latest message back."""

from collections.abc import Iterable
from dataclasses import dataclass

import discord

from bot.app.followed.values import Followed, Kind, Said, Talk, Talks
from bot.discord.following.readers import Channel
from bot.discord.mentions import ignored

__all__ = ["Fetched", "fetch", "lacking", "said_in"]

POSTS = 500
"""Posts of a forum that are read at most, the latest: each costs a request or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What was read of a channel."""

    talks: Talks
    whole: bool
    """Whether there is nothing older."""


def said_in(message: discord.Message) -> Said | None:
    """Return what somebody has said; None: nobody did, or nothing that is text."""
    if ignored(message) or not message.content.strip():
        return None
    names = {one.id: _name(one) for one in message.mentions}
    names |= {one.id: one.name for one in message.role_mentions}
    names |= {one.id: one.name for one in message.channel_mentions}
    return Said(
        id=message.id,
        author=_name(message.author),
        at=message.created_at,
        content=message.content,
        names=tuple(sorted(names.items())),
    )


def lacking(channel: Channel) -> tuple[str, ...]:
    """Name the permissions that the bot needs to read a channel and hasn't got."""
    mine = channel.permissions_for(channel.guild.me)
    needed = {"View Channel": mine.view_channel, "Read Message History": mine.read_message_history}
    return tuple(name for name, given in needed.items() if not given)


async def fetch(channel: Channel, followed: Followed, most: int) -> Fetched:
    """Read a channel.

    Args:
        channel: it.
        followed: what of it is followed.
        most: how many messages are looked at, at most.

    Raises:
        discord.DiscordException, aiohttp.ClientError, OSError: it can't be read.
    """
    if isinstance(channel, discord.ForumChannel):
        return await _posts(channel, most)
    if followed.kind is Kind.PINS:
        found: list[discord.Message] = [one async for one in channel.pins(limit=most)]
        whole = True
    else:
        found = [one async for one in channel.history(limit=most + 1)]
        whole = len(found) <= most
    talk = Talk(id=channel.id, name=channel.name, messages=_said(found[:most]))
    return Fetched(talks={talk.id: talk}, whole=whole)


async def _posts(forum: discord.ForumChannel, most: int) -> Fetched:
    posts = {one.id: one for one in forum.threads}
    async for archived in forum.archived_threads(limit=POSTS + 1):
        posts.setdefault(archived.id, archived)
    latest = sorted(posts.values(), key=lambda one: one.last_message_id or one.id, reverse=True)
    whole = len(latest) <= POSTS
    talks: dict[int, Talk] = {}
    for post in latest[:POSTS]:
        if most <= 0:
            whole = False
            break
        found = [one async for one in post.history(limit=most + 1)]
        whole = whole and len(found) <= most
        talks[post.id] = Talk(id=post.id, name=post.name, messages=_said(found[:most]))
        most -= len(found)
    return Fetched(talks=talks, whole=whole)


def _said(messages: Iterable[discord.Message]) -> dict[int, Said]:
    found = (said_in(message) for message in messages)
    return {one.id: one for one in found if one is not None}


def _name(user: discord.abc.User) -> str:
    # Not what they are called in the server: Discord doesn't say that with every message.
    return user.global_name or user.name
