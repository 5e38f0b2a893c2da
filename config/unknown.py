"""Names that look like settings and are none: slips that would be ignored in silence."""

import os
import tomllib
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from dotenv import dotenv_values

from config.settings import ENV_FILE, PREFIX, TOML_FILE, CoreSettings, DiscordSettings

__all__ = ["unknown_settings"]

_SIMILAR = 0.6


def unknown_settings() -> tuple[str, ...]:
    """Say of each name that is no setting which one may be meant, a sentence each.

    Looks where `config.load.load` looks: only at names with the prefix in the environment and the
    ``.env`` file, where others are other programs', and at all names of ``verbatim.toml``. A file
    that can't be read is passed over: loading the settings says so.
    """
    known = [name for kind in (CoreSettings, DiscordSettings) for name in kind.model_fields]
    # No source tells capitals from small letters.
    variables = {name.upper() for name in (*os.environ, *_env_file())}
    bare = {name.removeprefix(PREFIX) for name in variables if name.startswith(PREFIX)}
    sentences = [
        f"{PREFIX}{name} is no setting{_remedy(name, known, lambda meant: PREFIX + meant.upper())}"
        for name in sorted(bare.difference(map(str.upper, known)))
    ]
    sentences += [
        f"{name} in {TOML_FILE} is no setting{_remedy(name, known, str)}"
        for name in sorted(_toml_file())
        if name.lower() not in known
    ]
    return tuple(sentences)


def _remedy(name: str, known: Sequence[str], written: Callable[[str], str]) -> str:
    # In verbatim.toml the prefix is a slip itself.
    bare = name.upper().removeprefix(PREFIX).lower()
    meant = get_close_matches(bare, known, n=1, cutoff=_SIMILAR)
    return f"; did you mean {written(meant[0])}?" if meant else "; the README lists them all."


def _env_file() -> Iterable[str]:
    try:
        return dotenv_values(ENV_FILE, encoding="utf-8", interpolate=False)
    except (OSError, ValueError):
        return ()


def _toml_file() -> Iterable[str]:
    try:
        return tomllib.loads(Path(TOML_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
