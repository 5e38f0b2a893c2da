"""The bot with its answers in a database that further processes share."""

import asyncio

import pytest

from bot.storage.store import AnswerStore

QUESTION = "Who built the lighthouse in 1853?"


@pytest.fixture
def answers_at(postgres):
    return postgres.new_database()


async def test_the_limit_holds_for_two_processes_together(harbour, make_twin):
    async with harbour(user_per_minute=2) as h:
        await h.alice.slash(h.channel, "ask", question=QUESTION).answer()
        async with make_twin(h) as twin:
            asking = twin.services.ask
            assert await asking.charge(int(h.alice.id)) is None
            refused = await asking.charge(int(h.alice.id))
            assert refused is not None
            assert not refused.told
            assert (await h.bot.services.ask.charge(int(h.alice.id))).told


async def test_a_button_works_after_a_restart_and_its_answer_is_forgotten_everywhere(
    harbour, make_twin
):
    async with harbour() as h:
        answer = await h.alice.slash(h.channel, "ask", question=QUESTION).answer()
        pressed = await h.alice.click(answer, "Context").answer()
        assert "Visitors may climb" in pressed.text
        async with make_twin(h) as twin:
            stored = await twin.services.store.by_answer_message(int(answer.id))
            assert stored.answer.question == QUESTION
            assert await twin.services.store.forget_person(int(h.alice.id)) == 1
        assert await h.bot.services.store.get(stored.id) is None


async def test_a_question_is_answered_though_the_database_is_away(harbour, postgres, answers_at):
    async with harbour() as h:
        first = await h.alice.slash(h.channel, "ask", question=QUESTION).answer()
        store = h.bot.services.store
        async with asyncio.timeout(5):
            # Stored, with all that is counted of it.
            while not await store.counts(None) or store._unsaved.records:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        name = answers_at.rpartition("/")[2]
        postgres.sql(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        postgres.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", name
        )
        answer = await h.alice.slash(h.channel, "ask", question=QUESTION).answer()
        assert "Ada Brown" in answer.text
        told = await h.alice.click(first, "Context").answer()
        assert "try again in a moment" in told.text
        postgres.sql(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        async with asyncio.timeout(10):
            while store._unsaved.records:
                await store.catch_up()
                await asyncio.sleep(0.1)
        assert (await store.by_answer_message(int(answer.id))).answer.question == QUESTION


async def test_a_bot_that_moves_to_the_database_takes_its_answers_along(
    harbour, tmp_path, monkeypatch
):
    file = tmp_path / "answers.sqlite3"
    before = await AnswerStore.open(file)
    await before.take_note("welcome/1/2", "told")
    await before.close()
    monkeypatch.setattr("bot.discord.compose.earlier_answers", lambda _core: file)
    async with harbour() as h:
        assert await h.bot.services.store.note("welcome/1/2") == "told"
        assert not file.exists()
