"""Which earlier questions explain a new one, whatever store remembers them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.app.collections.sight import ALL
from bot.app.conversation import ConversationRules, Thread, find_thread
from bot.app.request import AskRequest, Place, conversation_of
from bot.storage.memory import MemoryStore
from bot.storage.records import AnswerRecord, new_id, turn_of
from bot.storage.store import AnswerStore

HOUR = timedelta(hours=1)
RULES = ConversationRules(within=HOUR, turns=6)
PLACE = Place(server=10, channel=100)


@pytest.fixture(params=["memory", "sqlite"])
async def records(request, tmp_path):
    if request.param == "memory":
        yield MemoryStore()
        return
    opened = await AnswerStore.open(tmp_path / "answers.sqlite3")
    yield opened
    await opened.close()


def asking(**details):
    values = {"text": "And now?", "door": "slash", "asker": 1, "place": PLACE, "sight": ALL}
    return AskRequest(**values | details)


@pytest.fixture
def remember(records, shelf):
    minutes = iter(range(30, 0, -1))

    async def remember(question, *, parent=None, asker=1, private=False, age=None):
        when = datetime.now(UTC) - (age or timedelta(minutes=next(minutes)))
        request = asking(asker=asker, private=private)
        record = AnswerRecord(
            id=new_id(),
            asked_at=when,
            door="slash",
            asker=asker,
            place=PLACE,
            private=private,
            conversation=conversation_of(request),
            parent=parent and parent.id,
            answer=shelf.published.ask(question),
            seconds=0.1,
        )
        await records.add(record)
        return record

    return remember


async def test_a_conversation_is_the_chain_of_answers_within_its_time(records, remember):
    old = await remember("Old?", age=2 * HOUR)
    first = await remember("Who built the lighthouse in 1853?", parent=old)
    second = await remember("What does the keeper receive a month?", parent=first)
    thread = await find_thread(asking(), records, RULES)
    assert thread == Thread(parent=second.id, history=(turn_of(first), turn_of(second)))
    assert thread.history[0].answer == "The lighthouse was built in 1853 by Ada Brown."
    short = ConversationRules(within=HOUR, turns=1)
    assert (await find_thread(asking(), records, short)).history == (turn_of(second),)
    under_first = await find_thread(asking(follows=first.id), records, RULES)
    assert under_first == Thread(parent=first.id, history=(turn_of(first),))


async def test_a_fresh_question_has_none_and_begins_anew(records, remember):
    await remember("Who built the lighthouse in 1853?")
    assert await find_thread(asking(fresh=True), records, RULES) == Thread()
    never = ConversationRules(within=timedelta(0), turns=6)
    assert await find_thread(asking(), records, never) == Thread()
    fresh = await remember("And its lamp?")
    thread = await find_thread(asking(), records, RULES)
    assert thread.history == (turn_of(fresh),)


async def test_a_dropped_conversation_explains_nothing(records, remember):
    kept = await remember("Who built the lighthouse in 1853?")
    await records.drop_conversation(1, 100)
    assert await find_thread(asking(), records, RULES) == Thread()
    assert (await find_thread(asking(follows=kept.id), records, RULES)).history == ()


async def test_nothing_is_taken_of_other_peoples_or_of_private_conversations(records, remember):
    earlier = await remember("Who built the lighthouse in 1853?")
    hers = await remember("What does the keeper receive a month?", parent=earlier)
    private = await remember("Who built the lighthouse in 1853?", private=True)
    after_private = await remember("Who built the lighthouse in 1853?", parent=private)

    async def history(answer, asker, *, private=False):
        request = asking(follows=answer.id, asker=asker, private=private)
        return (await find_thread(request, records, RULES)).history

    assert await history(hers, 1) == (turn_of(earlier), turn_of(hers))
    assert await history(hers, 2) == (turn_of(hers),)
    assert await history(private, 1) == ()
    assert await history(after_private, 1) == (turn_of(after_private),)
    assert await history(private, 1, private=True) == (turn_of(private),)


def test_every_person_in_every_place_has_a_conversation_and_a_private_one():
    requests = [
        asking(asker=asker, place=Place(server=server, channel=channel), private=private)
        for asker in (1, 2)
        for server in (None, 10)
        for channel in (100, 101)
        for private in (False, True)
    ]
    assert len({conversation_of(request) for request in requests}) == len(requests)
