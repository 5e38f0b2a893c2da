"""Names that look like settings and are none: slips that would be ignored in silence."""

import os
from collections.abc import Callable, Sequence
from difflib import get_close_matches

from config.places import PREFIX, TOML_FILE, read_env_file, read_toml_file
from config.settings import CoreSettings, DiscordSettings

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
    variables = {name.upper() for name in (*os.environ, *read_env_file())}
    bare = {name.removeprefix(PREFIX) for name in variables if name.startswith(PREFIX)}
    sentences = [
        f"{PREFIX}{name} is no setting{_remedy(name, known, lambda meant: PREFIX + meant.upper())}"
        for name in sorted(bare.difference(map(str.upper, known)))
    ]
    sentences += [
        f"{name} in {TOML_FILE} is no setting{_remedy(name, known, str)}"
        for name in sorted(read_toml_file())
        if name.lower() not in known
    ]
    return tuple(sentences)


def _remedy(name: str, known: Sequence[str], written: Callable[[str], str]) -> str:
    # In verbatim.toml the prefix is a slip itself.
    bare = name.upper().removeprefix(PREFIX).lower()
    meant = get_close_matches(bare, known, n=1, cutoff=_SIMILAR)
    return f"; did you mean {written(meant[0])}?" if meant else "; the README lists them all."
