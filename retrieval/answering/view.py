"""An index as one question may see it: inside its scope, by sentence instead of by column."""

from collections.abc import Callable, Iterable, Sequence, Set
from difflib import get_close_matches
from pathlib import PurePosixPath
from posixpath import normpath

from retrieval.answering.remembered import Called, Remembered
from retrieval.domain import EVERYTHING, Block, Scope, Sentence
from retrieval.errors import UnknownDocumentError
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store.interface import IndexReader
from retrieval.store.values import SentencePlace, StoredDocument
from retrieval.text.languages.identify import language_of
from retrieval.text.printable import printable
from retrieval.text.question_terms import question_terms

__all__ = ["IndexView"]

_SUGGESTED = 3
_SIMILAR = 0.7


class IndexView:
    """A reader bound to a scope: what is outside it can't be had from here.

    A store is asked once where a sentence stands: what it says is remembered, also between the
    views of one index that share what they remember.
    """

    def __init__(
        self,
        reader: IndexReader,
        scope: Scope = EVERYTHING,
        remembered: Remembered | None = None,
    ) -> None:
        self.reader = reader
        self.scope = scope
        self._remembered = remembered = remembered or Remembered(reader)
        # A question asks for these some hundred times: by the dictionaries' own methods.
        self.place: Callable[[int], SentencePlace] = remembered.places.__getitem__
        """Says where a sentence stands."""
        self.block: Callable[[int], Block] = remembered.blocks.__getitem__
        """Returns the block of a sentence."""
        self.sentence_text: Callable[[int], str] = remembered.texts.__getitem__
        """Returns the words of a sentence, as they are read and not as they are set."""
        self._rarity: dict[str, float] = {}

    def documents(self) -> tuple[StoredDocument, ...]:
        """Return the documents of the scope that can be asked, sorted by path."""
        return tuple(one for one in self.reader.documents(self.scope) if one.size)

    def named(self, name: str) -> StoredDocument:
        """Return a document by its path, or by its title where only one has it.

        Raises:
            UnknownDocumentError: There is no such document in the scope.
        """
        found = self._called(name)
        if len(found) == 1:
            return found[0]
        raise self._unknown(name)

    def only(self, name: str) -> "IndexView":
        """Look at one document only, or at all documents of one file.

        Raises:
            UnknownDocumentError: There is no such document in the scope.
        """
        found = [one for one in self._called(name) if one.size]
        if not found:
            raise self._unknown(name)
        paths = frozenset(document.path for document in found)
        return IndexView(self.reader, self.scope & Scope(documents=paths), self._remembered)

    def _called(self, name: str) -> tuple[StoredDocument, ...]:
        exact = self.reader.documents(self.scope & Scope(documents=frozenset({name})))
        if exact:
            return exact
        documents = self.documents()
        path, title = normpath(name), name.strip().casefold()
        for matches in (
            [one for one in documents if path in (one.path, one.file)],
            [one for one in documents if one.title.casefold() == title],
        ):
            if matches:
                return tuple(matches)
        return ()

    def _unknown(self, name: str) -> UnknownDocumentError:
        known = [one.path for one in self.documents()]
        return UnknownDocumentError(
            f"There is no document {printable(name)} in the index", _meant(name, known)
        )

    def within(self, path: str, start: int, end: int) -> range:
        """Return the sentences of a document that share a character with ``start:end``.

        Raises:
            UnknownDocumentError: There is no such document in the scope.
        """
        return self.reader.within(self.named(path).id, start, end)

    def look_up(self, ids: Sequence[int]) -> None:
        """Find at once where these sentences stand, since each will be asked for."""
        self._remembered.look_up(ids)

    def sentence(self, row: int) -> Sentence:
        """Return where a sentence stands, as a document has it."""
        at = self.place(row)
        return Sentence(
            start=at.start,
            end=at.end,
            first_line=at.first_line,
            last_line=at.last_line,
            block=at.block,
        )

    def document(self, row: int) -> StoredDocument:
        """Return the document of a sentence."""
        return self.reader.document(self.place(row).document)

    def named_in(self, wanted: Set[str]) -> list[StoredDocument]:
        """Return the documents of which a question names half of the title at least.

        Args:
            wanted: The stems of its words.
        """
        return self._seen(self._remembered.titles.named_in(wanted))

    def numbered(self, number: str) -> list[StoredDocument]:
        """Return the documents that bear a number by their title or path: "adr-31"."""
        return self._seen(self._remembered.titles.numbered(number))

    def _seen(self, ids: Iterable[int]) -> list[StoredDocument]:
        found = map(self.reader.document, ids)
        if self.scope == EVERYTHING:
            return list(found)
        within = {one.id for one in self.documents()}
        return [one for one in found if one.id in within]

    def called(self, row: int, find: Callable[[int, "IndexView"], Called]) -> Called:
        """Return what a sentence is called; ``find`` finds it out where that isn't known yet."""
        remembered = self._remembered.names
        known = remembered.get(row)
        if known is None:
            known = remembered.recall(row)
        if known is None:
            known = find(row, self)
            remembered.keep(row, known)
        return known

    def same_block(self, row: int) -> range:
        """Return the sentences of a sentence's block, itself included."""
        return self.place(row).block_ids

    def text(self, document: int, start: int = 0, end: int | None = None) -> str:
        """Return a document's text, or a part of it."""
        return self.reader.text(document, start, end)

    def uses(self, phrase: str) -> bool:
        """Tell whether the documents use every word of a phrase that is looked for."""
        languages = self.reader.languages
        asked = question_terms(phrase, language_of(phrase, languages), languages)
        rarity = self.reader.rarity(asked.terms, variants=asked.variants, scope=self.scope)
        return not asked.terms or bool((rarity < 1).all())

    def rarity(self, term: str) -> float:
        """Say how rare a stem is: 1 where no text has it, towards 0 where most do."""
        if term not in self._rarity:
            self.look_up_rarity([term])
        return self._rarity[term]

    def look_up_rarity(self, terms: Sequence[str]) -> None:
        """Find at once how rare these stems are, since each may be asked for."""
        wanted = [term for term in dict.fromkeys(terms) if term not in self._rarity]
        self._rarity.update(
            zip(wanted, self.reader.rarity(wanted, scope=self.scope).tolist(), strict=True)
        )


def _meant(path: str, known: Sequence[str]) -> Remedy:
    """Name the documents that may be meant: by a part of their names, or one like theirs."""
    stem = PurePosixPath(path).stem.casefold()
    stems = {PurePosixPath(name).stem.casefold(): name for name in known}
    meant = [name for key, name in stems.items() if stem in key]
    meant += [stems[key] for key in get_close_matches(stem, stems, cutoff=_SIMILAR)]
    close = list(dict.fromkeys(meant))[:_SUGGESTED]
    if not close:
        return Remedy(RemedyKind.LIST_DOCUMENTS)
    return Remedy(RemedyKind.NAME_DOCUMENT, " or ".join(close))
