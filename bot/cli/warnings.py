"""What every command does about its settings before it does its work."""

__all__ = ["check_settings"]


def check_settings() -> None:
    """Refuse what no command would accept; name what looks like a setting and is none.

    A slip in who may read what is to be seen while one works on it, not when the bot starts.

    Raises:
        ConfigurationError: A setting has a value that is not accepted, also one that this command
            has no use for.
        VerbatimError: The language of documents isn't known.
    """
    from bot.app.wiring import documents_language
    from bot.terminal.console import TerminalConsole
    from config.load import load
    from config.settings import CoreSettings, DiscordSettings
    from config.unknown import unknown_settings

    core = load(CoreSettings)
    load(DiscordSettings)
    documents_language(core)
    for sentence in unknown_settings():
        TerminalConsole(stderr=True).whole(f"verbatim: {sentence}")
