"""Examining what Discord knows of the application, over its REST API alone."""

from collections.abc import Sequence

import aiohttp
import discord
from discord import app_commands

from bot.app.collections.folders import first_folders
from bot.app.doctor.collections import examine_readers
from bot.app.doctor.finding import Finding, Verdict
from bot.app.wiring import access_policy, collection_policy
from bot.discord.cogs.ask import MENU, Ask
from bot.discord.cogs.documents import Documents
from bot.discord.cogs.gaps import Gaps
from bot.discord.cogs.info import Info
from bot.discord.cogs.saving import SAVE_MENU
from bot.discord.cogs.setup import Setup
from bot.discord.cogs.stats import Stats
from bot.discord.doctor.invitation import NEEDED, names, personal_url, server_url
from bot.discord.doctor.readers import named_readers, unknown_readers
from bot.discord.run import WRONG_TOKEN
from config.settings import CoreSettings, DiscordSettings

__all__ = ["command_names", "examine_discord"]

SERVERS = 25
GETTING_IN = (
    "On discord.com/developers/applications: New Application → Bot → Reset Token; put it into"
    " VERBATIM_DISCORD_TOKEN (in .env, never in the repository)."
)
INTENT = (
    "Switch on Message Content Intent on the Bot page of the application (from 10,000 users on,"
    " Discord reviews who may), or leave out VERBATIM_AUTO_ANSWER_CHANNELS and"
    " VERBATIM_CHANNEL_DOCUMENTS."
)


def command_names() -> frozenset[str]:
    """Return the names of every command and context menu that the bot registers."""
    cogs = (Ask, Documents, Info, Gaps, Stats, Setup)
    return frozenset({MENU, SAVE_MENU} | {c.name for cog in cogs for c in cog.__cog_app_commands__})


async def examine_discord(core: CoreSettings, settings: DiscordSettings) -> list[Finding]:
    """Log in without connecting, and look at token, intents, commands and permissions."""
    # Who can read what, without the names that Discord alone knows.
    unnamed = examine_readers(collection_policy(settings), first_folders(core.seeds), {})
    token = settings.discord_token.get_secret_value().strip() if settings.discord_token else ""
    if not token:
        return [_no_token(settings), *unnamed]
    async with discord.Client(intents=discord.Intents.none()) as client:
        try:
            await client.login(token)
            return await _examine(client, core, settings)
        except discord.LoginFailure:
            return [_finding("token", Verdict.BAD, WRONG_TOKEN), *unnamed]
        except (aiohttp.ClientError, OSError, discord.HTTPException) as error:
            advice = "Check this machine's network and discordstatus.com, then try again."
            return [
                _finding("Discord", Verdict.BAD, f"can't be reached ({error})", advice),
                *unnamed,
            ]


def _no_token(settings: DiscordSettings) -> Finding:
    """Say that there is no token: a fault where anything else is set for a bot, else a note."""
    if settings.model_fields_set:
        return _finding("token", Verdict.BAD, "VERBATIM_DISCORD_TOKEN is not set", GETTING_IN)
    text = "VERBATIM_DISCORD_TOKEN is not set, which only a bot on Discord needs"
    return _finding("token", Verdict.HINT, text, f"For one: {GETTING_IN}")


async def _examine(
    client: discord.Client, core: CoreSettings, settings: DiscordSettings
) -> list[Finding]:
    application = await client.application_info()
    guilds = [guild async for guild in client.fetch_guilds(limit=SERVERS, with_counts=False)]
    findings = [
        _finding("token", Verdict.GOOD, f"it is {application.name}'s"),
        _intents(application, settings),
        await _commands(client),
        *_access(application, guilds, settings),
        *await _collections(client, guilds, core, settings),
        *await _servers(client, guilds),
        *[await _channel(client, channel_id) for channel_id in settings.auto_answer_channels],
        _finding("invite", Verdict.HINT, f"to a server: {server_url(application.id)}"),
    ]
    if settings.user_install:
        text = f"to one's own account: {personal_url(application.id)}"
        findings.append(_finding("invite", Verdict.HINT, text))
    return findings


