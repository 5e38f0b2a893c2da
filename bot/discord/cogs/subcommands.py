"""Subcommands of one group in files of their own."""

from collections.abc import Callable
from typing import Any

from discord import app_commands
from discord.ext import commands

__all__ = ["add_subcommands"]


def add_subcommands(
    group: app_commands.Group, cog: commands.Cog, *callbacks: Callable[..., Any]
) -> None:
    """Add methods of a cog to a group that belongs to another one.

    What a decorator would do, discord.py does only within the class that has the group.

    Args:
        group: the group.
        cog: whose methods they are.
        callbacks: the methods, as its class has them; each is called like its function, and
            described by the first line of its docstring.
    """
    for callback in callbacks:
        described = (callback.__doc__ or "").strip().partition("\n")[0]
        command: app_commands.Command[Any, ..., Any] = app_commands.Command(
            name=callback.__name__, description=described, callback=callback
        )
        command.binding = cog
        group.add_command(command)
