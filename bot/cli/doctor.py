"""``verbatim doctor``: is everything as the terminal and the Discord bot need it?"""

from typing import TYPE_CHECKING

import typer

from bot.cli.warnings import check_settings

if TYPE_CHECKING:
    from config.settings import CoreSettings, DiscordSettings

__all__ = ["doctor"]

SICK = 1


def doctor() -> None:
    """Check the model, the index, the token, intents, commands and permissions.

    Says what to do about each problem and prints the address that invites the bot. The exit code
    is 0 when all of it works, 1 when something has to be mended first. Where nothing is set for
    Discord, a missing token is no fault: the terminal needs none.

    Example: VERBATIM_DISCORD_TOKEN=… verbatim doctor
    """
    import asyncio

    from config.load import load
    from config.settings import CoreSettings, DiscordSettings

    core, settings = load(CoreSettings), load(DiscordSettings)
    check_settings()
    if not asyncio.run(_examine(core, settings)):
        raise typer.Exit(SICK)


async def _examine(core: "CoreSettings", settings: "DiscordSettings") -> bool:
    """Print every finding as soon as it is known; returns whether none is bad."""
    from bot.app.doctor.collections import examine_folders
    from bot.app.doctor.finding import Finding, Verdict
    from bot.app.doctor.local import (
        examine_device,
        examine_index,
        examine_model,
        examine_own_files,
        examine_port,
        examine_store,
    )
    from bot.app.doctor.words import examine_words
    from bot.discord.doctor.online import examine_discord
    from bot.terminal.console import TerminalConsole

    signs = {Verdict.GOOD: "✓", Verdict.HINT: "·", Verdict.BAD: "✗"}
    console, notices = TerminalConsole(), TerminalConsole(stderr=True)
    well = True

    def show(finding: Finding | None) -> None:
        nonlocal well
        if finding is None:
            return
        well = well and finding.verdict is not Verdict.BAD
        console.whole(f"{signs[finding.verdict]} {finding.subject}: {finding.text}")
        if finding.advice is not None:
            console.whole(f"  → {finding.advice}")

    model, encoder = examine_model(core, notify=lambda line: notices.whole(line))
    show(model)
    show(examine_device(core))
    show(examine_index(core, encoder))
    for finding in examine_own_files(core, encoder):
        show(finding)
    for finding in examine_words(core, encoder):
        show(finding)
    show(await examine_store(core))
    show(examine_port(settings))
    for finding in examine_folders(core, settings):
        show(finding)
    for finding in await examine_discord(core, settings):
        show(finding)
    return well
