"""What happens in a channel that is followed, taken into account: pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.app.followed.values import Said, Talk, Talks, counted, latest

__all__ = ["Change", "applied"]

SPARE = 0.9
"""Share of the messages that stay when there are too many: else each new one would change the
oldest document, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What has become of a message, or of all in a place."""

    place: int
    """The channel, or the post of a forum."""
    name: str = ""
    """What the place is called; empty: as before."""
    message: int | None = None
    """None: the place is gone."""
    said: Said | None = None
    """None: the message is gone, or says nothing."""


def applied(talks: Talks, changes: Iterable[Change], *, most: int) -> Talks:
    """Return what was said after some changes, in their order.

    Args:
        talks: before them.
        changes: these.
        most: how many messages there are at most; when there are more, somewhat fewer stay.
    """
    now = dict(talks)
    for change in changes:
        talk = now.get(change.place) or Talk(id=change.place, name=change.name, messages={})
        messages = dict(talk.messages)
        if change.message is None:
            messages = {}
        elif change.said is None:
            messages.pop(change.message, None)
        else:
            messages[change.message] = change.said
        now[change.place] = replace(talk, name=change.name or talk.name, messages=messages)
    return now if counted(now) <= most else latest(now, max(int(most * SPARE), 1))
