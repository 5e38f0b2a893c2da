"""The message that follows a build, where it can't be edited."""

from types import SimpleNamespace

import aiohttp
import pytest

from bot.discord import progress_message
from bot.discord.cards.card import Card, Tone
from bot.localisation.words import ENGLISH


@pytest.mark.parametrize(
    "error", [aiohttp.ServerDisconnectedError(), ConnectionResetError("reset by peer")]
)
async def test_a_connection_that_breaks_ends_neither_the_build_nor_its_task(monkeypatch, error):
    async def edit(**_):
        raise error

    monkeypatch.setattr(progress_message, "words_for", lambda _: ENGLISH)
    message = progress_message.ProgressMessage(SimpleNamespace(edit_original_response=edit))
    await message.end(Card(tone=Tone.NOTE, blocks=("Done.",)))
