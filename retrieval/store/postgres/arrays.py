"""Named arrays as bytes, in one value."""

import json
from collections.abc import Mapping

import numpy as np

from retrieval.arrays import AnyArray

__all__ = ["pack", "unpack"]

_SIZE = 4


def pack(arrays: Mapping[str, AnyArray]) -> bytes:
    """Put named arrays into bytes that `unpack` makes them from.

    They are the length of the head (4 bytes, the least significant first), the head, a JSON list
    of name, dtype and shape of each, and their rows in that order.
    """
    head = json.dumps([[name, one.dtype.str, one.shape] for name, one in arrays.items()]).encode()
    rows = [np.ascontiguousarray(one).tobytes() for one in arrays.values()]
    return b"".join([len(head).to_bytes(_SIZE, "little"), head, *rows])


def unpack(packed: bytes) -> dict[str, AnyArray]:
    """Return the arrays, read-only.

    Raises:
        ValueError: The bytes are not what `pack` has made.
    """
    start = _SIZE + int.from_bytes(packed[:_SIZE], "little")
    try:
        head = [
            (str(name), np.dtype(kind), tuple(map(int, shape)))
            for name, kind, shape in json.loads(packed[_SIZE:start])
        ]
    except TypeError as error:
        raise ValueError(str(error)) from error
    arrays: dict[str, AnyArray] = {}
    for name, dtype, shape in head:
        count = int(np.prod(shape, dtype=np.int64))
        arrays[name] = np.frombuffer(packed, dtype, count, offset=start).reshape(shape)
        start += count * dtype.itemsize
    if start != len(packed):
        raise ValueError("more bytes than arrays")
    return arrays
