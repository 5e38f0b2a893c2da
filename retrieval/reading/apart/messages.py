"""What passes between the two processes: length and pickle, of nothing but documents."""

import pickle
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from typing import IO, Any

from retrieval.reading.apart.limits import Limits
from retrieval.reading.sentences import ReadDocument

__all__ = ["Failed", "Ready", "Request", "Result", "pack", "receive", "send", "send_packed"]

_LENGTH = 8
_MODULES = frozenset(
    {
        "retrieval.domain.documents",
        "retrieval.locators",
        "retrieval.reading.apart.limits",
        "retrieval.reading.apart.messages",
        "retrieval.reading.sentences",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """The process has started and waits for files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A file to read."""

    data: bytes
    path: str
    limits: Limits
    language: str = ""
    """Of documents that don't say theirs; empty: it is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What it holds."""

    documents: tuple[ReadDocument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why it can't be read."""

    reason: str
    out_of_memory: bool = False
    """It may be what earlier files have left behind."""


def send(stream: IO[bytes], message: object) -> None:
    """Write a message.

    Raises:
        OSError: Nobody reads it any more.
    """
    send_packed(stream, pack(message))


def pack(message: object) -> bytes:
    """Return the bytes of a message."""
    buffer = BytesIO()
    _Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL).dump(message)
    return buffer.getvalue()


def send_packed(stream: IO[bytes], data: bytes) -> None:
    """Write a message of which the bytes are known.

    Raises:
        OSError: Nobody reads it any more.
    """
    stream.write(len(data).to_bytes(_LENGTH))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes], *, most: int | None = None) -> object:
    """Read a message.

    Args:
        stream: Where it comes from.
        most: Bytes of it at most, where the other side isn't to be trusted.

    Raises:
        EOFError: The other side has ended.
        pickle.UnpicklingError: It is no message of ours, whatever else it may be.
    """
    length = int.from_bytes(_exactly(stream, _LENGTH))
    if most is not None and length > most:
        raise pickle.UnpicklingError("it is longer than any answer")
    data = _exactly(stream, length)
    try:
        return _Unpickler(BytesIO(data)).load()
    except Exception as error:
        raise pickle.UnpicklingError(f"{type(error).__name__} at reading it") from error


class _Pickler(pickle.Pickler):
    """Writes a member of an enumeration as its value, which Python before 3.11.4 looked up."""

    def reducer_override(self, value: object, /) -> Any:  # noqa: ANN401 - the library's type
        return (type(value), (value.value,)) if isinstance(value, Enum) else NotImplemented


class _Unpickler(pickle.Unpickler):
    """Makes the values of a document and nothing else: the other side has read a hostile file."""

    def find_class(self, module: str, name: str, /) -> Any:  # noqa: ANN401 - the library's type
        if module not in _MODULES or not name.isidentifier():
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a document")
        found = super().find_class(module, name)
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a document")
        return found


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
