# ruff: noqa: T201 - a program that talks to a person
"""Talk to the bot on a Discord of your own: no account, no token, no network.

    PYTHONPATH=tests/support python -P -m loopback [FOLDER]

starts the server and ``verbatim run`` in FOLDER (where its ``.verbatim`` index is; the present
folder by default). Each line you type is said to the bot: plain lines as a mention, lines that
begin with ``/`` as a command (``/status``, ``/ask question=…``). Ctrl-D ends it.
"""

import argparse
import asyncio
import sys
from pathlib import Path

from loopback.process import BotProcess
from loopback.server import LoopbackDiscord
from loopback.world import ADMINISTRATOR, Message


async def play(folder: Path) -> int:
    """Serve one conversation; returns the exit code."""
    async with LoopbackDiscord() as discord:
        you = discord.add_person("you")
        guild = discord.add_guild("Loopback", you)
        discord.give_role(guild, you.user, "admin", ADMINISTRATOR)
        general = discord.add_channel(guild, "general")
        async with BotProcess(discord, folder) as bot:
            await bot.online()
            print(f"{discord.bot.name} is online at {discord.api_url}; its log is {bot.log_path}")
            while bot.running and (line := await asyncio.to_thread(_ask)):
                try:
                    if line.startswith("/"):
                        name, _, rest = line[1:].partition(" ")
                        given = dict([rest.split("=", 1)]) if "=" in rest else {}
                        sub = "" if given or not rest else f" {rest}"
                        show(await you.slash(general, name + sub, **given).answer())
                    else:
                        show(await discord.reply(you.say(general, line, mention=True)))
                except AssertionError as reason:
                    print(f"! {reason}")
            for violation in discord.violations:
                print(f"! {violation}")
            return int(bool(discord.violations))


def show(message: Message) -> None:
    """Print a message as text with its buttons."""
    print(message.text)
    if message.buttons:
        print("  ".join(f"[{label}]" for label in message.buttons))


def _ask() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, prog="python -P -m loopback")
    parser.add_argument("folder", nargs="?", type=Path, default=Path.cwd())
    sys.exit(asyncio.run(play(parser.parse_args().folder)))
