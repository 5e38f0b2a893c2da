"""``verbatim run``: the Discord bot."""

import typer

__all__ = ["run"]


def run() -> None:
    """Answer on Discord until told to stop (Ctrl-C or SIGTERM).

    Needs VERBATIM_DISCORD_TOKEN; 'verbatim doctor' checks it and everything else. A newer index
    is picked up while the bot runs.

    Example: VERBATIM_DISCORD_TOKEN=… verbatim run
    """
    import asyncio

    import structlog

    from bot.app.wiring import documents_language
    from bot.discord.compose import live
    from bot.terminal.plain import printable
    from config.load import load
    from config.logs import configure_logging
    from config.settings import CoreSettings, DiscordSettings
    from config.unknown import unknown_settings

    core, discord_settings = load(CoreSettings), load(DiscordSettings)
    documents_language(core)
    configure_logging(
        level=discord_settings.log_level, form=discord_settings.log_format, printable=printable
    )
    for sentence in unknown_settings():
        structlog.get_logger(__name__).warning("setting ignored", reason=sentence)
    code = asyncio.run(live(core, discord_settings))
    if code:
        raise typer.Exit(code)
