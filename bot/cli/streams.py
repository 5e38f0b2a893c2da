"""The three standard streams of a process, whatever it was started with.

An output that can't be written is a failure of its own: each library on the way there would end the
process as it likes, some with exit code 1, which means "no answer". What can't be told on standard
error is lost, and costs nothing else.
"""

import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["StreamError", "prepare_streams", "read_question"]

_OUTPUT = 1
_ERRORS = 2


class StreamError(Exception):
    """A standard stream can't be used; one sentence says why, empty where nobody is to be told."""


def prepare_streams() -> None:
    r"""Make all three streams usable; for the start of a process, and never for a library.

    Writing to standard output raises `StreamError` from now on where it fails, the first time, and
    writing to standard error never does. A character that the output's encoding lacks is written
    as an escape (``\u201c``): a question mark in its place would be a misquotation.
    """
    closed = [not _is_open(descriptor) for descriptor in range(3)]
    for _ in filter(None, closed):
        # Or the next file that is opened, such as a database, would become the standard stream.
        os.open(os.devnull, os.O_RDWR)
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - kept open
    sys.stdout = _text(_Output(closed=closed[_OUTPUT]), sys.stdout)
    sys.stderr = _text(_Errors(), sys.stderr)


def read_question(words: Sequence[str]) -> str:
    """Join the words of a question, or read it from standard input where they are ``-``.

    Raises:
        StreamError: It can't be read, or is no text.
    """
    piped = list(words) == ["-"]
    source, encoding = "The question", sys.getfilesystemencoding()
    if piped:
        source, encoding = "Standard input", sys.stdin.encoding or encoding
    try:
        question = sys.stdin.read() if piped else " ".join(words)
        # Bytes that are no text may come as halves of characters, depending on the environment.
        question.encode()
    except UnicodeError:
        raise StreamError(f"{source} is not {encoding.upper()} text.") from None
    except OSError as error:
        raise StreamError(f"{source} can't be read ({_reason(error)}).") from error
    return question


class _Output(io.FileIO):
    """Standard output, which fails once: what is still buffered then goes nowhere, silently."""

    def __init__(self, *, closed: bool) -> None:
        super().__init__(_OUTPUT, "w", closefd=False)
        self._closed = closed
        self._failed = False

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write bytes, or raise `StreamError` once."""
        if self._failed:
            return memoryview(data).nbytes
        if self._closed:
            self._failed = True
            raise StreamError("The output is closed.")
        try:
            return super().write(data)
        except OSError as error:
            self._failed = True
            # Whoever reads the pipe (head, less) has seen enough, and knows.
            gone = isinstance(error, BrokenPipeError)
            said = "" if gone else f"The output can't be written ({_reason(error)})."
            raise StreamError(said) from error


class _Errors(io.FileIO):
    """Standard error, which takes everything."""

    def __init__(self) -> None:
        super().__init__(_ERRORS, "w", closefd=False)

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write bytes, or forget them."""
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


def _text(raw: io.FileIO, instead_of: TextIO | None) -> TextIO:
    """Put a text stream on a file, with the ways of the one that Python has made of it."""
    same = instead_of if isinstance(instead_of, io.TextIOWrapper) else None
    return io.TextIOWrapper(
        io.BufferedWriter(raw),
        encoding=same.encoding if same else "utf-8",
        errors="backslashreplace",
        line_buffering=same.line_buffering if same else False,
        write_through=same.write_through if same else False,
    )


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def _reason(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return reason[:1].lower() + reason[1:]
