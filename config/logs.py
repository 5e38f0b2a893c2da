"""How logs look: plain lines on a terminal, one JSON object a line otherwise."""

import io
import logging
import re
import sys
from collections.abc import Callable
from typing import Any, Literal, TextIO

import structlog
from structlog.typing import EventDict, ExcInfo, Processor, WrappedLogger

__all__ = ["configure_logging"]

_OWN = ("bot", "config", "retrieval")
_TOKENS = re.compile(r"(/(?:webhooks|interactions)/[0-9]{1,20}/)[\w.-]+")


def configure_logging(
    *,
    level: str,
    form: Literal["auto", "text", "json"],
    printable: Callable[[str], str] = str,
) -> None:
    """Send structlog's and the standard library's records to standard error in one form.

    discord.py logs through the standard library; both get the same time, level and shape.

    Args:
        level: The least important level that is written.
        form: How; ``auto`` is text on a terminal, else JSON.
        printable: Makes text that came from elsewhere (a title, a name, an error's words) unable
            to drive a terminal. JSON escapes such characters itself.
    """
    text = form == "text" or (form == "auto" and sys.stderr.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(),
    ]
    last: list[Processor] = (
        [
            _Printable(printable),
            # Its colours are for a dark terminal: names in cyan are hardly seen on a light one.
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=_Traceback(printable)),
        ]
        if text
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *last,
                _without_tokens,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    wanted = logging.getLevelName(level)
    for own in _OWN:
        logging.getLogger(own).setLevel(wanted)
    # Below this a library tells all that passes through it, and discord.py what people write.
    root.setLevel(max(logging.INFO, wanted))
    # Below warnings these two say several lines for every answer.
    for chatty in ("aiosqlite", "asyncio"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, wanted))


def _without_tokens(_logger: object, _method: str, line: Any) -> str:  # noqa: ANN401 - rendered
    """Take the tokens of interactions from a line: whoever has one may answer in their place."""
    return _TOKENS.sub(r"\1…", str(line))


class _Printable:
    """Makes every text of a record printable; what is no text is written as its ``repr``."""

    def __init__(self, printable: Callable[[str], str]) -> None:
        self._printable = printable

    def __call__(self, _logger: WrappedLogger, _name: str, record: EventDict) -> EventDict:
        return {
            name: self._printable(value) if isinstance(value, str) else value
            for name, value in record.items()
        }


class _Traceback:
    """Writes tracebacks without local variables, which would show what people asked."""

    def __init__(self, printable: Callable[[str], str]) -> None:
        self._printable = printable

    def __call__(self, out: TextIO, error: ExcInfo) -> None:
        written = io.StringIO()
        structlog.dev.plain_traceback(written, error)
        out.write(self._printable(written.getvalue()))
