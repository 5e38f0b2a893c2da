"""What is counted, and that nothing of a question or a person is in it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.storage.counts import day_of
from bot.storage.records import new_id
from retrieval.domain import SmallTalk

TODAY = day_of(datetime.now(UTC))


async def counted(store, server=None):
    return {(one.day, one.name): one.number for one in await store.counts(server)}


async def test_questions_are_counted_by_what_came_of_them(store, record):
    first = record("Who built it?", private=True)
    missed = record("Is there a mayor?")
    missed = replace(missed, answer=replace(missed.answer, answered=False), seconds=0.7)
    perhaps = record("Perhaps?", server=11)
    perhaps = replace(perhaps, answer=replace(perhaps.answer, perhaps=True))
    for one in (first, missed, perhaps, first):
        await store.add(one)
    assert await counted(store, 10) == {
        (TODAY, "answer"): 1,
        (TODAY, "none"): 1,
        (TODAY, "took 0.1"): 1,
        (TODAY, "took 1"): 1,
    }
    assert (await counted(store))[TODAY, "perhaps"] == 1
    assert (TODAY, "perhaps") not in await counted(store, 10)


async def test_greetings_and_shares_are_no_questions(store, record):
    greeting = record("Hello!")
    greeting = replace(greeting, answer=replace(greeting.answer, small_talk=SmallTalk.GREETING))
    await store.add(greeting)
    await store.add(record("Who?", conversation="10/100/1/shared"))
    assert await counted(store) == {}


async def test_of_somebodys_votes_the_latter_counts(store, record):
    one = record("Who?")
    await store.add(one)
    await store.vote(one.id, 5, 1)
    await store.vote(one.id, 6, -1)
    await store.vote("nowhere", 6, -1)
    found = await counted(store, 10)
    assert (found[TODAY, "up"], found[TODAY, "down"]) == (1, 1)
    await store.vote(one.id, 5, -1)
    found = await counted(store, 10)
    assert (found[TODAY, "up"], found[TODAY, "down"]) == (0, 2)
    await store.vote(one.id, 5, -1, "it is wrong")
    assert (await counted(store, 10))[TODAY, "down"] == 2


async def test_a_gap_is_closed_once(store, record):
    missed = record("Is there a mayor?")
    missed = replace(missed, answer=replace(missed.answer, answered=False))
    answered = record("Who built it?")
    await store.add(missed)
    await store.add(answered)
    assert await store.close_gaps([missed.id, answered.id, "nowhere"]) == 1
    assert await store.close_gaps([missed.id]) == 0
    assert (await counted(store, 10))[TODAY, "closed"] == 1


async def test_counts_outlive_answers_and_people_and_go_with_their_server(store, record):
    for server in (10, 11, None):
        await store.add(record("Who?", server=server))
    assert await store.forget_person(1) == 3
    assert (await counted(store))[TODAY, "answer"] == 3
    await store.forget_server(10)
    assert (await counted(store))[TODAY, "answer"] == 2
    assert await counted(store, 10) == {}


async def test_old_counts_are_deleted(store, record):
    await store.add(record("Who?", asked_at=datetime.now(UTC) - timedelta(days=401)))
    await store.add(record("Who?", asked_at=datetime.now(UTC) - timedelta(days=399)))
    await store.prune(older_than=timedelta(days=30))
    assert await counted(store) == {(TODAY - 399, "answer"): 1, (TODAY - 399, "took 0.1"): 1}
    assert await store.count(1) == 0


async def test_a_count_has_no_text_and_nobodys_id(store, record, traces):
    asker, channel = 8_877_665_544_332_211, 7_766_554_433_221_100
    one = record("an unforgettable question?", asker=asker, private=True, id=new_id())
    one = replace(one, place=replace(one.place, channel=channel))
    await store.add(one)
    await store.vote(one.id, asker, -1, "an unforgettable reason")
    await store.forget_person(asker)
    assert len(await counted(store)) == 3
    assert traces("unforgettable") == 0
    for number in (asker, channel):
        assert traces(number) == 0
    (row, *_) = await store._all("SELECT * FROM counts")
    assert list(row.keys()) == ["day", "server", "name", "number"]
