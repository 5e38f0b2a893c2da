"""The ask service: what becomes of a question, whatever door it comes through."""

from dataclasses import replace
from datetime import timedelta

import pytest
from prometheus_client import generate_latest

from bot.app.admission import Admission
from bot.app.ask import AskService
from bot.app.collections.sight import ALL
from bot.app.conversation import ConversationRules
from bot.app.direct_pool import DirectPool
from bot.app.latency import Latency
from bot.app.limits import AskLimiter
from bot.app.metrics import Metrics
from bot.app.observer import AskObserver, outcome_name
from bot.app.outcome import Answered, Reason, Refused, Unavailable
from bot.app.request import AskRequest, Place
from bot.errors import Busy, TooSlow
from bot.storage.memory import MemoryStore
from bot.storage.records import turn_of
from bot.storage.turns import MemoryTurns
from retrieval.domain import Choice
from retrieval.errors import UnknownDocumentError

QUESTION = "Who built the lighthouse in 1853?"
NEXT = "What does its lamp burn?"


class Pool(DirectPool):
    """A pool that can be full, or fail."""

    error: Exception | None = None

    async def ask(self, question, **options):
        if self.error is not None:
            raise self.error
        return await super().ask(question, **options)

    async def suggest(self, answer, **options):
        if self.error is not None:
            raise self.error
        return await super().suggest(answer, **options)


@pytest.fixture
def pool(shelf):
    return Pool(lambda: shelf.published)


@pytest.fixture
def records():
    return MemoryStore()


@pytest.fixture
def observed():
    return []


@pytest.fixture
def service(pool, records, observed):
    return AskService(
        pool=pool,
        records=records,
        rules=ConversationRules(within=timedelta(minutes=15), turns=6),
        admission=Admission(
            limiter=AskLimiter(MemoryTurns(), user_per_minute=5, channel_per_minute=100),
            longest=500,
        ),
        observe=lambda request, outcome: observed.append(outcome),
    )


def request(text=QUESTION, **details):
    values = {"door": "slash", "asker": 1, "place": Place(server=10, channel=100), "sight": ALL}
    return AskRequest(text=text, **values | details)


async def test_an_answer_is_remembered_with_all_that_its_buttons_need(service, records, observed):
    outcome = await service.ask(
        request(f"  {QUESTION}\n", document="handbook.md", message=55, private=True)
    )
    record = outcome.record
    assert record.answer.question == QUESTION
    assert (record.door, record.asker, record.place) == ("slash", 1, Place(server=10, channel=100))
    assert (record.document, record.question_message, record.private) == ("handbook.md", 55, True)
    assert record.conversation == "10/100/1/private"
    assert record.parent is None
    assert record.seconds >= 0
    assert await records.undropped(record.id) == record
    assert observed == [outcome]
    assert outcome.sure


async def test_a_question_is_understood_in_its_conversation(service, shelf):
    first = await service.ask(request())
    second = await service.ask(request("and what does its lamp burn?"))
    assert second.history == (turn_of(first.record),)
    assert shelf.published.asked[-1][1] == second.history
    assert second.record.parent == first.record.id
    assert "Who built" in second.record.answer.understood_as


async def test_a_chosen_meaning_keeps_the_conversation(service, shelf):
    shelf.published.choices["How much?"] = (Choice(label="The keeper", question="Pay of keeper?"),)
    first = await service.ask(request())
    unclear = await service.ask(request("How much?"))
    chosen = await service.ask(request("Pay of keeper?", follows=unclear.record.id))
    assert [turn.question for turn in chosen.history] == [QUESTION, "How much?"]
    after = await service.ask(request("and in a year?"))
    assert [t.question for t in after.history] == [QUESTION, "How much?", "Pay of keeper?"]
    assert first.history == ()


async def test_a_refused_question_is_neither_acknowledged_nor_answered(
    service, pool, shelf, observed
):
    acknowledged = []

    async def acknowledge():
        acknowledged.append(True)

    assert (await service.ask(request(" "), acknowledge=acknowledge)).reason is Reason.EMPTY
    long = await service.ask(request("w" * 501), acknowledge=acknowledge)
    assert (long.reason, long.longest) == (Reason.TOO_LONG, 500)
    pool.busy = True
    assert (await service.ask(request(), acknowledge=acknowledge)).reason is Reason.BUSY
    pool.busy = False
    assert acknowledged == []
    assert shelf.published.asked == []
    assert len(observed) == 3
    for _ in range(2):
        await service.ask(request(), acknowledge=acknowledge)
    limited = await service.ask(request(), acknowledge=acknowledge)
    assert limited.reason is Reason.USER_LIMIT
    assert acknowledged == [True, True]
    assert len(shelf.published.asked) == 2


