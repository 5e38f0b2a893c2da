"""The ``verbatim`` command."""

from collections.abc import Sequence

__all__ = ["main"]

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command as `bot.cli.app.main` does; Ctrl-C ends it while it is being loaded, too."""
    try:
        from bot.cli import app

        return app.main(argv)
    except KeyboardInterrupt:
        return _INTERRUPTED
