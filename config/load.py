"""Building a settings class, with errors a person can act on."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsError

from config.errors import ConfigurationError
from config.files import check_files
from config.places import name_of

__all__ = ["load"]

_SHOWN = 100
"""Characters of a wrong value that are shown."""

Settings = TypeVar("Settings", bound=BaseSettings)

# What pydantic calls each kind of mistake, in words that say what is accepted instead.
_ACCEPTED = {
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
    "bool_parsing": "true or false",
    "path_type": "a path",
    "string_type": "a text, in quotes",
}


def load(kind: type[Settings]) -> Settings:
    """Read the settings of one class from the environment, ``.env`` and ``verbatim.toml``.

    Raises:
        ConfigurationError: a value is not accepted, or a file can't be read or parsed.
    """
    check_files()
    try:
        return kind()
    except ValidationError as error:
        raise ConfigurationError(_explain(error.errors()[0], kind)) from None
    except (SettingsError, ValueError) as error:
        raise ConfigurationError(f"verbatim.toml or .env can't be read: {error}.") from None
    except OSError as error:
        raise ConfigurationError(f"{error.filename} can't be read: {error.strerror}.") from None


def _explain(problem: Mapping[str, Any], kind: type[BaseSettings]) -> str:
    field = str(problem["loc"][0]) if problem["loc"] else ""
    name = name_of(field) if field else "A setting"
    if not field or "SecretStr" in str(kind.model_fields[field].annotation):
        # Whatever stands there instead of a token may hold one.
        return f"{name} is not accepted: {_wanted(problem)}."
    given = repr(problem["input"])
    given = given if len(given) <= _SHOWN else f"{given[:_SHOWN]}…"
    return f"{name} is {given}, which is not accepted: {_wanted(problem)}."


def _wanted(problem: Mapping[str, Any]) -> str:
    kind: str = problem["type"]
    if kind == "value_error":
        return str(problem["ctx"]["error"])
    if kind in _ACCEPTED:
        return f"it must be {_ACCEPTED[kind]}"
    return re.sub(r"^\w+ should", "it must", problem["msg"].removesuffix("."))
