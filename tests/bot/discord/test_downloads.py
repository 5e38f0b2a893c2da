"""An attachment that unpacks to more than may be indexed is not read to its end."""

import gzip
import tracemalloc

import aiohttp
import pytest

from loopback.exchange import Upload

MOST = 1000
"""What `make_bot` lets a document have."""


@pytest.fixture
def offer():
    """Put a file onto the server; returns its address."""

    def put(h, data, encoding=None):
        upload = Upload(name="a.md", kind="text/plain", data=data, encoding=encoding)
        return h.server.store_file(h.channel, "77", "a.md", upload)

    return put


async def test_what_is_small_enough_is_read_whole_packed_or_not(harbour, offer):
    async with harbour() as h:
        text = b"x" * MOST
        assert await h.bot.http.get_from_cdn(offer(h, text)) == text
        packed = offer(h, gzip.compress(text), "gzip")
        assert await h.bot.http.get_from_cdn(packed) == text


@pytest.mark.parametrize("encoding", [None, "gzip"])
async def test_what_is_more_than_it_says_is_given_up(harbour, offer, encoding):
    async with harbour() as h:
        data = bytes(50_000_000)
        url = offer(h, gzip.compress(data) if encoding else data[:5_000_000], encoding)
        tracemalloc.start()
        try:
            with pytest.raises(aiohttp.ClientError):
                await h.bot.http.get_from_cdn(url)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert most < 10_000_000
