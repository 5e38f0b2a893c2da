"""What somebody reads when a command fails before it begins."""

from types import SimpleNamespace

import pytest
from discord import Locale, app_commands

from bot.app.metrics import Metrics
from bot.discord.command_tree import Commands


class Interaction:
    """An interaction that records what it was answered with."""

    def __init__(self):
        self.told = []
        self.command = None
        self.data = {}
        self.locale = Locale.american_english
        self.client = SimpleNamespace(services=SimpleNamespace(metrics=Metrics()))
        self.response = SimpleNamespace(is_done=lambda: False, send_message=self._send)

    async def _send(self, text, *, ephemeral):
        assert ephemeral
        self.told.append(text)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (app_commands.MissingPermissions(["administrator"]), "may not use"),
        (app_commands.CheckFailure(), "may not use"),
        (app_commands.CommandNotFound("x", []), "error id"),
        (app_commands.AppCommandError("secret"), "error id"),
    ],
)
async def test_it_is_told_privately_and_in_words(error, words):
    interaction = Interaction()
    await Commands.on_error(SimpleNamespace(), interaction, error)
    (text,) = interaction.told
    assert words in text
    assert "secret" not in text
