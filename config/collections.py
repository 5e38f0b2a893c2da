"""Who may read which folder of documents: `VERBATIM_COLLECTIONS` as values."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["REST", "CollectionRule", "read_rules"]

REST = "*"
"""Stands for all documents whose folder has no rule of its own."""
_EVERYONE = "everyone"
_NOBODY = "nobody"
_READER = re.compile(r"(server|channel|role):([0-9]{1,20})")
_SHAPE = "write NAME=READERS; NAME=READERS"
_READERS = (
    "readers are server:ID, channel:ID, role:ID, everyone and nobody, with spaces or commas between"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionRule:
    """The readers of a collection; whoever is one of them may read it."""

    name: str
    """The folder's, or `REST`."""
    everyone: bool = False
    servers: frozenset[int] = frozenset()
    channels: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()


def read_rules(value: Any) -> Any:  # noqa: ANN401 - a raw value from any settings source
    """Read the rules as people write them.

    In ``.env`` ``staff=role:1 channel:2; board=server:3``, in TOML the same, or a table of names
    to texts or lists of readers.

    Returns:
        A tuple of rules, each with a name of its own; what is neither a text nor a table is
        returned as it is.

    Raises:
        ValueError: A rule can't be read; the message says which and what is accepted.
    """
    if isinstance(value, str):
        pairs: Iterator[tuple[str, Any]] = map(_pair, filter(str.strip, value.split(";")))
    elif isinstance(value, Mapping):
        pairs = iter(value.items())
    else:
        return value
    rules: dict[str, CollectionRule] = {}
    for written, readers in pairs:
        name = _name(written)
        if name in rules:
            raise ValueError(f"{name} is named twice; put all of its readers behind one name")
        rules[name] = _rule(name, readers)
    return tuple(rules.values())


def _pair(text: str) -> tuple[str, str]:
    name, equals, readers = text.partition("=")
    if not equals:
        raise ValueError(f"{text.strip()!r} names no readers; {_SHAPE}")
    return name, readers


def _name(written: str) -> str:
    name = unicodedata.normalize("NFC", written.strip())
    if not name or "/" in name or "\\" in name or name.startswith("."):
        raise ValueError(
            f"{name!r} is no name of a folder: name the first one below the folder of documents,"
            f" or {REST} for all that have no rule"
        )
    return name


def _rule(name: str, readers: Any) -> CollectionRule:  # noqa: ANN401
    if isinstance(readers, str):
        readers = readers.replace(",", " ").split()
    if not isinstance(readers, Sequence) or not all(isinstance(one, str) for one in readers):
        raise ValueError(f"the readers of {name} are no text and no list of texts")
    ids: dict[str, set[int]] = {"server": set(), "channel": set(), "role": set()}
    for reader in readers:
        if reader in (_EVERYONE, _NOBODY):
            continue
        found = _READER.fullmatch(reader)
        if found is None:
            raise ValueError(f"{reader!r} of {name} is no reader; {_READERS}")
        ids[found[1]].add(int(found[2]))
    if not readers:
        raise ValueError(f"{name} has no readers; {_READERS}")
    if _NOBODY in readers and len(readers) > 1:
        raise ValueError(f"{name} is for nobody and for others too; leave one of them out")
    return CollectionRule(
        name=name,
        everyone=_EVERYONE in readers,
        servers=frozenset(ids["server"]),
        channels=frozenset(ids["channel"]),
        roles=frozenset(ids["role"]),
    )
