"""The settings as a file to fill in: each with what it means and its default."""

from textwrap import wrap

from pydantic_settings import BaseSettings

from config.places import PREFIX
from config.settings import CoreSettings, DiscordSettings

__all__ = ["example_settings"]

_WIDTH = 98
_HEADS: tuple[tuple[type[BaseSettings], str], ...] = (
    (CoreSettings, "Documents, model and answers"),
    (DiscordSettings, "Discord"),
)


def example_settings() -> str:
    """Return the content of a ``.env`` file that sets nothing yet."""
    lines = [
        "# Take the # from before a setting to change it; everything here is optional but the",
        "# Discord token, which only 'verbatim run' and 'verbatim doctor' need.",
    ]
    for kind, head in _HEADS:
        lines += ["", f"# --- {head} ---"]
        for name, field in kind.model_fields.items():
            told = wrap(f"{field.description}.", _WIDTH)
            default = _written(field.default)
            lines += ["", *(f"# {line}" for line in told), f"#{PREFIX}{name.upper()}={default}"]
    return "\n".join(lines) + "\n"


def _written(value: object) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
