"""Replacing a file in one step, so that nobody ever reads half of one."""

import os
import uuid
from contextlib import suppress
from pathlib import Path

__all__ = ["sync", "write_atomically"]


def write_atomically(
    path: Path, content: str | bytes, *, aside: Path | None = None, mode: int | None = None
) -> None:
    """Write a file so that others see the old content or the new one, after a crash too.

    Args:
        path: What is written; its folder must exist.
        content: Text is written as UTF-8, its line ends as they are.
        aside: Where the content is written first, in the same folder. By default under a name
            of its own, for writers at the same time; where a lock lets one write only, a fixed
            name keeps killed writers from leaving more than one file.
        mode: Permissions of the file; by default what the process gives to new files.

    Raises:
        OSError: It can't be written or synced. Nothing of it is left, and the old content stays
            unless only the folder could not be synced.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    # Not tempfile's: what it makes can be read by its owner alone, and a cache may be shared.
    if aside is None:
        aside = path.with_name(f".{path.name}.{uuid.uuid4().hex}.partial")
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            aside.chmod(mode)
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until a file, or the entries of a directory, are on disk.

    Raises:
        OSError: They can't be written.
    """
    if os.name == "nt":  # Only what is open for writing can be synced there.
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
