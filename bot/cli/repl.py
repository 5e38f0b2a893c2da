"""``verbatim repl``: ask in a terminal."""

from bot.cli.warnings import check_settings

__all__ = ["repl"]


def repl() -> None:
    """Ask questions interactively; /help lists what else it does.

    Example: verbatim repl
    """
    from bot.app.states import Origin
    from bot.app.wiring import core_build, core_encoder, core_searcher, freshness
    from bot.terminal.console import TerminalConsole
    from bot.terminal.prompt import run
    from bot.terminal.reader import failures_in, words_of_terminal
    from bot.terminal.session import Session
    from config.load import load
    from config.settings import CoreSettings

    settings, words = load(CoreSettings), words_of_terminal()
    check_settings()
    console = TerminalConsole()
    with failures_in(words):
        encoder = core_encoder(settings, notify=console.note, builds=True)
        session = Session(
            console=console,
            open_searcher=lambda: core_searcher(settings, encoder),
            freshness=freshness(settings),
            build=lambda progress: core_build(
                settings, encoder, progress=progress, origin=Origin.REPL
            ),
            conversation_turns=settings.conversation_turns,
            conversation_minutes=settings.conversation_minutes,
            words=words,
        )
    try:
        run(session, words, history=settings.data / "history")
    finally:
        session.close()
