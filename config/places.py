"""Where settings are written, and what a setting is called there."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["ENV_FILE", "PREFIX", "TOML_FILE", "name_of", "read_env_file", "read_toml_file"]

PREFIX = "VERBATIM_"
ENV_FILE = ".env"
TOML_FILE = "verbatim.toml"


def name_of(field: str) -> str:
    """Name a setting as whoever wrote it would find it: with its file, where it is in one.

    The environment is stronger than ``.env``, and that than ``verbatim.toml``; no source tells
    capitals from small letters.

    Args:
        field: The setting's plain name, such as "model".
    """
    variable = PREFIX + field.upper()
    if any(name.upper() == variable for name in os.environ):
        return variable
    if any(name.upper() == variable for name in read_env_file()):
        return f"{variable} in {ENV_FILE}"
    written = next((name for name in read_toml_file() if name.lower() == field.lower()), None)
    return variable if written is None else f"{written} in {TOML_FILE}"


def read_env_file() -> Mapping[str, str | None]:
    """Return what ``.env`` sets; nothing where it can't be read: loading the settings says so."""
    from dotenv import dotenv_values  # Where it is said what to do, little else is loaded.

    try:
        return dotenv_values(ENV_FILE, encoding="utf-8", interpolate=False)
    except (OSError, ValueError):
        return {}


def read_toml_file() -> Mapping[str, Any]:
    """Return what ``verbatim.toml`` sets; nothing where it can't be read."""
    try:
        return tomllib.loads(Path(TOML_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