async def test_a_question_that_cannot_be_acknowledged_is_not_answered(service, shelf, observed):
    async def acknowledge():
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await service.ask(request(), acknowledge=acknowledge)
    assert shelf.published.asked == []
    assert observed == []


async def test_a_pool_that_fills_up_meanwhile_refuses(service, pool):
    pool.error = Busy("Many questions are waiting.")
    assert await service.ask(request()) == Refused(reason=Reason.BUSY)


@pytest.mark.parametrize("error", [TooSlow("It took too long."), UnknownDocumentError("None.")])
async def test_what_can_be_mended_is_carried_to_the_door(service, pool, observed, error):
    pool.error = error
    assert await service.ask(request()) == Unavailable(error=error)
    assert observed == [Unavailable(error=error)]


async def test_a_fault_of_the_program_is_observed_and_raised(service, pool, observed):
    pool.error = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        await service.ask(request())
    assert observed == [Unavailable(error=pool.error)]


async def test_of_what_addresses_nobody_only_a_sure_answer_is_remembered(service, records):
    unsure = await service.ask(request("lighthouse built?", only_if_sure=True))
    assert not unsure.sure
    assert await records.undropped(unsure.record.id) is None
    sure = await service.ask(request(only_if_sure=True))
    assert sure.sure
    assert sure.history == ()
    assert await records.undropped(sure.record.id) == sure.record
    addressed = await service.ask(request("lighthouse built?"))
    assert await records.undropped(addressed.record.id) == addressed.record


async def test_suggestions_come_after_the_answer_and_into_the_record(service, records, shelf):
    shelf.published.suggestions[QUESTION] = (NEXT,)
    answered = await service.ask(request())
    assert answered.record.answer.suggestions == ()
    assert shelf.published.suggested == []
    with_suggestions = await service.suggest(answered)
    assert with_suggestions.answer.suggestions == (NEXT,)
    assert await records.undropped(answered.record.id) == with_suggestions
    assert replace(with_suggestions, answer=answered.record.answer) == answered.record


async def test_where_there_is_nothing_to_suggest_there_is_no_record(service, pool, shelf):
    assert await service.suggest(await service.ask(request())) is None
    unanswered = await service.ask(request("Is there a mayor?"))
    assert not unanswered.record.answer.answered
    assert await service.suggest(unanswered) is None
    assert len(shelf.published.suggested) == 1
    shelf.published.suggestions[QUESTION] = (NEXT,)
    answered = await service.ask(request())
    pool.error = TooSlow("It took too long.")
    assert await service.suggest(answered) is None


async def test_suggestions_know_the_conversation(service, shelf):
    first = await service.ask(request())
    second = await service.ask(request("and what does its lamp burn?"))
    await service.suggest(second)
    assert shelf.published.suggested == [(second.record.answer, (turn_of(first.record),))]


async def test_every_outcome_is_counted_under_its_door(service, pool):
    metrics, latency = Metrics(), Latency()
    service._observe = AskObserver(metrics, latency)
    await service.ask(request(door="mention"))
    await service.ask(request("Is there a mayor?", door="menu"))
    await service.ask(request(""))
    await service.ask(request("w" * 501))
    pool.busy = True
    await service.ask(request())
    pool.busy = False
    await service.ask(request(door="mention"))
    pool.error = TooSlow("It took too long.")
    await service.ask(request(asker=2))
    text = generate_latest(metrics.registry).decode()
    for door, outcome in (
        ("mention", "answered"),
        ("menu", "unanswered"),
        ("slash", "empty"),
        ("slash", "long"),
        ("slash", "busy"),
        ("mention", "limited"),
        ("slash", "failed"),
    ):
        assert f'verbatim_questions_total{{door="{door}",outcome="{outcome}"}} 1.0' in text
    assert "verbatim_answer_seconds_count 2.0" in text
    assert latency.summary().answers == 2


def test_every_refusal_has_a_word_to_be_counted_under():
    assert all(outcome_name(Refused(reason=reason)) for reason in Reason)
    assert outcome_name(Unavailable(error=TooSlow("x"))) == "failed"


async def test_the_time_of_an_answer_is_without_that_of_its_acknowledgement(service, monkeypatch):
    now = [0.0]
    monkeypatch.setattr("bot.app.ask.time.monotonic", lambda: now[0])

    async def acknowledge():
        now[0] += 3.0

    outcome = await service.ask(request(), acknowledge=acknowledge)
    assert isinstance(outcome, Answered)
    assert outcome.record.seconds == 0.0
