"""The channels that are followed: a folder each, which says so itself.

Knows nothing of Discord.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog

from bot.app.collections.of_channels import channel_of, folder_of
from bot.app.document_library import DocumentLibrary
from bot.app.followed.export import MARK, from_files, mark_of, read_mark, to_files
from bot.app.followed.values import Followed, Talk, Talks

__all__ = ["FollowedChannels"]

log = structlog.get_logger(__name__)


class FollowedChannels:
    """What is followed, in memory and in the folder of documents.

    Args:
        library: writes the folder.
        seeds: it.
        enabled: whether channels may be documents at all.
    """

    def __init__(self, library: DocumentLibrary, seeds: Path, *, enabled: bool = False) -> None:
        self._library = library
        self._seeds = seeds
        self._followed: dict[int, Followed] = {}
        self.enabled = enabled

    def load(self) -> None:
        """Read which channels are followed; what can't be read is named in the log."""
        folders = self._seeds.iterdir() if self.enabled and self._seeds.is_dir() else ()
        for folder in folders:
            channel = channel_of(folder.name)
            if channel is None:
                continue
            try:
                followed = read_mark((folder / MARK).read_bytes())
                if followed.channel != channel:
                    raise ValueError("it is of another channel")
            except (OSError, ValueError) as error:
                log.warning("channel not followed", folder=folder.name, reason=str(error))
                continue
            self._followed[channel] = followed

    @property
    def all(self) -> Collection[Followed]:
        """What is followed."""
        return tuple(self._followed.values())

    def get(self, channel: int) -> Followed | None:
        """Return a followed channel; None: it isn't."""
        return self._followed.get(channel)

    def in_server(self, server: int) -> tuple[Followed, ...]:
        """Return what is followed in a server."""
        return tuple(one for one in self._followed.values() if one.server == server)

    @contextmanager
    def beginning(self, followed: Followed) -> Iterator[None]:
        """Follow a channel while the block runs, and from then on unless it fails."""
        before = self._followed.get(followed.channel)
        self._followed[followed.channel] = followed
        try:
            yield
        except BaseException:
            if before is None:
                del self._followed[followed.channel]
            else:
                self._followed[followed.channel] = before
            raise

    def write(self, followed: Followed, talks: Talks) -> bool:
        """Begin to follow a channel, or go on; returns whether a document has changed.

        Raises:
            LibraryError: the folder can't be written.
        """
        self._followed[followed.channel] = followed
        files = {MARK: mark_of(followed), **to_files(followed, talks)}
        return self._library.mirror(folder_of(followed.channel), files)

    def read(self, channel: int) -> dict[int, Talk]:
        """Return what was said in a channel as its files have it.

        Raises:
            ValueError: one of them can't be read.
            OSError: likewise.
        """
        folder = self._seeds / folder_of(channel)
        return from_files({path.name: path.read_bytes() for path in folder.glob("[!.]*.json")})

    def is_there(self, channel: int) -> bool:
        """Whether a channel still is followed; not, when somebody has taken its folder away.

        Raises:
            FileNotFoundError: the folder of documents is away.
        """
        if not self._seeds.is_dir():
            raise FileNotFoundError(f"The folder {self._seeds} is not there.")
        if (self._seeds / folder_of(channel) / MARK).is_file():
            return channel in self._followed
        self._followed.pop(channel, None)
        return False

    def drop(self, channel: int) -> bool:
        """Follow a channel no longer, and take out what was said; returns whether it was followed.

        Raises:
            LibraryError: the folder can't be written.
        """
        was = self._followed.pop(channel, None) is not None
        return self._library.drop(folder_of(channel)) or was
