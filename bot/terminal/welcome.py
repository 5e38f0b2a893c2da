"""What a session opens with: what can be asked about, and a question to try."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from bot.localisation.words import ENGLISH, Words
from bot.terminal.plain import printable
from bot.terminal.styles import ASIDE
from retrieval.domain import DocumentInfo

__all__ = ["render_welcome"]

_TITLES = 3


def render_welcome(
    documents: Sequence[DocumentInfo], questions: Sequence[str], words: Words = ENGLISH
) -> RenderableType:
    """Name a few documents and the questions to begin with; the commands have a list of their own.

    Args:
        documents: Those that are indexed.
        questions: Some that they answer, maybe none.
        words: The reader's.
    """
    documents = [document for document in documents if document.is_asked]
    titles = list(dict.fromkeys(document.title for document in documents))
    named = " · ".join(map(printable, titles[:_TITLES]))
    if len(titles) > _TITLES:
        named += " · …"
    count = words.say("documents", count=len(documents))
    lines = [Text.assemble((f"{count}: ", ASIDE), named)]
    if questions:
        lines.append(Text(words.say("terminal-could-ask"), style=ASIDE))
        lines += [Text(f"  • {printable(question)}") for question in questions]
    lines.append(Text(words.say("terminal-type"), style=ASIDE))
    return Group(*lines)
