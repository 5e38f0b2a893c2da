"""The web address under which a cited source can be read."""

from collections.abc import Callable
from urllib.parse import quote

from retrieval.domain import Citation

__all__ = ["Link", "link_maker"]

URL_LIMIT = 300

Link = Callable[[Citation], str | None]
"""Maps a citation to where its source can be read, if anywhere."""


def link_maker(template: str | None) -> Link:
    """Make links from ``VERBATIM_SOURCE_URL``: ``{path}``, ``{line}``, ``{last_line}`` filled in.

    Only web addresses become links, and every character of a path that could end one is quoted.
    """
    if template is None or not template.startswith(("https://", "http://")):
        return lambda _citation: None

    def link(citation: Citation) -> str | None:
        url = (
            template.replace("{path}", quote(citation.path, safe="/", errors="replace"))
            .replace("{line}", str(citation.first_line))
            .replace("{last_line}", str(citation.last_line))
        )
        return url if len(url) <= URL_LIMIT and not set(url) & set(" <>()[]\n") else None

    return link
