"""A server that is started again under load, and the graph over many vectors."""

import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from corpus import BOTH, NORTH, SPEC, document, features, publish, sentences_of

from retrieval.domain import EVERYTHING, Scope
from retrieval.errors import StoreUnavailableError
from retrieval.store.memory import MemoryIndexStore
from retrieval.store.postgres.index_store import PostgresIndexStore

pytestmark = pytest.mark.slow


def test_a_restart_under_load_gives_right_answers_or_says_to_try_again(own_server):
    store = PostgresIndexStore(own_server.new_database())
    publish(store, BOTH)
    reader = store.open()
    over, wrong, answered, refused = threading.Event(), [], [], []

    def ask():
        while not over.is_set():
            try:
                found = reader.shortlist(NORTH, ["fire"], scope=EVERYTHING, k=1).ids.tolist()
            except StoreUnavailableError as error:
                refused.append(error)
            else:
                answered.append(time.monotonic())
                wrong.extend(found if found != [1] else ())

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        while not answered:
            time.sleep(0.01)
        own_server.restart()
        own_server.halt()
        time.sleep(6)  # Longer than a reader waits: the server has to be away, not only restarted.
        own_server.start()
        back = time.monotonic()
        while max(answered) < back and time.monotonic() < back + 30:
            time.sleep(0.05)
    finally:
        over.set()
        for thread in threads:
            thread.join(30)
    reader.close()
    assert wrong == []
    assert refused
    assert all(one.remedies[0].kind == "try again in a moment" for one in refused)
    assert max(answered) > back


def test_of_several_hosts_the_one_that_is_there_answers(own_server):
    url = own_server.new_database()
    several = url.replace("127.0.0.1:", "127.0.0.1:1,127.0.0.1:")
    store = PostgresIndexStore(f"{several}?target_session_attrs=read-write")
    info = publish(store, BOTH)
    assert store.current() == info.build_id
    reader = store.open()
    assert len(reader.shortlist(NORTH, ["fire"], scope=EVERYTHING, k=3)) == 3
    reader.close()


def test_the_graph_finds_what_looking_at_everything_does(own_server):
    random = np.random.default_rng(7)
    made = []
    for number in range(60):
        rows = random.normal(size=(200, 32)) + random.normal(size=32)
        vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        lines = [f"Line {number} {line} says {random.integers(50)}." for line in range(199)]
        made.append((document(f"{number:02}.txt", [f"Title {number}", *lines]), list(vectors)))
    store, plain = PostgresIndexStore(own_server.new_database()), MemoryIndexStore()
    wide = replace(SPEC, dimension=32)
    for one in (store, plain):
        publish(one, made, wide)
    reader, exact = store.open(), plain.open()
    assert own_server.sql(
        "SELECT count(*) FROM pg_indexes WHERE indexname = 'sentences_near_32'",
        url=store._server.url,
    ) == [(1,)]
    some = Scope(documents=frozenset(f"{number:02}.txt" for number in range(0, 60, 2)))
    found = wanted = 0
    for scope in (EVERYTHING, some):
        for _ in range(10):
            vector = random.normal(size=32)
            vector = (vector / np.linalg.norm(vector)).astype(np.float32)
            best = exact.shortlist(vector, [], scope=scope, k=100)
            got = reader.shortlist(vector, [], scope=scope, k=100)
            both = got.dense + got.lexical
            assert len(got) == 100
            assert (np.diff(both) <= 1e-6).all()
            wanted += 100
            # Of equal ones any may be left out.
            found += int((both >= (best.dense + best.lexical)[-1] - 1e-5).sum())
    assert found >= 0.98 * wanted
    # Another build of the same vectors is found by the same graph.
    with store.begin(wide) as writer:
        for kept in writer.previous.documents.values():
            writer.keep(kept)
        more = document("new.txt", ["New", "Entirely new."])
        writer.add(more, sentences_of(more), [features([vector, vector])], sha256="s")
        writer.publish()
    again = store.open()
    best = again.shortlist(vector, ["new"], scope=EVERYTHING, k=1)
    (place,) = again.places(best.ids.tolist())
    assert again.document(place.document).path == "new.txt"
    for one in (reader, again):
        one.close()
