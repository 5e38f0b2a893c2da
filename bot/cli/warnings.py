"""What a command says on standard error before it does its work."""

__all__ = ["warn_of_unknown_settings"]


def warn_of_unknown_settings() -> None:
    """Name what looks like a setting and is none; call it when the settings are loaded."""
    from bot.terminal.console import TerminalConsole
    from config.unknown import unknown_settings

    for sentence in unknown_settings():
        TerminalConsole(stderr=True).whole(f"verbatim: {sentence}")
