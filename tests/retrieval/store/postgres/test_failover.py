"""A standby takes the place of its primary: who asks goes on, of one state, by the same address."""

import threading
import time
from contextlib import contextmanager

import numpy as np
import pytest
from corpus import BOTH, EAST, NORTH, document, publish

from bot.rendering.errors import for_terminal
from retrieval.answering.searcher import open_index
from retrieval.domain import EVERYTHING
from retrieval.errors import StoreUnavailableError
from retrieval.indexing.build import build_index
from retrieval.store.postgres import connections
from retrieval.store.postgres.index_store import PostgresIndexStore
from retrieval.testing import HashEncoder

ENCODER = HashEncoder(dimension=64)
QUESTION = "When does the lighthouse open?"
OTHERS = ["What does the ferry cost?", "Who rings the bell?"]
DOCUMENTS = {
    "lighthouse.txt": "The lighthouse\n\nThe lighthouse opens at nine.\n",
    "ferry.txt": "The ferry\n\nThe ferry costs four crowns. Children travel free.\n",
    "bell.txt": "The bell\n\nThe harbour master rings the bell at noon.\n",
}
SIMILAR = (document("owls.txt", ["Owls", "Barn owls eat mice.", "They call at night."]), BOTH[0][1])
"""Of the size of the one that was lost, so that it has its numbers, and its vectors."""
AGAIN = "try again in a moment"


@pytest.fixture
def primary(own_server):
    return own_server


@pytest.fixture
def standby(primary):
    server = type(primary)(primary)
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def store(primary, standby):
    """A store by an address that names both, and means the one that is written to."""
    own = f"127.0.0.1:{primary.port}"
    both = primary.new_database().replace(own, f"{own},127.0.0.1:{standby.port}")
    return PostgresIndexStore(f"{both}?target_session_attrs=read-write")


@contextmanager
def asked_all_the_time(ask, *, threads):
    """Let several threads ask: the answers with their times, and the refusals."""
    over, answered, refused, broken = threading.Event(), [], [], []

    def go_on():
        while not over.is_set():
            try:
                answer = ask()
            except StoreUnavailableError as error:
                refused.append(error)
            except Exception as error:
                broken.append(error)
                raise
            else:
                answered.append((time.monotonic(), answer))

    started = [threading.Thread(target=go_on) for _ in range(threads)]
    for thread in started:
        thread.start()
    try:
        yield answered, refused
    finally:
        over.set()
        for thread in started:
            thread.join(30)
    assert broken == []


def wait_until(is_so):
    ends = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.02)


def quoted(searcher, question):
    answer = searcher.ask(question)
    return answer.build_id, [(one.citation.path, one.text) for one in answer.passages]


@pytest.mark.slow
def test_a_standby_that_is_promoted_gives_the_answers_of_its_primary(
    primary, standby, store, seeds, write, monkeypatch
):
    monkeypatch.setattr(connections, "_PATIENCE", 1.0)
    write(DOCUMENTS)
    first = build_index(seeds, store, ENCODER)
    standby.catch_up(primary)
    with open_index(store, ENCODER) as searcher:
        expected = quoted(searcher, QUESTION)
        assert expected[1][0] == ("lighthouse.txt", "The lighthouse opens at nine.")
        with asked_all_the_time(lambda: quoted(searcher, QUESTION), threads=4) as (found, refused):
            wait_until(lambda: found)
            primary.crash()
            wait_until(lambda: len(refused) >= 4)
            # Neither is anything published meanwhile, nor another state looked for in vain.
            for act in (store.current, lambda: build_index(seeds, store, ENCODER)):
                with pytest.raises(StoreUnavailableError) as raised:
                    act()
                refused.append(raised.value)
            standby.promote()
            promoted = time.monotonic()
            wait_until(lambda: found[-1][0] > promoted)
            # What was never asked before is not known from before.
            assert all(quoted(searcher, other)[0] == first.build_id for other in OTHERS)
            # And it is published where it is answered from now on.
            write({"lighthouse.txt": DOCUMENTS["lighthouse.txt"].replace("nine", "ten")})
            second = build_index(seeds, store, ENCODER)
            published = time.monotonic()
            wait_until(lambda: found[-1][0] > published)
        # Whoever has the first state open is answered of it, before and after.
        assert {str(answer) for _, answer in found} == {str(expected)}
    for error in refused:
        said = for_terminal(error)
        assert "can't be reached (" in said, said
        assert AGAIN in said
        assert "\n" not in said
    assert any("only a standby is there" in str(error) for error in refused)
    assert (second.embedded, store.builds()) == (2, (second.build_id, first.build_id))
    with open_index(store, ENCODER, verify=True) as searcher:
        (passage, *_) = quoted(searcher, QUESTION)[1]
        assert passage == ("lighthouse.txt", "The lighthouse opens at ten.")


@pytest.mark.slow
def test_a_state_that_the_standby_never_heard_of_is_mixed_with_none(
    primary, standby, store, monkeypatch, worded
):
    """The next one gets its numbers, and the reader that had it open is told to try again."""
    monkeypatch.setattr(connections, "_PATIENCE", 0.5)
    kept = publish(store, BOTH[1:])
    standby.catch_up(primary)
    older = store.open()
    standby.halt()
    lost = publish(store, BOTH)
    reader = store.open()
    assert reader.info.build_id == lost.build_id
    assert len(reader.shortlist(EAST, ["krill"], scope=EVERYTHING, k=5)) == 5
    primary.crash()
    standby.start()
    standby.promote()
    assert store.current() == kept.build_id
    for follows in (False, True):
        if follows:
            publish(store, [SIMILAR, *BOTH[1:]])
        for ask in (
            lambda: reader.shortlist(EAST, ["winter"], scope=EVERYTHING, k=5),
            lambda: reader.text(1),
            lambda: reader.tokens(np.array([5])),
            lambda: reader.rarity(["mice"]),
        ):
            with pytest.raises(StoreUnavailableError, check=worded(f"replaced.*{AGAIN}")):
                ask()
    # The state before it was there all along.
    assert older.shortlist(NORTH, ["fire"], scope=EVERYTHING, k=1).ids.tolist() == [1]
    assert older.info.build_id == kept.build_id
    now = store.open(verify=True)
    assert {one.path for one in now.documents()} == {"owls.txt", "rome.txt"}
    for one in (older, reader, now):
        one.close()
