# ruff: noqa: T201 - what it prints is the log of .ci/image-check
"""Play Discord for the container that ``.ci/image-check`` starts.

    PYTHONPATH=tests/support python .ci/image_discord.py FOLDER QUESTION

It writes into FOLDER: ``environment``, which sends a bot here; ``online`` when one has logged in;
and ``reply``, what it answered to QUESTION. It ends when the bot leaves, with exit code 1 if the
bot sent anything that Discord would have refused.
"""

import asyncio
import socket
import sys
from pathlib import Path

from loopback import LoopbackDiscord


async def play(folder: Path, question: str) -> int:
    """Serve one life of a bot and return the exit code."""
    async with LoopbackDiscord() as discord:
        asker = discord.add_person("asker")
        general = discord.add_channel(discord.add_guild("Guild", asker), "general")
        write(folder / "environment", environment(discord))
        await discord.ready(within=600)
        write(folder / "online", "")
        reply = await discord.reply(asker.say(general, question, mention=True), within=60)
        write(folder / "reply", reply.text)
        await discord.until(lambda: not discord.gateway.online, within=600, what="a leave")
        for violation in discord.violations:
            print(violation)
        return int(bool(discord.violations))


def environment(discord: LoopbackDiscord) -> str:
    """Name the server's addresses, its token and a free port for the health check."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return (
        f"LOOPBACK_API={discord.api_url}\n"
        f"LOOPBACK_GATEWAY={discord.gateway_url}\n"
        f"VERBATIM_DISCORD_TOKEN={discord.token}\n"
        f"VERBATIM_HEALTH_PORT={port}\n"
    )


def write(file: Path, text: str) -> None:
    """Write a file that appears whole."""
    aside = file.with_suffix(".partial")
    aside.write_text(text, "utf-8")
    aside.replace(file)


if __name__ == "__main__":
    sys.exit(asyncio.run(play(Path(sys.argv[1]), sys.argv[2])))
