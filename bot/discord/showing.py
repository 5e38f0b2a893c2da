"""Showing a document as it is indexed, page by page, to those in charge of it."""

from hashlib import sha256

from bot.app.protocols import Source
from bot.app.text_pages import page_of, pages_of
from bot.discord.cards.card import Card
from bot.discord.cards.document import document_page_card
from bot.discord.charge import sees_in_charge
from bot.discord.interaction import Interaction
from bot.discord.permissions import administers
from bot.discord.reader import words_for
from bot.discord.respond import tell
from bot.localisation.words import Phrase
from retrieval.domain import DocumentInfo

__all__ = ["documents_to_show", "key_of", "may_show", "page_card"]

ONLY_ADMINISTRATORS = Phrase("only-administrators-look")
NO_DOCUMENT = Phrase("no-document")


async def may_show(interaction: Interaction) -> bool:
    """Whether somebody may look into documents; they are told if not."""
    if administers(interaction) or await interaction.client.is_owner(interaction.user):
        return True
    await tell(interaction, ONLY_ADMINISTRATORS)
    return False


async def documents_to_show(interaction: Interaction) -> tuple[DocumentInfo, ...]:
    """Return the documents that somebody may look into: those they may read, or look after."""
    return interaction.client.services.pool.documents(await sees_in_charge(interaction))


def key_of(document: DocumentInfo) -> str:
    """Return what stands for a document in a button's id, which has no room for its path."""
    return sha256(document.path.encode()).hexdigest()[:32]


async def page_card(
    interaction: Interaction, document: DocumentInfo, *, page: int = 0, line: int | None = None
) -> Card:
    """Make the card of a page, or of the page with a line; the last one where there are fewer.

    Raises:
        VerbatimError: The document is gone, or too many questions are waiting.
    """
    words = words_for(interaction)

    def read(source: Source) -> Card:
        text = source.text(document.path)
        pages = pages_of(text)
        wanted = page if line is None else page_of(pages, line)
        wanted = min(wanted, len(pages) - 1)
        return document_page_card(document, text, pages, words, page=wanted, key=key_of(document))

    sight = await sees_in_charge(interaction)
    return await interaction.client.services.pool.use(read, sight=sight)
