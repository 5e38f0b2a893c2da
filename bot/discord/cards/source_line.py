"""The line under a quotation that says where it stands."""

from bot.discord.cards.escape import inline
from bot.localisation.words import ENGLISH, Words
from bot.rendering.citations import lines_of
from bot.rendering.links import Link
from retrieval.domain import Citation

__all__ = ["source_line", "source_name"]

TITLE_LIMIT = 120
HEADING_LIMIT = 60
HEADINGS = 3
PLACE_LIMIT = 100


def source_name(citation: Citation, words: Words = ENGLISH) -> str:
    """Return ``Title › heading › lines 12–14``, inert; a document without title has its path."""
    title = inline(citation.title, limit=TITLE_LIMIT) or inline(citation.path, limit=TITLE_LIMIT)
    headings = citation.headings[-HEADINGS:]
    names = [title, *(inline(heading, limit=HEADING_LIMIT) for heading in headings)]
    # A sheet's name, or an author's, may hold anything.
    names.append(inline(lines_of(citation, words), limit=PLACE_LIMIT))
    return " › ".join(name for name in names if name)


def source_line(citation: Citation, link: Link, words: Words = ENGLISH) -> str:
    """Return the name of a source, as a link when its address is known."""
    url = link(citation)
    name = source_name(citation, words)
    return f"[{name}](<{url}>)" if url else name
