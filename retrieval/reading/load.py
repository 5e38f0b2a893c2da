"""The bytes of one file, or the reason why it can't be had."""

import os
import stat
from pathlib import Path

from retrieval.errors import DocumentError, DocumentHiddenError

__all__ = ["SIZE_LIMIT", "load"]

SIZE_LIMIT = 20_000_000
"""Bytes; about ten times the Bible's plain text is still well below."""


def load(file: Path, *, limit: int) -> bytes:
    """Return the file's bytes.

    Raises DocumentError: it has vanished, may not be opened, is no ordinary file, is empty, or
    is larger than ``limit`` bytes. DocumentHiddenError: it may not be opened, or reading fails.
    """
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for ever for its writer.
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise DocumentError(
            "The file vanished before it could be read; index again when it is back."
        ) from None
    except PermissionError:
        raise DocumentHiddenError(
            "The file may not be opened; give the user that runs Verbatim the right to read it."
        ) from None
    except OSError as error:
        raise DocumentHiddenError(_failure(error)) from None
    if stat.S_ISDIR(os.fstat(descriptor).st_mode):  # fdopen would refuse it in its own words
        os.close(descriptor)
        raise DocumentError("It is a folder, although its name is that of a document.")
    with os.fdopen(descriptor, "rb") as stream:
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise DocumentError("It is not an ordinary file but a pipe, a socket or a device.")
            if status.st_size > limit:
                raise DocumentError(_too_large(status.st_size, limit))
            # The size was true a moment ago: a file that is being written can still grow.
            data = stream.read(limit + 1)
        except OSError as error:
            raise DocumentHiddenError(_failure(error)) from None
    if len(data) > limit:
        raise DocumentError(_too_large(len(data), limit))
    if not data:
        raise DocumentError("The file is empty.")
    return data


def _failure(error: OSError) -> str:
    return f"The file can't be read: {(error.strerror or 'unknown failure').lower()}."


def _too_large(size: int, limit: int) -> str:
    return (
        f"The file is {size / 1e6:,.1f} MB and the limit is {limit / 1e6:,.1f} MB; "
        "split it into several documents."
    )