def _access(
    application: discord.AppInfo, guilds: Sequence[discord.Guild], settings: DiscordSettings
) -> list[Finding]:
    """Say who can read what, and where Discord is set up for others than the settings are."""
    names = {guild.id: guild.name for guild in guilds}
    policy = access_policy(settings)
    what = "documents, each as below," if settings.collections else "all documents"
    findings = [_finding("who may ask", Verdict.GOOD, policy.in_words(names, what=what))]
    absent = sorted(policy.servers - names.keys()) if len(guilds) < SERVERS else []
    if absent:
        advice = "Correct VERBATIM_SERVERS, or invite it there with the address below."
        text = f"it isn't in {', '.join(map(str, absent))} of VERBATIM_SERVERS"
        findings.append(_finding("servers", Verdict.HINT, text, advice))
    if settings.user_install and application.user_integration_config is None:
        advice = "On the Installation page, tick User Install, or set VERBATIM_USER_INSTALL=false."
        text = "people can't add it to their own account"
        findings.append(_finding("user install", Verdict.HINT, text, advice))
    if not settings.user_install and application.user_integration_config is not None:
        advice = "On the Installation page, take the tick from User Install."
        text = "strangers can add it to their own account"
        if policy.answers_directly:
            text += " and then write it direct messages, which are answered"
        findings.append(_finding("user install", Verdict.HINT, text, advice))
    return findings


async def _collections(
    client: discord.Client,
    guilds: Sequence[discord.Guild],
    core: CoreSettings,
    settings: DiscordSettings,
) -> list[Finding]:
    """Say in one line for each collection who can read it, by name."""
    policy = collection_policy(settings)
    names = await named_readers(client, guilds, policy)
    return [
        *examine_readers(policy, first_folders(core.seeds), names),
        *unknown_readers(policy, names, all_servers=len(guilds) < SERVERS),
    ]


def _intents(application: discord.AppInfo, settings: DiscordSettings) -> Finding:
    wanting = (
        ("auto-answer", bool(settings.auto_answer_channels)),
        ("channels as documents", settings.channel_documents),
    )
    names = " and ".join(name for name, wanted in wanting if wanted)
    if not names:
        return _finding("intents", Verdict.GOOD, "no privileged one is needed")
    flags = application.flags
    if flags.gateway_message_content or flags.gateway_message_content_limited:
        return _finding("intents", Verdict.GOOD, f"Message Content is on, for {names}")
    return _finding("intents", Verdict.BAD, f"Message Content is missing, for {names}", INTENT)


async def _commands(client: discord.Client) -> Finding:
    known = {command.name for command in await app_commands.CommandTree(client).fetch_commands()}
    missing = command_names() - known
    if not missing:
        return _finding("commands", Verdict.GOOD, f"all {len(known)} are registered")
    listed = ", ".join(sorted(missing))
    advice = "'verbatim run' registers them when it starts; restart Discord to see them at once."
    return _finding("commands", Verdict.HINT, f"not registered yet: {listed}", advice)


async def _servers(client: discord.Client, guilds: Sequence[discord.Guild]) -> list[Finding]:
    assert client.user is not None  # noqa: S101 - set by the login
    findings = []
    for partial in guilds:
        guild = await client.fetch_guild(partial.id, with_counts=False)
        me = await guild.fetch_member(client.user.id)
        lacking = names(discord.Permissions(NEEDED.value & ~me.guild_permissions.value))
        if me.guild_permissions.administrator or not lacking:
            findings.append(_finding(f"server {guild.name}", Verdict.GOOD, "all permissions"))
            continue
        advice = "Grant them to its role, or invite it again with the address below."
        text = f"lacks {', '.join(lacking)}"
        findings.append(_finding(f"server {guild.name}", Verdict.BAD, text, advice))
    if not findings:
        advice = "Open the address below."
        findings.append(_finding("servers", Verdict.HINT, "it is in none yet", advice))
    return findings


async def _channel(client: discord.Client, channel_id: int) -> Finding:
    subject = f"auto-answer channel {channel_id}"
    try:
        channel = await client.fetch_channel(channel_id)
    except (discord.NotFound, discord.Forbidden):
        advice = "Correct VERBATIM_AUTO_ANSWER_CHANNELS, or let the bot see the channel."
        return _finding(subject, Verdict.BAD, "can't be seen", advice)
    return _finding(subject, Verdict.GOOD, f"is #{getattr(channel, 'name', channel_id)}")


def _finding(subject: str, verdict: Verdict, text: str, advice: str | None = None) -> Finding:
    return Finding(subject=subject, verdict=verdict, text=text, advice=advice)
