"""SIGKILL at any moment of a build: whoever asks next is answered from a whole index."""

import os
import random
import subprocess
import sys
import time
from contextlib import closing

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.store.describe import describe_index
from retrieval.store.files import writer
from retrieval.testing import HashEncoder

ENCODER = HashEncoder(dimension=64)


def write_version(seeds, version, *, documents, changed):
    """Change some documents, and return what all of them should say: path to text."""
    for number in range(documents):
        path = seeds / f"{number:03}.txt"
        if not path.exists() or number % (documents // changed) == 0:
            sender = f"Station {number}" if number else "The lighthouse"
            path.write_text(
                f"Report {number}\n\n{sender} sent report {version}. All is well there.\n"
            )
    return {path.name: path.read_text() for path in seeds.iterdir()}


def published(index, encoder=ENCODER):
    """Read the whole index, every byte of it checked, and ask it something."""
    with open_index(index, encoder, verify=True) as searcher:
        assert searcher.ask("Which report did the lighthouse send?").passages
        return {document.path: searcher.text(document.path) for document in searcher.documents()}


def leftovers(index):
    return [path for path in (index / "builds").iterdir() if path.name.endswith(".partial")]


def wait_for_building(is_alive, index):
    """Return when the build has begun to write, or is over."""
    while is_alive() and not leftovers(index):
        time.sleep(0.0005)


def build_apart(seeds, index, encoder):
    """Leave every segment as it is."""
    writer.taken_in = lambda sizes, new: ()
    build_index(seeds, index, encoder)


@pytest.mark.parametrize("build", [build_index, build_apart], ids=["merged", "apart"])
def test_a_killed_build_loses_nothing(seeds, index, process, build):
    moments = random.Random(7)
    old = write_version(seeds, 0, documents=60, changed=60)
    build_index(seeds, index, ENCODER)
    seconds = 1.0
    interrupted = 0
    for version in range(1, 9):
        new = write_version(seeds, version, documents=60, changed=30)
        builder = process(target=build, args=(seeds, index, ENCODER))
        started = time.perf_counter()
        builder.start()
        if version > 1:  # the first one runs to its end and says how long that takes
            if version % 2:
                # Any moment, that of starting up included, which may be most of them.
                builder.join(moments.uniform(0, seconds))
            else:
                wait_for_building(builder.is_alive, index)
                builder.join(moments.uniform(0, seconds / 50))
            builder.kill()
        builder.join()
        if version == 1:
            seconds = time.perf_counter() - started
        interrupted += bool(leftovers(index))
        now = published(index)
        assert now in (old, new)
        old = now
    assert interrupted > 0  # the moments were ones of building
    build_index(seeds, index, ENCODER, wait=False)  # no lock and no half build is in the way
    assert published(index) == new
    assert leftovers(index) == []


def verbatim(*arguments, environment):
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "bot", *arguments],
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_fifty_kills_of_the_command(seeds, tmp_path, encoder, encoder_cache):
    """`verbatim index` over 300 documents with the real model, and `verbatim ask` after each."""
    data = tmp_path / "data"
    environment = {
        "VERBATIM_SEEDS": str(seeds),
        "VERBATIM_DATA": str(data),
        "VERBATIM_CACHE": str(encoder_cache),
    }
    moments = random.Random(11)
    old = write_version(seeds, 0, documents=300, changed=300)
    assert verbatim("index", environment=environment).wait() == 0
    new = write_version(seeds, 1, documents=300, changed=75)
    started = time.perf_counter()
    assert verbatim("index", environment=environment).wait() == 0
    seconds = time.perf_counter() - started
    old = new
    interrupted = finished = 0
    for version in range(2, 52):
        new = write_version(seeds, version, documents=300, changed=75)
        builder = verbatim("index", environment=environment)
        started = time.perf_counter()
        try:
            if version % 2:
                # Any moment, that of starting up included, which may be most of them.
                builder.wait(moments.uniform(0, seconds))
            else:
                wait_for_building(lambda builder=builder: builder.poll() is None, data / "index")
                builder.wait(moments.uniform(0, seconds / 50))
            finished += 1
            seconds = min(seconds, time.perf_counter() - started)
        except subprocess.TimeoutExpired:
            builder.kill()
            builder.wait()
        interrupted += bool(leftovers(data / "index"))
        asked = subprocess.run(
            [sys.executable, "-P", "-m", "bot", "ask", "Which report did the lighthouse send?"],
            env=os.environ | environment,
            capture_output=True,
            text=True,
        )
        assert asked.returncode == 0, asked.stdout + asked.stderr
        now = whole(data / "index")
        assert now in (old, new)
        assert now["000.txt"].splitlines()[2].split(". ")[0] in asked.stdout
        old = now
    assert interrupted > 5
    print(f"{interrupted} kills hit a build in progress, {finished} came too late")  # noqa: T201


def whole(index):
    """Check and read an index whose model this process has not loaded."""
    _, documents = describe_index(open_store(index), verify=True)
    with closing(open_store(index).open()) as reader:
        return {document.path: reader.text(n) for n, document in enumerate(documents)}
