"""Votes in the answer store: what they are about, where they count, and how they go."""

import json
from dataclasses import replace

from answer_records import record

from bot.storage.records import Place
from bot.storage.voting import voted_on
from retrieval.domain import Pinned, Vote

QUESTION = "Who built the lighthouse in 1853?"
BUILT = "The lighthouse was built in 1853 by Ada Brown."


async def vote(store, kept, voter, value=-1, **options):
    await store.vote(kept.id, voter, value, passage=voted_on(kept), **options)


async def test_a_vote_says_what_it_is_about(store, shelf):
    kept = record(shelf)
    await store.add(kept)
    await vote(store, kept, 7, decisive=True)
    assert await store.votes(10) == (
        Vote(
            question=QUESTION,
            path="handbook.md",
            sentences=(BUILT,),
            voter=7,
            helpful=False,
            is_decisive=True,
        ),
    )
    await vote(store, kept, 7, 1)
    (only,) = await store.votes(10)
    assert (only.helpful, only.is_decisive) == (True, False)


async def test_the_latest_come_first(store, shelf):
    kept = record(shelf)
    await store.add(kept)
    for voter in (3, 1, 2):
        await vote(store, kept, voter)
    assert [one.voter for one in await store.votes(10)] == [2, 1, 3]


async def test_they_count_in_their_server_and_only_of_what_all_can_see(store, shelf):
    for details in (
        {"place": Place(server=10, channel=100)},
        {"place": Place(server=20, channel=200)},
        {"place": Place(server=None, channel=300)},
        {"private": True},
    ):
        kept = record(shelf, **details)
        await store.add(kept)
        await vote(store, kept, 7)
    assert len(await store.votes(10)) == len(await store.votes(20)) == 1
    assert await store.votes(None) == ()
    assert [one.server for one in await store.cast_votes(None)] == [20, 10]


async def test_what_answers_nothing_and_what_is_pinned_is_not_voted_on(shelf):
    assert voted_on(record(shelf, "Which taxes does the mayor levy?")) is None
    kept = record(shelf)
    passage = replace(kept.answer.passages[0], pinned=Pinned(question="Who?", path="pinned.md"))
    assert voted_on(replace(kept, answer=replace(kept.answer, passages=(passage,)))) is None
    about = json.loads(voted_on(replace(kept, answer=replace(kept.answer, understood_as="Who?"))))
    assert about["question"] == "Who?"


async def test_a_vote_can_be_taken_back_and_is_counted_no_more(store, shelf):
    kept = record(shelf)
    await store.add(kept)
    assert await store.vote_of(kept.id, 7) is None
    await vote(store, kept, 7)
    assert await store.vote_of(kept.id, 7) == -1
    await store.take_back(kept.id, 7)
    assert await store.vote_of(kept.id, 7) is None
    assert await store.votes(10) == ()
    assert {one.number for one in await store.counts(10) if one.name == "down"} <= {0}
    # Once more takes nothing else along.
    await store.take_back(kept.id, 7)


async def test_marks_that_are_taken_away_stay_complaints(store, shelf):
    kept, other = record(shelf), record(shelf)
    for one in (kept, other):
        await store.add(one)
        await vote(store, one, 7, reason="It was 1854.")
    await vote(store, kept, 8, 1)
    assert await store.disregard([kept.id]) == 1
    assert await store.disregard([kept.id]) == 0
    assert {(one.voter, one.helpful) for one in await store.votes(10)} == {(8, True), (7, False)}
    assert len(await store.complaints(10)) == 2


async def test_they_go_with_their_answer_and_with_their_voter(store, shelf):
    kept, other = record(shelf), record(shelf)
    for one in (kept, other):
        await store.add(one)
        await vote(store, one, 7)
        await vote(store, one, 8)
    await store.delete(kept.id)
    assert len(await store.votes(10)) == 2
    await store.forget_person(7)
    assert [one.voter for one in await store.votes(10)] == [8]
