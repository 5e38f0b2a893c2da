"""Pictures and other data that are written out in a text: nothing to search, quote or show."""

import re
from collections.abc import Iterator

__all__ = ["without_blobs"]

_DATA = r"data:[\w.+-]{1,40}/[\w.+-]{1,80}(?:;[\w=.+-]{1,80})*+,"
_BLOB = re.compile(
    rf"!?\[(?P<alt>[^\[\]]*+)\]\(\s?<?{_DATA}[^\s()<>]*+>?(?:\s[^()]*+)?\)"
    rf"|<[A-Za-z][^<>]*?{_DATA}[^<>]*+>"
    rf"|\b{_DATA}[A-Za-z0-9+/=%]{{40,}}+"
)


def without_blobs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of ``start:end`` that are for readers; of a picture, the words for it."""
    if text.find("data:", start, end) < 0:
        yield start, end
        return
    at = start
    for found in _BLOB.finditer(text, start, end):
        yield at, found.start()
        yield found.span("alt") if found["alt"] else (found.start(), found.start())
        at = found.end()
    yield at, end
