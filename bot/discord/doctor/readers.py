"""What the servers, channels and roles are called that may read a collection."""

from collections.abc import Iterable, Sequence

import discord

from bot.app.collections.policy import CollectionPolicy, Readers
from bot.app.doctor.finding import Finding, Verdict

__all__ = ["named_readers", "unknown_readers"]


async def named_readers(
    client: discord.Client, guilds: Sequence[discord.Guild], policy: CollectionPolicy
) -> dict[int, str]:
    """Look up what the readers of all collections are called; who isn't found is left out."""
    names = {guild.id: guild.name for guild in guilds}
    every = _every(policy)
    if any(readers.roles for readers in every):
        for partial in guilds:
            guild = await client.fetch_guild(partial.id, with_counts=False)
            names |= {role.id: f"@{role.name} in {guild.name}" for role in guild.roles}
    for channel_id in sorted({one for readers in every for one in readers.channels}):
        try:
            channel = await client.fetch_channel(channel_id)
        except (discord.NotFound, discord.Forbidden):
            continue
        names[channel_id] = f"#{getattr(channel, 'name', channel_id)}"
    return names


def unknown_readers(
    policy: CollectionPolicy, names: Iterable[int], *, all_servers: bool
) -> list[Finding]:
    """Name the ids that nothing has, or nothing that the bot can see.

    Args:
        policy: the owner's rules.
        names: the ids that were found.
        all_servers: whether those of all servers that the bot is in are among them.
    """
    known = set(names)
    advice = "Correct VERBATIM_COLLECTIONS, or invite it there; until then it lets nobody in."
    kinds = ("servers", "channels", "roles") if all_servers else ("channels",)
    return [
        Finding(
            subject="VERBATIM_COLLECTIONS",
            verdict=Verdict.HINT,
            text=f"it can't see the {kind.removesuffix('s')} {one}",
            advice=advice,
        )
        for kind in kinds
        for one in sorted({i for readers in _every(policy) for i in getattr(readers, kind)} - known)
    ]


def _every(policy: CollectionPolicy) -> list[Readers]:
    return [*policy.named.values(), policy.rest]
