"""Collections that are a channel of Discord: ``channel-ID``, read by who may read the channel."""

import re

__all__ = ["channel_of", "folder_of"]

_NAME = re.compile(r"channel-([1-9][0-9]{14,19})")


def folder_of(channel: int) -> str:
    """Return the folder, and so the collection, that a channel's messages lie in."""
    return f"channel-{channel}"


def channel_of(collection: str) -> int | None:
    """Return the channel that a collection is made of; None: it is a folder like others."""
    found = _NAME.fullmatch(collection)
    return None if found is None else int(found[1])
