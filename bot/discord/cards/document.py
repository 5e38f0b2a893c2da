"""The card of /docs show: pure."""

from collections.abc import Sequence

from bot.app.text_pages import TextLine
from bot.discord.cards.card import Button, Card, Tone
from bot.discord.cards.escape import escape, inline
from bot.discord.components.custom_id import DocumentPagePayload, Operation
from bot.localisation.words import ENGLISH, Words
from retrieval.domain import DocumentInfo

__all__ = ["document_page_card"]


def document_page_card(
    document: DocumentInfo,
    text: str,
    pages: Sequence[Sequence[TextLine]],
    words: Words = ENGLISH,
    *,
    page: int,
    key: str,
) -> Card:
    """Show a page of a document as it is indexed, each line with its number.

    Args:
        document: the document.
        text: all of its text.
        pages: its lines.
        words: the reader's.
        page: which page, from 0.
        key: what stands for the document in the buttons.
    """
    sentences = words.say("sentences", count=document.sentences)
    number, most = (words.decimal(one, 0) for one in (page + 1, len(pages)))
    where = words.say("page-of", page=number, pages=most)
    head = (
        f"**{inline(document.title or document.path, limit=200)}**\n"
        f"-# {inline(document.path, limit=200)} · {sentences} · {where}"
    )
    lines = [f"`{line.number}` {escape(text[line.start : line.end])}" for line in pages[page]]
    row: tuple[Button, ...] = ()
    if len(pages) > 1:
        row = (
            _turn(key, 0, "⏮️", disabled=page == 0),
            _turn(key, max(page - 1, 0), "◀️", disabled=page == 0),
            _turn(key, min(page + 1, len(pages) - 1), "▶️", disabled=page + 1 == len(pages)),
            _turn(key, len(pages) - 1, "⏭️", disabled=page + 1 == len(pages)),
        )
    blocks = (
        (head, "\n".join(lines)) if text.strip() else (head, f"-# {words.say('document-empty')}")
    )
    return Card(tone=Tone.NOTE, blocks=blocks, rows=(row,) if row else ())


def _turn(key: str, page: int, emoji: str, *, disabled: bool) -> Button:
    # Discord wants different ids in a message; buttons that do nothing need no page of their own.
    first = emoji in {"⏮️", "⏭️"}
    operation = Operation.SHOW_END if first else Operation.SHOW_PAGE
    payload = DocumentPagePayload(operation=operation, document=key, page=page)
    return Button(payload=payload, emoji=emoji, disabled=disabled)
