"""The ``verbatim`` command."""

from bot.cli.app import main

__all__ = ["main"]
