"""Examining the collections: their folders, and in words who can read each."""

from collections.abc import Iterable, Mapping

from bot.app.collections.folders import first_folders, missing_folders
from bot.app.collections.of_channels import channel_of
from bot.app.collections.policy import CollectionPolicy, Readers
from bot.app.doctor.finding import Finding, Verdict
from bot.app.wiring import collection_policy
from config.settings import CoreSettings, DiscordSettings

__all__ = ["examine_folders", "examine_readers", "readers_in_words"]


def examine_folders(core: CoreSettings, settings: DiscordSettings) -> list[Finding]:
    """Name each collection that the settings name and that has no folder."""
    policy = collection_policy(settings)
    return [
        Finding(
            subject=f"collection {one.name}",
            verdict=Verdict.BAD if one.meant is not None and one.exposed else Verdict.HINT,
            text=one.in_words(core.seeds),
            advice=one.remedy(),
        )
        for one in missing_folders(policy, first_folders(core.seeds))
    ]


def examine_readers(
    policy: CollectionPolicy, folders: Iterable[str], names: Mapping[int, str]
) -> list[Finding]:
    """Say in one line for each collection who can read it; nothing where nobody named one.

    Args:
        policy: the owner's rules.
        folders: the collections that there are.
        names: what servers, channels and roles are called, as far as they are known.
    """
    folders = tuple(folders)
    if policy == CollectionPolicy() and not any(map(channel_of, folders)):
        return []
    lines = [
        (f"collection {name}", _in_words(policy, name, names))
        for name in sorted({*policy.named, *folders})
    ]
    lines.append(("documents in no folder", readers_in_words(policy.rest, names)))
    return [
        Finding(subject=subject, verdict=Verdict.GOOD, text=f"can be read by {words}")
        for subject, words in lines
    ]


def _in_words(policy: CollectionPolicy, name: str, names: Mapping[int, str]) -> str:
    if channel_of(name) is None or name in policy.named:
        return readers_in_words(policy.readers(name), names)
    if policy.follows:
        return "those who may read that channel"
    return "nobody on Discord: VERBATIM_CHANNEL_DOCUMENTS is off"


def readers_in_words(readers: Readers, names: Mapping[int, str]) -> str:
    """Name the readers of a collection."""
    if readers.everyone:
        return "everyone who may ask"
    said = [
        *(f"everyone in {names.get(one, f'server {one}')}" for one in sorted(readers.servers)),
        *(f"everyone in {names.get(one, f'channel {one}')}" for one in sorted(readers.channels)),
        *(
            f"those who are {names.get(one, f'role {one}')}, privately"
            for one in sorted(readers.roles)
        ),
    ]
    return ", ".join(said) if said else "nobody on Discord"
