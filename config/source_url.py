"""What `VERBATIM_SOURCE_URL` may be: a web address with places to fill in."""

import re
from urllib.parse import urlsplit

__all__ = ["MARKS", "NOT_IN_LINKS", "URL_LIMIT", "read_source_url"]

URL_LIMIT = 300
"""Characters of a link: a card with several has no room for longer ones."""
NOT_IN_LINKS = frozenset(" <>()[]\n")
"""Any of them ends a link in a message, or opens another one."""
MARKS = ("{path}", "{line}", "{last_line}", "{page}")
"""What is filled in."""
_MARK = re.compile(r"\{[^{}]*\}?|\}")


def read_source_url(value: str | None) -> str | None:
    """Return the address as it is, if links can be made of it.

    Raises:
        ValueError: They can't; the message says what is accepted.
    """
    if value is None:
        return None
    if not value.startswith(("https://", "http://")) or not _host(value):
        raise ValueError("it must be a web address, https://… or http://…")
    unknown = [mark for mark in _MARK.findall(value) if mark not in MARKS]
    if unknown:
        raise ValueError(f"{unknown[0]} is none of {', '.join(MARKS[:-1])} and {MARKS[-1]}")
    if "{path}" not in value:
        raise ValueError("it must have {path}, where the path of the document is filled in")
    wrong = sorted(NOT_IN_LINKS.intersection(value)) or [c for c in value if not c.isprintable()]
    if wrong:
        raise ValueError(f"a link can't have {wrong[0]!r}; write it as %{ord(wrong[0]):02X}")
    if len(value) > URL_LIMIT:
        raise ValueError(f"a link has {URL_LIMIT} characters at most")
    return value


def _host(value: str) -> str:
    """Return the host, empty where there is none or it would be filled in."""
    try:
        host = urlsplit(value).hostname or ""
    except ValueError:
        return ""
    return "" if "{" in host else host
