"""No bytes make a reader do anything but read them, or say in a sentence why not."""

import functools
import os
import re
import time
from pathlib import PurePosixPath
from random import Random

import pytest
from fuzz_seeds import FELL, seeds
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from retrieval.errors import DocumentError
from retrieval.reading.apart import Limits, ReadingProcess
from retrieval.reading.registry import SUFFIXES

FILES = int(os.environ.get("FUZZ_FILES", "5000"))
"""Mutated files; `.ci/run` reads fewer."""
LARGEST = 200_000
SECONDS = 20
"""Of processor time, for files that small: a hundred times what honest ones take."""
TOKENS = [
    b"",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\r",
    b"\r\n",
    b"\n\n",
    b"\t",
    b" " * 99,
    b"---\n",
    b"- ",
    b"> ",
    b"#",
    b"|",
    b"```",
    b"<!--",
    b"-->",
    b"<p>",
    b"</p>",
    b"[",
    b"](",
    b"*",
    b"_",
    b"&a",
    b"*a",
    b"!!int ",
    b"data:image/png;base64,",
    b"%PDF-",
    b"PK\x03\x04",
    b"<?xml",
    b'<!DOCTYPE x [<!ENTITY a "b">]>',
    b"&a;",
    b"{",
    b"}",
    b'"',
    b"'",
    b"12:30",
    b"Q:",
    b"\x0c",
    b"Page 3",
    b"99999999999999999999",
    b"-1",
    b"1e999",
    b"NaN",
    b"\xc2\xad",
    b"-\n",
]


@functools.cache
def readable() -> list[tuple[str, bytes]]:
    return [(name, data) for name, data in seeds() if name.lower().endswith(SUFFIXES)]


@pytest.fixture(scope="module")
def process():
    reading = ReadingProcess(limits=lambda _: Limits(seconds=SECONDS, memory=2 << 30))
    yield reading
    reading.close()


def mutated(random: Random) -> tuple[str, bytes]:
    """A file: now and then under another format's name."""
    name, data = random.choice(readable())
    for _ in range(random.randint(1, 8)):
        at, stop = sorted(random.randint(0, len(data)) for _ in range(2))
        match random.randint(0, 6):
            case 0:
                data = data[:at] + data[stop:]
            case 1:
                data = data[:at] + random.choice(TOKENS) * random.choice([1, 1, 2, 50]) + data[at:]
            case 2:
                piece = data[at : min(stop, at + 400)]
                data = data[:at] + piece * random.choice([2, 3, 40, 400]) + data[at:]
            case 3:
                flipped = bytearray(data)
                for _ in range(min(len(flipped), random.randint(1, 20))):
                    flipped[random.randrange(len(flipped))] = random.randrange(256)
                data = bytes(flipped)
            case 4:
                _, other = random.choice(readable())
                begin = random.randint(0, len(other))
                data = data[:at] + other[begin : begin + random.randint(0, 2_000)] + data[stop:]
            case 5:
                data = data[:at]
            case 6:
                data = data.replace(random.choice(TOKENS) or b"\n", random.choice(TOKENS), 50)
        data = data[:LARGEST]
    if random.random() < 0.1:
        name = f"{PurePosixPath(name).stem}{random.choice(SUFFIXES)}"
    return name, data


def check(process: ReadingProcess, name: str, data: bytes) -> None:
    try:
        read = process.read(data, name)
    except DocumentError as error:
        said = str(error)
        assert re.fullmatch(r"[A-Z][^\n]*\.", said), said
        assert len(said) < 400
        assert "takes more than" not in said, (name, said)
        assert "without a word" not in said, (name, said)
        return
    assert read
    assert len({one.document.path for one in read}) == len(read)
    for one in read:
        document, end = one.document, 0
        document.text.encode()  # No halves of characters.
        assert 0 < len(document.title) <= 300
        assert len(document.author or "") <= 300
        assert "\n" not in document.title
        assert all(len(warning) <= 300 for warning in document.warnings)
        for block in document.blocks:
            assert end <= block.start < block.end <= len(document.text)
            assert all(len(heading) <= 300 for heading in block.headings)
            at = block.start
            for omitted in block.omitted:
                assert at <= omitted.start <= omitted.end <= block.end
                at = omitted.end
            end = block.end
        end = 0
        for sentence in one.sentences:
            block = document.blocks[sentence.block]
            assert end <= sentence.start < sentence.end <= len(document.text)
            assert block.start <= sentence.start < sentence.end <= block.end
            assert 1 <= sentence.first_line <= sentence.last_line
            end = sentence.end


@pytest.mark.parametrize("name", FELL)
def test_what_fell_once(process, name):
    check(process, name, FELL[name])


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_mutated_files(process):
    begun, slowest = time.monotonic(), (0.0, "")

    # Shrinking what a random generator made says nothing; its number makes the same file again.
    @settings(
        max_examples=FILES,
        deadline=None,
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, 2**64))
    def fuzz(number: int) -> None:
        nonlocal slowest
        name, data = mutated(Random(number))
        started = time.monotonic()
        check(process, name, data)
        slowest = max(slowest, (time.monotonic() - started, f"{name} of {number}"))

    fuzz()
    print(f"{FILES} files in {time.monotonic() - begun:.0f} s, the slowest {slowest}")  # noqa: T201
