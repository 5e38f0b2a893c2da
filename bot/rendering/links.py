"""The web address under which a cited source can be read."""

from collections.abc import Callable
from urllib.parse import quote

from config.source_url import NOT_IN_LINKS, URL_LIMIT
from retrieval.domain import Citation
from retrieval.locators import Lines, Message, Page

__all__ = ["Link", "link_maker"]

Link = Callable[[Citation], str | None]
"""Maps a citation to where its source can be read, if anywhere."""


def link_maker(template: str | None) -> Link:
    """Make links from ``VERBATIM_SOURCE_URL``: ``{path}``, ``{line}``, ``{last_line}``, ``{page}``.

    A message of a chat has an address of its own. Only web addresses become links, and every
    character of a path that could end one is quoted.
    """

    def link(citation: Citation) -> str | None:
        place = citation.place
        if isinstance(place, Message) and place.url is not None:
            return _safe(place.url)
        return None if template is None else _safe(_filled(template, citation))

    return link


def _filled(template: str, citation: Citation) -> str:
    place = citation.place
    lines = place if isinstance(place, Lines) else None
    return (
        template.replace("{path}", quote(citation.path, safe="/", errors="replace"))
        .replace("{line}", str(lines.first if lines else 1))
        .replace("{last_line}", str(lines.last if lines else 1))
        .replace("{page}", str(place.number if isinstance(place, Page) else 1))
    )


def _safe(url: str) -> str | None:
    is_web = url.startswith(("https://", "http://")) and len(url) <= URL_LIMIT
    return url if is_web and NOT_IN_LINKS.isdisjoint(url) and url.isprintable() else None
