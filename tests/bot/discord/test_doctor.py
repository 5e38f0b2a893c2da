"""verbatim doctor: what it says about each thing that can be wrong."""

import re

import discord
import pytest

from bot.app.doctor.finding import Verdict
from bot.app.doctor.local import examine_index, examine_port, examine_store
from bot.app.wiring import core_build
from bot.cli import main
from bot.discord.doctor.invitation import NEEDED, personal_url, server_url
from bot.discord.doctor.online import command_names, examine_discord
from config.settings import CoreSettings, DiscordSettings
from loopback import LoopbackDiscord
from retrieval.testing import HashEncoder


@pytest.fixture
async def server(monkeypatch):
    async with LoopbackDiscord() as server:
        monkeypatch.setattr(discord.http.Route, "BASE", server.api_url)
        yield server
        assert server.violations == []


CORE = CoreSettings(_env_file=None)


def found(findings, subject):
    return next(finding for finding in findings if finding.subject.startswith(subject))


async def test_a_good_application_is_told_so_with_its_invitations(server):
    guild = server.add_guild("Harbour")
    server.give_role(guild, server.bot, "bot", NEEDED.value)
    settings = DiscordSettings(discord_token=server.token, user_install=True)
    findings = await examine_discord(CORE, settings)
    assert found(findings, "token").verdict is Verdict.GOOD
    assert found(findings, "intents").verdict is Verdict.GOOD
    assert found(findings, "server Harbour").verdict is Verdict.GOOD
    commands = found(findings, "commands")
    assert commands.verdict is Verdict.HINT
    assert "ask" in commands.text
    invitations = [finding.text for finding in findings if finding.subject == "invite"]
    assert any(server_url(int(server.application_id)) in text for text in invitations)
    assert any("integration_type=1" in text for text in invitations)


async def test_who_can_read_what_is_one_line(server):
    harbour = server.add_guild("Harbour")
    server.add_guild("Abbey")

    async def said(**settings):
        return await examine_discord(CORE, DiscordSettings(discord_token=server.token, **settings))

    line = found(await said(), "who may ask")
    assert line.text == (
        "all documents can be read by everyone in Harbour, Abbey; by direct message anyone; nobody"
        " elsewhere"
    )
    narrow = await said(servers=(harbour.id, "77"), roles=(5, 6))
    assert found(narrow, "who may ask").text == (
        "all documents can be read by those with one of 2 roles in Harbour; by direct message"
        " nobody; nobody elsewhere"
    )
    assert "77" in found(narrow, "servers").text
    wide = await said(user_install=True)
    assert found(wide, "who may ask").text.endswith("anyone who installs it, anywhere")


async def test_missing_permissions_and_intents_are_named_with_what_to_do(server):
    guild = server.add_guild("Harbour")
    for role in guild.roles.values():
        role.permissions &= ~discord.Permissions(embed_links=True).value
    settings = DiscordSettings(discord_token=server.token, auto_answer_channels=(1234567890123456,))
    findings = await examine_discord(CORE, settings)
    lacking = found(findings, "server Harbour")
    assert lacking.verdict is Verdict.BAD
    assert "Embed Links" in lacking.text
    assert "invite it again" in lacking.advice
    intents = found(findings, "intents")
    assert intents.verdict is Verdict.BAD
    assert "Message Content" in intents.advice
    channel = found(findings, "auto-answer channel")
    assert channel.verdict is Verdict.BAD
    server.forgive()


async def test_a_wrong_token_is_one_sentence(server):
    findings = await examine_discord(CORE, DiscordSettings(discord_token="wrong"))
    assert [finding.verdict for finding in findings] == [Verdict.BAD]
    assert "refuses the token" in findings[0].text
    server.forgive()


async def test_no_token_says_where_to_get_one():
    for settings in (DiscordSettings(discord_token=""), DiscordSettings(servers=(1,))):
        (finding,) = await examine_discord(CORE, settings)
        assert finding.verdict is Verdict.BAD
        assert "VERBATIM_DISCORD_TOKEN is not set" in finding.text
        assert "Reset Token" in finding.advice


async def test_where_nothing_is_set_for_discord_no_token_is_no_fault():
    (finding,) = await examine_discord(CORE, DiscordSettings())
    assert finding.verdict is Verdict.HINT
    assert "only a bot on Discord needs" in finding.text
    assert "Reset Token" in finding.advice


async def test_no_network_is_said(monkeypatch):
    monkeypatch.setattr(discord.http.Route, "BASE", "http://127.0.0.1:9/api")
    (finding,) = await examine_discord(CORE, DiscordSettings(discord_token="t"))
    assert "can't be reached" in finding.text


def test_every_command_is_expected_to_be_registered():
    assert command_names() == {
        "ask",
        "sources",
        "help",
        "status",
        "privacy",
        "forget",
        "gaps",
        "docs",
        "stats",
        "setup",
        "Ask about this",
        "Save as answer",
    }


def test_the_invitation_asks_for_what_is_used_and_no_more():
    url = server_url(42)
    assert "client_id=42" in url
    assert f"permissions={NEEDED.value}" in url
    assert "scope=bot+applications.commands" in url
    assert not NEEDED.administrator
    assert "scope=applications.commands" in personal_url(42)


async def test_the_index_and_the_store_of_this_machine(tmp_path):
    core = CoreSettings(seeds=tmp_path / "seeds", data=tmp_path / "data")
    encoder = HashEncoder()
    missing = examine_index(core, encoder)
    assert missing.verdict is Verdict.BAD
    assert "verbatim index" in missing.text
    core.seeds.mkdir()
    (core.seeds / "a.txt").write_text("Title\n\nThe lighthouse was built by Ada Brown.\n")
    core_build(core, encoder)
    assert re.match(r"1 documents, \d sentences", examine_index(core, encoder).text)
    assert (await examine_store(core)).verdict is Verdict.GOOD


def test_a_taken_port_is_a_hint():
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = DiscordSettings(health_port=taken.getsockname()[1])
        assert examine_port(settings).verdict is Verdict.HINT
    assert examine_port(settings).verdict is Verdict.GOOD
    assert examine_port(DiscordSettings()) is None


def test_the_command_prints_it_all_and_fails_when_something_is_bad(capsys, monkeypatch):
    monkeypatch.setattr("bot.app.doctor.local.core_encoder", lambda *_, **__: HashEncoder())
    assert main(["doctor"]) == 1
    printed = capsys.readouterr().out
    assert "✓ model" in printed
    assert "✗ index" in printed
    assert "· token" in printed
    assert "  → For one: On discord.com" in printed


def test_the_command_says_so_when_the_model_is_prepared_first(capsys, monkeypatch):
    def prepared(_core, notify):
        notify("Preparing the model hash, once …")
        return HashEncoder()

    monkeypatch.setattr("bot.app.doctor.local.core_encoder", prepared)
    main(["doctor"])
    printed = capsys.readouterr()
    assert "Preparing the model hash, once …" in printed.err
    assert "✓ model" in printed.out
