"""What every index store promises of the states that it keeps."""

import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from corpus import BOTH, EAST, NORTH, SPEC, UP, document, publish, unit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.domain import EVERYTHING
from retrieval.errors import IndexBusyError, IndexNotFoundError
from retrieval.store.memory import MemoryIndexStore
from retrieval.store.states import KEPT, Difference, difference, worth_keeping

NEWS = (document("news.txt", ["News", "The quay is closed."]), [UP, EAST])
NEWER = (document("news.txt", ["News", "The quay is open."]), [UP, NORTH])


def paths(state):
    return [one.path for one in state.documents]


def test_there_are_no_states_before_something_is_published(store):
    assert store.states() == ()
    with pytest.raises(IndexNotFoundError):
        store.rolled_back()
    with pytest.raises(IndexNotFoundError):
        store.rollback("20200101T000000-00000000")


def test_a_state_says_what_it_holds_and_what_published_it(store, opened):
    first = publish(store, BOTH)
    with store.begin(SPEC, origin="a test") as writer:
        for kept in writer.previous.documents.values():
            writer.keep(kept)
        second = writer.publish()
    newest, oldest = store.states()
    assert (newest.info, newest.origin) == (second, "a test")
    assert (oldest.info, oldest.origin) == (first, "")
    assert newest.documents == opened().documents()
    assert [state.info.build_id for state in store.states()] == list(store.builds())
    assert store.rolled_back() is None


@pytest.mark.parametrize("keep", [2, 3])
def test_as_many_states_are_kept_as_are_wanted(new_store, keep):
    store = new_store(keep=keep)
    ids = [publish(store, BOTH).build_id for _ in range(5)]
    assert store.builds() == tuple(reversed(ids[-keep:]))
    with pytest.raises(IndexNotFoundError):
        store.rollback(ids[0])


def publish_as(store, origin):
    with store.begin(SPEC, origin=origin) as writer:
        for kept in writer.previous.documents.values():
            writer.keep(kept)
        return writer.publish().build_id


def test_what_publishes_all_the_time_pushes_nothing_else_out(new_store):
    store = new_store(keep=3, together=("chat",))
    publish(store, BOTH)
    first, second = (publish_as(store, origin) for origin in "ab")
    chats = [publish_as(store, "chat") for _ in range(6)]
    # The one that answered before it stays for whoever is about to read it.
    assert store.builds() == (chats[-1], chats[-2], second, first)
    third = publish_as(store, "c")
    assert store.builds() == (third, chats[-1], second)
    more = [publish_as(store, "chat") for _ in range(3)]
    assert store.builds() == (more[-1], more[-2], third, chats[-1])
    store.rollback(third)
    assert store.current() == third


@given(st.lists(st.sampled_from(["a", "b", "chat", "talk"]), max_size=12), st.integers(2, 6))
def test_of_a_row_of_one_origin_the_newest_stays(origins, keep):
    kept = worth_keeping(origins, keep, ("chat", "talk"))
    rows = [
        at
        for at, origin in enumerate(origins)
        if at == 0 or origin not in ("chat", "talk") or origins[at - 1] != origin
    ]
    assert list(kept) == rows[:keep]
    assert worth_keeping(origins, keep) == tuple(range(min(keep, len(origins))))


def test_five_states_are_kept_unless_it_is_told_otherwise(store):
    ids = [publish(store, BOTH[:1]).build_id for _ in range(7)]
    assert KEPT == 5
    assert store.builds() == tuple(reversed(ids[-5:]))


def test_whoever_goes_back_is_remembered_with_what_was_gone_back_from(store, opened):
    first = publish(store, BOTH)
    second = publish(store, BOTH[:1])
    before = datetime.now(UTC)
    store.rollback(first.build_id, origin="somebody \n “quoted”")
    told = store.rolled_back()
    assert (told.build_id, told.latest) == (first.build_id, second.build_id)
    assert told.origin == "somebody \n “quoted”"
    assert before - timedelta(seconds=1) <= told.at <= datetime.now(UTC)
    assert store.builds() == (second.build_id, first.build_id)
    found = opened().shortlist(NORTH, ["fire"], scope=EVERYTHING, k=1)
    assert len(found) == 1


def test_a_state_is_opened_without_going_to_it(new_store):
    store = new_store(keep=2)
    gone = publish(store, BOTH)
    first = publish(store, [NEWS])
    second = publish(store, [NEWER])
    with closing(store.open(first.build_id)) as reader:
        assert reader.info == first
        (stored,) = reader.documents()
        assert reader.text(stored.id) == NEWS[0].text
    assert store.current() == second.build_id
    for unknown in (gone.build_id, "20200101T000000-00000000", "../x", ""):
        with pytest.raises(IndexNotFoundError):
            store.open(unknown)


def test_going_to_the_newest_state_is_no_rollback(store):
    first = publish(store, BOTH)
    second = publish(store, BOTH[:1])
    store.rollback(first.build_id)
    store.rollback(second.build_id)
    assert store.current() == second.build_id
    assert store.rolled_back() is None


