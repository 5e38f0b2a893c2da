"""Who may ask: the owner's settings, and one decision for every door."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["AccessPolicy", "Visit", "Way"]


class Way(StrEnum):
    """How somebody got to the bot."""

    SERVER = "server"
    """In a server that the bot is in."""
    DIRECT = "direct message"
    """In the conversation of the two."""
    INSTALLED = "user install"
    """Wherever they are, because they have installed the bot for themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody at a door, by the ids of where they stand."""

    way: Way
    server: int | None = None
    roles: frozenset[int] = frozenset()
    """The roles they have in that server."""
    channels: frozenset[int] = frozenset()
    """The channel they are in, and of a thread the one that it belongs to."""
    open: frozenset[int] = frozenset()
    """Of the channels that are documents, those that everyone may read who reads along."""
    readable: frozenset[int] = frozenset()
    """And those that they may read themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPolicy:
    """Who may ask; by default whoever shares a server with the bot."""

    servers: frozenset[int] = frozenset()
    """The servers where people may ask; empty: each that the bot is in."""
    roles: frozenset[int] = frozenset()
    """Roles of which whoever asks in a server needs one; empty: they need none."""
    direct_messages: bool | None = None
    """Whether direct messages are answered; None: only where no server and no role is named,
    because nothing is known there of somebody's servers and roles."""
    user_install: bool = False
    """Whether it is answered wherever somebody has taken the bot along."""

    @property
    def answers_directly(self) -> bool:
        """Whether direct messages are answered."""
        if self.direct_messages is None:
            return not self.servers and not self.roles
        return self.direct_messages

    def allows(self, visit: Visit) -> bool:
        """Whether somebody may ask."""
        match visit.way:
            case Way.DIRECT:
                return self.answers_directly
            case Way.INSTALLED:
                return self.user_install
            case Way.SERVER:
                here = not self.servers or visit.server in self.servers
                return here and (not self.roles or not self.roles.isdisjoint(visit.roles))

    def in_words(self, names: Mapping[int, str], *, what: str = "all documents") -> str:
        """Say in one line who can read what the bot knows.

        Args:
            names: the servers that the bot is in, as far as they are known.
            what: what can be read.
        """
        listed = [name for server, name in names.items() if self._opens(server)]
        who = "everyone" if not self.roles else "those with one of " + _counted(self.roles, "role")
        where = ", ".join(listed) if listed else "no server yet"
        direct = "anyone" if self.answers_directly else "nobody"
        taken = "anyone who installs it, anywhere" if self.user_install else "nobody elsewhere"
        return f"{what} can be read by {who} in {where}; by direct message {direct}; {taken}"

    def _opens(self, server: int) -> bool:
        return not self.servers or server in self.servers


def _counted(ids: frozenset[int], noun: str) -> str:
    return f"1 {noun}" if len(ids) == 1 else f"{len(ids)} {noun}s"
