"""What a session opens with: what can be asked about, and a question to try."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from bot.terminal.plain import printable
from bot.terminal.styles import ASIDE
from retrieval.domain import DocumentInfo

__all__ = ["render_welcome"]

_TITLES = 3


def render_welcome(documents: Sequence[DocumentInfo], questions: Sequence[str]) -> RenderableType:
    """Name a few documents and the questions to begin with; the commands have a list of their own.

    Args:
        documents: Those that are indexed.
        questions: Some that they answer, maybe none.
    """
    documents = [document for document in documents if document.is_asked]
    titles = list(dict.fromkeys(document.title for document in documents))
    named = " · ".join(map(printable, titles[:_TITLES]))
    if len(titles) > _TITLES:
        named += " · …"
    count = "1 document" if len(documents) == 1 else f"{len(documents):,} documents"
    lines = [Text.assemble((f"{count}: ", ASIDE), named)]
    if questions:
        lines.append(Text("You could ask:", style=ASIDE))
        lines += [Text(f"  • {printable(question)}") for question in questions]
    lines.append(Text("Type a question; /help lists the commands.", style=ASIDE))
    return Group(*lines)
