"""The line under a quotation that says where it stands."""

from collections.abc import Callable
from urllib.parse import quote

from bot.discord.cards.escape import inline
from bot.rendering.citations import lines_of
from retrieval.domain import Citation

__all__ = ["Link", "link_maker", "source_line", "source_name"]

TITLE_LIMIT = 120
HEADING_LIMIT = 60
HEADINGS = 3
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


def source_name(citation: Citation) -> str:
    """Return ``Title › heading › lines 12–14``, inert; a document without title has its path."""
    title = inline(citation.title, limit=TITLE_LIMIT) or inline(citation.path, limit=TITLE_LIMIT)
    headings = citation.headings[-HEADINGS:]
    names = [title, *(inline(heading, limit=HEADING_LIMIT) for heading in headings)]
    return " › ".join([name for name in names if name] + [lines_of(citation)])


def source_line(citation: Citation, link: Link) -> str:
    """Return the name of a source, as a link when its address is known."""
    url = link(citation)
    name = source_name(citation)
    return f"[{name}](<{url}>)" if url else name
