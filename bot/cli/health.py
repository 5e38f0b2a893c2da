"""``verbatim health``: ask a running bot how it is, for containers and supervisors."""

import typer

from bot.cli.warnings import check_settings

__all__ = ["health"]

SICK = 1
SECONDS = 4.0


def health() -> None:
    """Ask the bot running on this machine whether it is well; exit code 0 or 1.

    It needs VERBATIM_HEALTH_PORT, the port on which the bot answers.

    Example: VERBATIM_HEALTH_PORT=8080 verbatim health
    """
    from http.client import HTTPConnection, HTTPException

    from bot.terminal.console import TerminalConsole
    from config.errors import ConfigurationError
    from config.load import load
    from config.settings import DiscordSettings

    settings = load(DiscordSettings)
    check_settings()
    if settings.health_port is None:
        raise ConfigurationError(
            "VERBATIM_HEALTH_PORT is not set: set it to a free port for 'verbatim run' and for"
            " this command."
        )
    connection = HTTPConnection(settings.health_host, settings.health_port, timeout=SECONDS)
    try:
        connection.request("GET", "/healthz")
        response = connection.getresponse()
        status, said = response.status, response.read(1000).decode(errors="replace").strip()
    except (OSError, HTTPException) as error:
        status, said = 0, f"nothing answers on port {settings.health_port} ({error})"
    finally:
        connection.close()
    TerminalConsole().whole(said)
    if status != 200:
        raise typer.Exit(SICK)
