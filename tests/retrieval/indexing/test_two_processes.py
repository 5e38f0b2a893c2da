"""Builders and readers in processes of their own, at the same time."""

import re
import threading
import time

import pytest
from asking import ask_until

from bot.rendering.errors import for_terminal
from retrieval.answering.searcher import open_index
from retrieval.errors import IndexBusyError
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.store.files.current import current_build
from retrieval.testing import HashEncoder

ENCODER = HashEncoder(dimension=64)
QUESTION = "Which version is the fifth document?"


def documents(version):
    return {
        f"{number:02}.txt": f"Document {number}\n\nThis is version {version} of the document.\n"
        for number in range(20)
    }


class Slow(HashEncoder):
    """Holds the index until it is let go."""

    def __init__(self, entered, leave):
        super().__init__(dimension=64)
        self._entered, self._leave = entered, leave

    def encode_passages(self, texts, *, hidden=False):
        self._entered.set()
        assert self._leave.wait(30)
        return super().encode_passages(texts, hidden=hidden)


def test_a_second_process_waits_for_the_first(seeds, write, index, process):
    write(documents(1))
    entered, leave = threading.Event(), threading.Event()
    first = threading.Thread(target=build_index, args=(seeds, index, Slow(entered, leave)))
    first.start()
    assert entered.wait(30)
    second = process(target=build_index, args=(seeds, index, ENCODER))
    second.start()
    second.join(1)
    assert second.is_alive()
    assert not (index / "CURRENT").exists()
    leave.set()
    first.join(30)
    second.join(30)
    assert second.exitcode == 0
    with open_index(index, ENCODER, verify=True) as searcher:
        assert searcher.info.documents == 20


def test_a_second_builder_that_will_not_wait_says_why(seeds, write, index):
    write(documents(1))
    entered, leave = threading.Event(), threading.Event()
    first = threading.Thread(target=build_index, args=(seeds, index, Slow(entered, leave)))
    first.start()
    try:
        assert entered.wait(30)
        for options in ({"wait": False}, {"timeout": 0.2}):
            with pytest.raises(IndexBusyError) as caught:
                build_index(seeds, index, ENCODER, **options)
            assert for_terminal(caught.value) == (
                f"Another build holds {index}; run `verbatim index` again when it has ended."
            )
        waiting, report = threading.Event(), []

        def progress(stage, done, total):
            if (stage, total) == ("waiting for another build", None):
                waiting.set()

        second = threading.Thread(
            target=lambda: report.append(build_index(seeds, index, ENCODER, progress=progress))
        )
        second.start()
        assert waiting.wait(30)
    finally:
        leave.set()
        first.join(30)
    second.join(30)
    # It found everything done.
    assert (report[0].embedded, report[0].build_id) == (0, current_build(index))


def test_readers_never_see_a_mixture(seeds, write, index, process):
    """One process publishes builds as fast as it can; every reader sees one version."""
    write(documents(0))
    build_index(seeds, index, ENCODER)
    seen = set()
    for version in range(1, 9):
        write(documents(version))
        builder = process(target=build_index, args=(seeds, index, ENCODER))
        builder.start()
        while builder.is_alive():
            with open_index(index, ENCODER) as searcher:
                texts = [searcher.text(document.path) for document in searcher.documents()]
                versions = {re.search(r"version (\d+)", text).group(1) for text in texts}
                assert len(texts) == 20
                assert len(versions) == 1
                answer = searcher.ask(QUESTION)
                assert answer.build_id == searcher.info.build_id
                quoted = {re.search(r"version (\d+)", p.text).group(1) for p in answer.passages}
                assert quoted == versions
                seen |= versions
        builder.join()
        assert builder.exitcode == 0
    with open_index(index, ENCODER, verify=True) as searcher:
        assert "version 8" in searcher.text("00.txt")
    assert len(seen) > 4


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["files", "postgres"])
def test_four_processes_ask_while_another_publishes(kind, request, seeds, write, index, forks):
    """Every answer, and all that is read beside it, is of one state."""
    where = index if kind == "files" else request.getfixturevalue("postgres").new_database()
    store = open_store(where)
    write(documents(0))
    versions = {build_index(seeds, store, ENCODER).build_id: "0"}
    over, told = forks.Event(), forks.Queue()
    begun = [forks.Event() for _ in range(4)]
    asking = [
        forks.Process(target=ask_until, args=(where, QUESTION, 64, over, one, told), daemon=True)
        for one in begun
    ]
    for one in asking:
        one.start()
    try:
        assert all(one.wait(60) for one in begun)
        for version in range(1, 9):
            write(documents(version))
            versions[build_index(seeds, store, ENCODER).build_id] = str(version)
            time.sleep(0.1)
    finally:
        over.set()
    found = [told.get(timeout=60) for _ in asking]
    for one in asking:
        one.join(60)
    assert [one.exitcode for one in asking] == [0] * 4, found
    wrong = {
        one: times
        for seen in found
        for one, times in seen.items()
        if one[1:] != (20, (versions[one[0]],))
    }
    assert wrong == {}
    # Each saw several, and was asking all the time.
    assert min(map(len, found)) >= 4
