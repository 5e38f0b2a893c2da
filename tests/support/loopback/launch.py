"""Runs Verbatim's command line against a loopback server instead of Discord.

The library has both addresses as class attributes and no setting for them, and a test hook in the
bot itself would be shipped; so a process under test is started through this file, which changes the
two attributes and then does exactly what the ``verbatim`` script does::

    LOOPBACK_API=http://127.0.0.1:PORT/api/v10 LOOPBACK_GATEWAY=ws://127.0.0.1:PORT/gateway/ \
        python tests/support/loopback/launch.py run
"""

import os
import sys
from pathlib import Path


def main() -> int:
    """Point discord.py at the server named in the environment and run the command line."""
    # The script's folder comes first on the path; its modules must not stand in for installed ones.
    here = Path(__file__).resolve().parent
    sys.path[:] = [entry for entry in sys.path if Path(entry).resolve() != here]
    import discord
    import yarl

    discord.http.Route.BASE = os.environ["LOOPBACK_API"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["LOOPBACK_GATEWAY"])
    from bot.cli import main as verbatim

    return verbatim(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
