"""The title and the author in a Markdown file's front matter (YAML between lines of dashes)."""

import yaml
from markdown_it.token import Token

__all__ = ["title_and_author"]


def title_and_author(token: Token) -> tuple[str | None, str | None]:
    """Return what front matter says; nothing where there is none or it can't be understood."""
    if token.type != "front_matter":
        return None, None
    try:
        fields = yaml.safe_load(token.content)
    except (yaml.YAMLError, ValueError, RecursionError):
        # Damaged front matter costs the document its title, not its contents.
        return None, None
    if not isinstance(fields, dict):
        return None, None
    return _words(fields.get("title")), _words(fields.get("author") or fields.get("authors"))


def _words(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        names = [name for name in map(_words, value) if name]
        return ", ".join(names) or None
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return " ".join(str(value).split()) or None
    return None
