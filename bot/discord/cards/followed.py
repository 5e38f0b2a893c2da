"""The cards of /docs channel: pure."""

from collections.abc import Sequence
from datetime import datetime

from bot.app.followed.values import Followed, Kind
from bot.discord.cards.card import Card, Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.info import note_card

__all__ = ["followed_card", "followed_line"]

LISTED = 40
_WHAT = {
    Kind.MESSAGES: "all messages",
    Kind.PINS: "pinned messages",
    Kind.POSTS: "all posts",
}


def followed_card(followed: Sequence[Followed]) -> Card:
    """List the channels of a server that are documents."""
    if not followed:
        return note_card("No channel of this server is a document.")
    lines = [
        f"{inline(f'#{one.name}', limit=100)} · <#{one.channel}> · {_WHAT[one.kind]}"
        for one in sorted(followed, key=lambda one: one.name)[:LISTED]
    ]
    more = len(followed) - len(lines)
    lines += [f"-# and {more} more"] if more else []
    return Card(tone=Tone.NOTE, blocks=("**Channels that are documents**", "\n".join(lines)))


def followed_line(
    followed: Followed, messages: int, since: datetime | None, *, whole: bool, most: int
) -> str:
    """Say what is followed from now on, and what of it is left out.

    Args:
        followed: the channel.
        messages: how many were taken in.
        since: when the oldest of them was written.
        whole: whether there is nothing older.
        most: how many are looked at, at most.
    """
    name = inline(f"#{followed.name}", limit=100)
    begun = f" since <t:{int(since.timestamp())}:D>" if since is not None else ""
    count = "1 message" if messages == 1 else f"{messages:,} messages"
    older = "" if whole else f" What is older than the latest {most:,} is left out."
    return (
        f"I follow {name} now ({_WHAT[followed.kind]}): {count}{begun}.{older} Messages of bots and"
        " what is no text are left out. Only those who may read the channel read it."
    )
