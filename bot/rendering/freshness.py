"""That the documents have changed since they were indexed, in words."""

from collections.abc import Sequence

__all__ = ["changed_text"]


def changed_text(changed: Sequence[str], *, folder: str, remedy: str) -> str:
    """Say how many files have changed and what to do.

    Args:
        changed: The files, at least one.
        folder: Where they are, as the reader calls it.
        remedy: What to do, as the door says it.
    """
    files, have = ("1 file", "has") if len(changed) == 1 else (f"{len(changed):,} files", "have")
    return f"{files} in {folder} {have} changed since: {remedy}"
