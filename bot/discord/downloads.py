"""A bound for what is downloaded: an attachment may hold more than its size says."""

from types import SimpleNamespace
from typing import Any

import aiohttp
import discord

__all__ = ["bounded_downloads"]


class _Bounded:
    """Reads a body as it is unpacked, and stops where there is too much."""

    def __init__(self, response: aiohttp.ClientResponse, most: int) -> None:
        self._response = response
        self._content = response.content
        self._most = most

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - all else is the body's own
        return getattr(self._content, name)

    async def read(self) -> bytes:
        """Return the whole body.

        Raises:
            aiohttp.ClientPayloadError: it is too large.
        """
        read = bytearray()
        while chunk := await self._content.readany():
            read += chunk
            if len(read) > self._most:
                self._response.close()
                raise aiohttp.ClientPayloadError("more was sent than was asked for")
        return bytes(read)


def bounded_downloads(most: int) -> aiohttp.TraceConfig:
    """Return what makes discord.py read at most ``most`` bytes of a file.

    It reads whatever comes into memory, and a few kilobytes may unpack to gigabytes. What is read
    of the API and the gateway is Discord's own.
    """

    async def bound(
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        params: aiohttp.TraceRequestEndParams,
    ) -> None:
        api = str(params.url).startswith((discord.http.Route.BASE, "ws"))
        if not api and params.response.status == 200:
            params.response.content = _Bounded(params.response, most)  # type: ignore[assignment]

    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(bound)
    return trace
