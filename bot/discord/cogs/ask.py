"""/ask and the context menu "Ask about this"."""

import re
from hashlib import sha256

import discord
from discord import app_commands
from discord.ext import commands

from bot.app.admission import MAX_QUESTION
from bot.app.collections.sight import Sight
from bot.app.services import Services
from bot.discord.interaction import Interaction
from bot.discord.respond import answer_interaction, request_from, show_fault, tell
from bot.discord.sight import sight_of
from bot.localisation.words import Phrase
from retrieval.answering.autocomplete import matching_documents
from retrieval.domain import DocumentInfo

__all__ = ["MENU", "NO_DOCUMENT", "Ask", "document_choices", "essence", "resolve_document"]

MENU = "Ask about this"
NO_DOCUMENT = Phrase("no-document")
NOT_EVERYONES = Phrase("document-not-everyones")
CHOICES = 25
NAME_LIMIT = 100
_SENTENCE = re.compile(r"([^.!?\n]+)([.!?\n]*)")
"""A sentence and the marks behind it; each character is looked at once."""


class Ask(commands.Cog):
    """Questions by command."""

    def __init__(self, bot: commands.AutoShardedBot, services: Services) -> None:
        self._bot = bot
        self._services = services
        # discord.py refuses context menus declared in a class.
        self._menu = app_commands.ContextMenu(name=MENU, callback=self._ask_about)

    async def cog_load(self) -> None:
        """Add the context menu."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take the context menu away."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command()
    @app_commands.describe(
        question="What do you want to know?",
        document="Search only this document",
        private="Only you see the answer; so it is where your roles let you read more than others",
    )
    async def ask(
        self,
        interaction: Interaction,
        question: app_commands.Range[str, 1, MAX_QUESTION],
        document: str | None = None,
        private: bool | None = None,
    ) -> None:
        """Ask the documents a question."""
        own, everyones = sight_of(interaction), sight_of(interaction, privately=False)
        if private is None:
            private = own != everyones
        path = None
        if document is not None:
            path = resolve_document(document, self._asked(own))
            if path is None:
                await tell(interaction, NO_DOCUMENT)
                return
            if not private and not everyones.sees_path(path):
                await tell(interaction, NOT_EVERYONES)
                return
        await answer_interaction(
            interaction,
            request_from(interaction, question, door="slash", private=private, document=path),
        )

    @ask.autocomplete("document")
    async def _documents(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return document_choices(typed, self._asked(sight_of(interaction)))

    def _asked(self, sight: Sight) -> tuple[DocumentInfo, ...]:
        return tuple(one for one in self._services.pool.documents(sight) if one.is_asked)

    async def _ask_about(self, interaction: Interaction, message: discord.Message) -> None:
        try:
            text = essence(message.clean_content)
            if not text:
                await tell(interaction, Phrase("message-without-text"))
                return
            await answer_interaction(
                interaction, request_from(interaction, text, door="menu", private=True)
            )
        except Exception as error:
            await show_fault(interaction, error)


def essence(text: str) -> str:
    """Return what a message asks: itself, or of a long one its questions, or its beginning."""
    line = " ".join(text.split())
    if len(line) <= MAX_QUESTION:
        return line
    sentences = _SENTENCE.findall(text)
    asked = [said + "?" for said, marks in sentences if marks.startswith("?")]
    chosen = " ".join((" ".join(asked) or line).split())
    return chosen if len(chosen) <= MAX_QUESTION else chosen[:MAX_QUESTION].rsplit(" ", 1)[0]


def document_choices(
    typed: str, documents: tuple[DocumentInfo, ...]
) -> list[app_commands.Choice[str]]:
    """Offer the documents that match what was typed so far."""
    return [
        app_commands.Choice(
            name=_name(document),
            value=_value(document),
        )
        for document in matching_documents(typed, documents)[:CHOICES]
    ]


def resolve_document(given: str, documents: tuple[DocumentInfo, ...]) -> str | None:
    """Return the path of the document that was chosen or typed; none if it isn't one's name."""
    for document in documents:
        if given in (document.path, _value(document)):
            return document.path
    found = [d for d in documents if d.title.casefold() == given.strip().casefold()]
    found = found or list(matching_documents(given, documents))
    return found[0].path if len(found) == 1 else None


def _value(document: DocumentInfo) -> str:
    """Return what stands for a document in a choice.

    A path that is longer than Discord allows stands as its hash: cut, it would be nobody's, and
    the hash of the content may be that of several documents.
    """
    if len(document.path) <= NAME_LIMIT:
        return document.path
    return f"sha256:{sha256(document.path.encode()).hexdigest()[:32]}"


def _name(document: DocumentInfo) -> str:
    name = " ".join((document.title or document.path).split()) or document.path
    return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 1] + "…"
