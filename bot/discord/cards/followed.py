"""The cards of /docs channel: pure."""

from collections.abc import Sequence
from datetime import datetime

from bot.app.followed.values import Followed, Kind
from bot.discord.cards.card import Card, Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.info import note_card
from bot.localisation.words import ENGLISH, Phrase, Words

__all__ = ["followed_card", "followed_line"]

LISTED = 40
_WHAT = {
    Kind.MESSAGES: Phrase("all-messages"),
    Kind.PINS: Phrase("pinned-messages"),
    Kind.POSTS: Phrase("all-posts"),
}


def followed_card(followed: Sequence[Followed], words: Words = ENGLISH) -> Card:
    """List the channels of a server that are documents."""
    if not followed:
        return note_card(words.say("no-channels"))
    lines = [
        f"{inline(f'#{one.name}', limit=100)} · <#{one.channel}> · {words.of(_WHAT[one.kind])}"
        for one in sorted(followed, key=lambda one: one.name)[:LISTED]
    ]
    more = len(followed) - len(lines)
    lines += [f"-# {words.say('and-more', count=more)}"] if more else []
    return Card(tone=Tone.NOTE, blocks=(f"**{words.say('channels-are')}**", "\n".join(lines)))


def followed_line(
    followed: Followed,
    messages: int,
    since: datetime | None,
    words: Words = ENGLISH,
    *,
    whole: bool,
    most: int,
) -> str:
    """Say what is followed from now on, and what of it is left out.

    Args:
        followed: the channel.
        messages: how many were taken in.
        since: when the oldest of them was written.
        words: the reader's.
        whole: whether there is nothing older.
        most: how many are looked at, at most.
    """
    name = inline(f"#{followed.name}", limit=100)
    if since is None:
        count = words.say("channel-messages", count=messages)
    else:
        begun = f"<t:{int(since.timestamp())}:D>"
        count = words.say("channel-messages-since", count=messages, since=begun)
    parts = [
        words.say("channel-follows", name=name, what=words.of(_WHAT[followed.kind])),
        f"{count}.",
        "" if whole else words.say("channel-older", most=most),
        words.say("channel-others"),
    ]
    return " ".join(filter(None, parts))
