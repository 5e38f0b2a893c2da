"""The answer store: what it keeps, for how long, and what it says when it can't."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import structlog
from answer_records import record

from bot.storage.records import Place
from bot.storage.store import AnswerStore
from retrieval.domain import SmallTalk

HOUR = timedelta(hours=1)


async def test_an_answer_comes_back_as_it_was(store, shelf):
    kept = record(shelf, document="handbook.md", question_message=5, answer_message=6)
    await store.add(kept)
    assert await store.get(kept.id) == kept
    assert await store.by_question_message(5) == kept
    assert await store.by_answer_message(6) == kept
    assert await store.get("nothing") is None


async def test_it_outlives_the_process(where, shelf):
    kept = record(shelf)
    for _ in range(2):
        store = await AnswerStore.open(where)
        await store.add(kept)
        assert await store.get(kept.id) == kept
        await store.close()


async def test_the_latest_of_a_conversation_is_found_within_its_time(store, shelf):
    old = record(shelf, "Old?", asked_at=datetime.now(UTC) - 2 * HOUR)
    first, second = record(shelf), record(shelf, "What does the keeper receive a month?")
    for each in (old, second, first):
        await store.add(each)
    assert (await store.latest("10/100/1", within=HOUR)).id == second.id
    assert await store.latest("10/100/2", within=HOUR) is None
    assert await store.undropped(old.id) == old


async def test_a_dropped_conversation_explains_nothing_but_its_buttons_work(store, shelf):
    kept = record(shelf)
    await store.add(kept)
    assert await store.drop_conversation(1, 100) == 1
    assert await store.latest(kept.conversation, within=HOUR) is None
    assert await store.undropped(kept.id) is None
    assert await store.get(kept.id) == kept


async def test_forgetting_a_person_leaves_no_trace_in_the_files(store, shelf, traces):
    await store.add(record(shelf, "What is my unforgettable secret?"))
    other = record(shelf, asker=2)
    await store.add(other)
    await store.vote(other.id, 1, -1, "my unforgettable reason")
    assert traces("unforgettable")
    assert await store.forget_person(1) == 1
    assert traces("unforgettable") == 0
    assert await store.get(other.id) == other


async def test_old_answers_are_deleted_with_their_votes(store, shelf):
    old = record(shelf, asked_at=datetime.now(UTC) - 10 * HOUR)
    await store.add(old)
    await store.vote(old.id, 1, -1)
    assert await store.prune(older_than=20 * HOUR) == 0
    assert await store.prune(older_than=5 * HOUR) == 1
    assert await store.complaints(None) == ()


async def test_the_latest_vote_counts_and_one_for_nothing_is_not_kept(store, shelf):
    kept = record(shelf)
    await store.add(kept)
    await store.vote(kept.id, 1, -1, "wrong")
    await store.vote(kept.id, 1, 1)
    assert await store.complaints(None) == ()
    await store.vote("nothing", 1, -1)
    assert await store.complaints(None) == ()


async def test_misses_are_a_servers_own_and_never_private(store, shelf):
    await store.add(record(shelf, "Is there a mayor?"))
    await store.add(record(shelf, "Private?", private=True))
    await store.add(record(shelf, "Elsewhere?", place=Place(server=11, channel=100)))
    await store.add(record(shelf))
    assert [miss.question for miss in await store.misses(10)] == ["Is there a mayor?"]
    assert len(await store.misses(None)) == 3


async def test_small_talk_is_no_miss(store, shelf):
    greeted = record(shelf, "Is there a mayor?")
    answer = replace(greeted.answer, small_talk=SmallTalk.GREETING)
    await store.add(replace(greeted, answer=answer))
    assert await store.misses(10) == ()


async def test_of_two_answers_in_one_message_the_latest_is_shown(store, shelf):
    first = record(shelf, answer_message=6, asked_at=datetime.now(UTC) - HOUR)
    second = record(shelf, answer_message=6)
    for each in (second, first):
        await store.add(each)
    assert await store.by_answer_message(6) == second


async def test_an_answer_is_changed_without_losing_its_message_or_its_votes(store, shelf):
    kept = record(shelf)
    await store.add(kept)
    await store.shown_in(kept.id, 6)
    await store.vote(kept.id, 2, -1, "wrong")
    answer = replace(kept.answer, suggestions=("What next?",))
    await store.change(kept.id, answer)
    assert await store.by_answer_message(6) == replace(kept, answer=answer, answer_message=6)
    assert [row["reason"] for row in await store.complaints(None)] == ["wrong"]
    await store.change("gone", answer)
    assert await store.get("gone") is None


async def test_an_answer_in_an_unknown_form_is_as_good_as_forgotten_and_its_owner_is_told(
    store, shelf
):
    kept, other = record(shelf), record(shelf)
    await store.add(kept)
    await store.add(other)
    unknown = json.dumps({"question": [kept.answer.question]})
    await store.database.run("UPDATE answers SET answer = ? WHERE id = ?", unknown, kept.id)
    with structlog.testing.capture_logs() as entries:
        assert await store.get(kept.id) is None
        assert await store.get(other.id) == other
    assert store.unreadable == 1
    (entry,) = entries
    assert (entry["event"], entry["answer"]) == ("stored answer unreadable", kept.id)
    assert "question: Input should be a valid string" in entry["reason"]
    assert kept.answer.question not in str(entry)