def test_what_is_published_next_goes_on_from_the_newest_state(store, opened):
    first = publish(store, BOTH[:1])
    second = publish(store, [*BOTH, NEWS])
    store.rollback(first.build_id)
    with store.begin(SPEC) as writer:
        assert writer.previous.build_id == second.build_id
        assert set(writer.previous.documents) == {"news.txt", "rome.txt", "whales.txt"}
        for path in ("news.txt", "whales.txt"):
            writer.keep(writer.previous.documents[path])
        third = writer.publish()
    assert store.current() == third.build_id
    assert store.rolled_back() is None
    assert store.builds() == (third.build_id, second.build_id, first.build_id)
    assert [one.path for one in opened().documents()] == ["news.txt", "whales.txt"]


def test_the_state_that_answers_stays_when_it_is_the_oldest_that_is_kept(new_store):
    store = new_store(keep=2)
    first = publish(store, BOTH)
    second = publish(store, BOTH[:1])
    store.rollback(first.build_id)
    # Whoever is just opening the state that was gone back to finds it whole.
    third = publish(store, BOTH)
    assert store.builds() == (third.build_id, second.build_id, first.build_id)
    fourth = publish(store, BOTH)
    assert store.builds() == (fourth.build_id, third.build_id)


def test_an_empty_state_can_be_left_again(store, opened):
    first = publish(store, BOTH)
    publish(store, [])
    store.rollback(first.build_id)
    assert len(opened().documents()) == 2


def test_nobody_goes_back_while_somebody_writes(store):
    first = publish(store, BOTH)
    second = publish(store, BOTH)
    with store.begin(SPEC), pytest.raises(IndexBusyError):
        store.rollback(first.build_id)
    assert store.current() == second.build_id
    # And the right to write is free again, after a refusal too.
    with pytest.raises(IndexNotFoundError):
        store.rollback("20200101T000000-00000000")
    with store.begin(SPEC, timeout=0) as writer:
        assert writer.previous.build_id == second.build_id


def test_an_open_index_stays_as_it_was_when_another_is_gone_to(store, opened):
    first = publish(store, BOTH)
    publish(store, BOTH[:1])
    newest = opened()
    store.rollback(first.build_id)
    assert len(newest.documents()) == 1
    assert len(opened().documents()) == 2


def test_readers_see_one_state_or_the_other_while_it_is_gone_back_and_forth(store):
    sizes = {publish(store, BOTH).build_id: 2, publish(store, BOTH[:1]).build_id: 1}
    over = threading.Event()
    seen, wrong = set(), []

    def read():
        while not over.is_set():
            reader = store.open()
            seen.add(reader.info.build_id)
            if len(reader.documents()) != sizes[reader.info.build_id]:
                wrong.append(reader.info)
            reader.close()

    thread = threading.Thread(target=read)
    thread.start()
    try:
        end = time.monotonic() + 30
        turn = 0
        while (turn < 20 or len(seen) < 2) and time.monotonic() < end:
            store.rollback(list(sizes)[turn % 2])
            turn += 1
    finally:
        over.set()
        thread.join(30)
    assert wrong == []
    assert seen == set(sizes)


def test_states_are_compared_by_their_files():
    store = MemoryIndexStore()
    publish(store, BOTH)
    publish(store, [BOTH[0], NEWS])
    new, old = (state.documents for state in store.states())
    assert difference(old, new) == Difference(added=("news.txt",), removed=("rome.txt",))
    assert difference(new, old) == Difference(added=("rome.txt",), removed=("news.txt",))
    assert not difference(old, old)
    with store.begin(SPEC) as writer:
        for path, kept in writer.previous.documents.items():
            content = writer.stored(kept)
            sha256 = "other" if path == "news.txt" else kept.sha256
            writer.add(content.document, content.sentences, [content.features], sha256=sha256)
        writer.publish()
    assert difference(new, store.states()[0].documents) == Difference(changed=("news.txt",))


ACTIONS = st.lists(
    st.one_of(st.sampled_from(["both", "one", "none", "news", "newer"]), st.integers(0, 4)),
    max_size=12,
)
CONTENTS = {
    "both": BOTH,
    "one": BOTH[:1],
    "none": [],
    "news": [*BOTH, NEWS],
    "newer": [(document("a.txt", ["A", "B."]), [UP, unit(1, 2, 3)]), NEWER],
}


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(actions=ACTIONS, keep=st.integers(2, 4))
def test_whatever_is_published_and_gone_back_to_the_current_one_is_what_was_wanted(
    new_store, actions, keep
):
    store = new_store(keep=keep)
    made = {}
    current = latest = None
    for action in actions:
        if isinstance(action, str):
            current = latest = publish(store, CONTENTS[action]).build_id
            made[current] = sorted(one.path for one, _ in CONTENTS[action])
        elif action < len(store.builds()):
            current = store.builds()[action]
            store.rollback(current)
        else:
            continue
        assert store.current() == current
        states = store.states()
        assert [state.info.build_id for state in states] == sorted(
            (state.info.build_id for state in states), reverse=True
        )
        assert {state.info.build_id: paths(state) for state in states}.items() <= made.items()
        assert {current, latest} <= {state.info.build_id for state in states}
        told = store.rolled_back()
        assert (told and (told.build_id, told.latest)) == (
            None if current == latest else (current, latest)
        )
        reader = store.open()
        assert [one.path for one in reader.documents()] == made[current]
        reader.close()
