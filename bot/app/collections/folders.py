"""Whether the collections that the settings name are there, as folders of documents."""

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from bot.app.collections.policy import CollectionPolicy
from config.errors import ConfigurationError
from retrieval.reading import is_passed_over

__all__ = ["Missing", "first_folders", "missing_folders", "require_folders"]

_SIMILAR = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A collection that is named and has no folder."""

    name: str
    meant: str | None
    """A folder without readers of its own whose name is like it."""
    exposed: bool
    """Whether everyone may read that one."""

    def in_words(self, seeds: Path) -> str:
        """Say so, and what it leads to."""
        said = f"VERBATIM_COLLECTIONS names {self.name}, which is no folder in {seeds}"
        if self.meant is None:
            return said
        open_to = ", and everyone may read that" if self.exposed else ""
        return f"{said}; {self.meant} is one{open_to}"

    def remedy(self) -> str:
        """Say what to do about it."""
        if self.meant is None:
            return f"Make the folder {self.name}, or correct the setting."
        return (
            f"If {self.meant} is meant, correct the setting; else name its readers too, such as"
            f" {self.meant}=everyone."
        )


def first_folders(seeds: Path) -> frozenset[str]:
    """Name the folders that are collections; none where the folder of documents can't be read."""
    try:
        with os.scandir(seeds) as entries:
            names = [one.name for one in entries if one.is_dir() and not is_passed_over(one.name)]
    except OSError:
        return frozenset()
    return frozenset(unicodedata.normalize("NFC", name) for name in names)


def missing_folders(policy: CollectionPolicy, folders: Iterable[str]) -> tuple[Missing, ...]:
    """Find the collections that are named and have no folder, in order of their names."""
    there = set(folders)
    unnamed = {name.casefold(): name for name in there - policy.named.keys()}
    return tuple(
        Missing(name=name, meant=_like(name, unnamed), exposed=policy.rest.everyone)
        for name in sorted(policy.named.keys() - there)
    )


def require_folders(policy: CollectionPolicy, seeds: Path) -> tuple[Missing, ...]:
    """Return the collections without a folder that can do no harm.

    Raises:
        ConfigurationError: One is likely misspelt, so that everyone may read what is meant to be
            for some.
    """
    missing = missing_folders(policy, first_folders(seeds))
    for one in missing:
        if one.meant is not None and one.exposed:
            raise ConfigurationError(f"{one.in_words(seeds)}. {one.remedy()}")
    return missing


def _like(name: str, unnamed: dict[str, str]) -> str | None:
    close = get_close_matches(name.casefold(), unnamed, n=1, cutoff=_SIMILAR)
    return unnamed[close[0]] if close else None
