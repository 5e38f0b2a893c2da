"""Who may read which collection: the owner's rules."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from itertools import chain

from bot.app.access import Visit, Way
from bot.app.collections.of_channels import channel_of, folder_of
from bot.app.collections.sight import Sight

__all__ = ["EVERYONE", "CollectionPolicy", "Readers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """The readers of a collection; whoever is one of them may read it."""

    everyone: bool = False
    servers: frozenset[int] = frozenset()
    channels: frozenset[int] = frozenset()
    """Channels in which it may be read, and their threads with them."""
    roles: frozenset[int] = frozenset()

    def admit(self, visit: Visit, *, privately: bool) -> bool:
        """Whether it may be read in a place, or by somebody there whom alone it is shown to.

        A role is somebody's own: what everyone in a channel sees may hold nothing that is for it.
        Of a direct message, and of a server that the bot is not in, nothing is known.
        """
        if self.everyone or visit.way is not Way.SERVER:
            return self.everyone
        return (
            visit.server in self.servers
            or not self.channels.isdisjoint(visit.channels)
            or (privately and not self.roles.isdisjoint(visit.roles))
        )


EVERYONE = Readers(everyone=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionPolicy:
    """The rules for all collections; by default everyone may read everything."""

    named: Mapping[str, Readers] = field(default_factory=dict)
    """By the names of the collections."""
    rest: Readers = EVERYONE
    """The readers of what has no rule of its own."""
    follows: bool = False
    """Whether channels of Discord may be documents."""

    def readers(self, collection: str) -> Readers:
        """Return the readers of a collection."""
        return self.named.get(collection, self.rest)

    def belonging_to(
        self, server: int, *, channels: frozenset[int], roles: frozenset[int]
    ) -> frozenset[str]:
        """Name the collections that nobody outside a server may read.

        Its administrators may change those: of others they would change what people elsewhere are
        told.

        Args:
            server: the server.
            channels: all of its channels.
            roles: all of its roles.
        """
        return frozenset(
            name
            for name, readers in self.named.items()
            if not readers.everyone
            and (readers.servers or readers.channels or readers.roles)
            and readers.servers <= {server}
            and readers.channels <= channels
            and readers.roles <= roles
        )

    def sight(self, visit: Visit, *, privately: bool) -> Sight:
        """Say what may be shown where somebody is.

        Args:
            visit: who it is, and where.
            privately: whether they alone are shown it; else everyone in that place is.
        """
        seen = {
            name
            for name, readers in self.named.items()
            if readers.admit(visit, privately=privately)
        }
        channels = self._channels(visit, seen, privately=privately)
        if self.rest.admit(visit, privately=privately):
            hidden = frozenset(self.named.keys() - seen)
            return Sight(hidden=hidden, channels=channels, follows=self.follows)
        return Sight(only=frozenset(seen), channels=channels, follows=self.follows)

    def _channels(self, visit: Visit, seen: Set[str], *, privately: bool) -> frozenset[str]:
        """Name the channels that may be read, by their own rule where they have one."""
        ids = visit.open | visit.readable if privately else visit.open
        own = map(folder_of, ids if visit.way is Way.SERVER else ())
        ruled = (name for name in seen if channel_of(name) is not None)
        return frozenset(chain(ruled, (name for name in own if name not in self.named)))
