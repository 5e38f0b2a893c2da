"""Whether the files that settings come from can be read, all of them and every line."""

import io
import tomllib
from pathlib import Path

from dotenv.parser import Binding, parse_stream

from config.errors import ConfigurationError
from config.places import ENV_FILE, PREFIX, TOML_FILE

__all__ = ["check_files"]


def check_files() -> None:
    """Read ``.env`` and ``verbatim.toml`` where they are, as loading the settings would.

    What loads them passes over a folder of that name and over lines that it can't parse, so that
    settings would be ignored in silence.

    Raises:
        ConfigurationError: One of them is a folder, may not be read, is no UTF-8, or has a line
            that can't be parsed; no value is shown, since it may be a token.
    """
    content = _text(ENV_FILE)
    if content is not None:
        for binding in parse_stream(io.StringIO(content)):
            _check_line(binding)
    content = _text(TOML_FILE)
    if content is not None:
        try:
            tomllib.loads(content)
        except ValueError as error:
            raise ConfigurationError(f"{TOML_FILE} can't be read: {error}.") from None


def _text(name: str) -> str | None:
    """Return what a file says; None: it isn't there, or is no ordinary one (``/dev/null``)."""
    path = Path(name)
    try:
        if path.is_dir():
            raise ConfigurationError(
                f"{name} is a folder, where a file with settings would be; rename it."
            )
        return path.read_text(encoding="utf-8") if path.is_file() else None
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            f"{name} can't be read: it is no UTF-8 text (byte {error.start}); save it as UTF-8."
        ) from None
    except OSError as error:
        raise ConfigurationError(
            f"{name} can't be read ({(error.strerror or str(error)).lower()});"
            " give the user that runs Verbatim the right to read it."
        ) from None


def _check_line(binding: Binding) -> None:
    nothing = binding.value is None and (binding.key or "").upper().startswith(PREFIX)
    if not (binding.error or nothing):
        return
    written = binding.original.string
    blank = written[: len(written) - len(written.lstrip())].count("\n")
    line = binding.original.line + blank
    raise ConfigurationError(
        f"Line {line} of {ENV_FILE} can't be read; write NAME=value, with quotes at both ends of"
        " the value or at none."
    )
