"""The index as its users see it: ask, rank, and read the documents behind it."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from retrieval.answering.answer import CANDIDATES
from retrieval.answering.asking import Asking
from retrieval.answering.autocomplete import matching_documents
from retrieval.answering.confidence.calibration import IDENTITY, Calibration
from retrieval.answering.confidence.judge import Judge
from retrieval.answering.lost import lost_quotations
from retrieval.answering.own_files import OwnFiles, own_faults, own_synonyms, own_unhelpful
from retrieval.answering.passages import passage_around
from retrieval.answering.pinned.known import PinnedAnswers
from retrieval.answering.remembered import Remembered
from retrieval.answering.suggesting import first_questions, suggest
from retrieval.answering.view import IndexView
from retrieval.answering.vocabularies import Vocabularies
from retrieval.answering.votes import QuestionVectors
from retrieval.domain import (
    EVERYTHING,
    Answer,
    DocumentInfo,
    IndexInfo,
    LostQuotation,
    Passage,
    Ranking,
    Scope,
    Turn,
    Vote,
    Warned,
)
from retrieval.encoder.protocol import Encoder
from retrieval.indexing.spec import require_same, spec_for
from retrieval.ranking.rerank import Reranker
from retrieval.reading.unhelpful_file import UnhelpfulEntry
from retrieval.store import open_store
from retrieval.store.describe import document_info
from retrieval.store.interface import IndexReader, IndexStore
from retrieval.text.synonyms import Synonyms

__all__ = ["Searcher", "open_index"]


def open_index(
    store: IndexStore | Path,
    encoder: Encoder,
    *,
    verify: bool = False,
    calibration: Calibration = IDENTITY,
    threshold: float | None = None,
    prior: float | None = None,
    reranker: Reranker | None = None,
) -> "Searcher":
    """Open the index that is current now, for asking.

    Args:
        store: Where the index is kept, or its folder.
        encoder: The model the index was made with.
        verify: Check every byte of a large index too; small ones always are.
        calibration: The owner's correction of the confidence.
        threshold: Answer at or above this probability; ``None``: the shipped threshold.
        prior: Share of the questions that the documents answer; ``None``: the shipped share.
        reranker: Re-orders the best sentences of each question.

    Raises:
        IndexNotFoundError: There is no index yet.
        IndexDamagedError: A file of it is missing or changed.
        IndexOutdatedError: It has another format, or was made with another model, or with other
            borders between words than a question would be cut at.
    """
    kept_in = open_store(store) if isinstance(store, Path) else store
    reader = kept_in.open(verify=verify)
    try:
        require_same(reader.spec, spec_for(encoder), reader.languages)
        judge = Judge.for_encoder(
            encoder.fingerprint, calibration=calibration, threshold=threshold, prior=prior
        )
    except BaseException:
        reader.close()
        raise
    return Searcher(reader, encoder, judge, reranker=reranker)


class Searcher:
    """One index, bound to a scope; safe to use from several threads until it is closed.

    Every method obeys the scope: to whoever asks, a document outside it does not exist.
    """

    def __init__(
        self,
        reader: IndexReader,
        encoder: Encoder,
        judge: Judge,
        *,
        scope: Scope = EVERYTHING,
        reranker: Reranker | None = None,
        vocabularies: Vocabularies | None = None,
        synonyms: OwnFiles[Synonyms] | None = None,
        pinned: PinnedAnswers | None = None,
        unhelpful: OwnFiles[tuple[UnhelpfulEntry, ...]] | None = None,
        remembered: Remembered | None = None,
        votes: Sequence[Vote] = (),
        vectors: QuestionVectors | None = None,
    ) -> None:
        self._reader = reader
        self._encoder = encoder
        self._judge = judge
        self._scope = scope
        self._reranker = reranker
        self._vocabularies = vocabularies or Vocabularies(reader)
        self._synonyms = synonyms or own_synonyms(reader)
        self._pinned = pinned or PinnedAnswers(reader, encoder)
        self._unhelpful = unhelpful or own_unhelpful(reader)
        self._remembered = remembered or Remembered(reader)
        self._votes = votes
        self._vectors = vectors or QuestionVectors(encoder)
        self._collections: frozenset[str] | None = None

    def within(self, scope: Scope) -> "Searcher":
        """Return a searcher that sees what both scopes hold; it lives as long as this one."""
        return self._bound(self._scope & scope, self._votes)

    def heeding(self, votes: Sequence[Vote]) -> "Searcher":
        """Return a searcher that answers as people have voted; it lives as long as this one.

        Args:
            votes: Those that count where it is asked, the latest first.
        """
        return self._bound(self._scope, votes)

    def _bound(self, scope: Scope, votes: Sequence[Vote]) -> "Searcher":
        return Searcher(
            self._reader,
            self._encoder,
            self._judge,
            scope=scope,
            reranker=self._reranker,
            vocabularies=self._vocabularies,
            synonyms=self._synonyms,
            pinned=self._pinned,
            unhelpful=self._unhelpful,
            remembered=self._remembered,
            votes=votes,
            vectors=self._vectors,
        )

    @property
    def info(self) -> IndexInfo:
        """The build this searcher reads: the whole of it, whatever the scope."""
        return self._reader.info

    def collections(self) -> frozenset[str]:
        """Name the collections that the documents belong to."""
        if self._collections is None:
            documents = self._reader.documents(self._scope)
            self._collections = frozenset(document.collection for document in documents)
        return self._collections

    def documents(self) -> tuple[DocumentInfo, ...]:
        """List the documents, those that can't be asked included, sorted by path."""
        return tuple(map(document_info, self._reader.documents(self._scope)))

    def autocomplete(self, typed: str) -> tuple[DocumentInfo, ...]:
        """Return the documents whose title or path has what was typed, beginnings first."""
        return matching_documents(typed, (one for one in self.documents() if one.is_asked))

    def text(self, path: str) -> str:
        """Return a document's text.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        view = self._view(None)
        return view.text(view.named(path).id)

    def rank(
        self,
        question: str,
        *,
        limit: int = 10,
        history: Sequence[Turn] = (),
        document: str | None = None,
    ) -> Ranking:
        """Order the sentences by how well they answer: what `ask` makes its answer of.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        return self._examine(question, history=history, document=document, limit=limit)[0]

    def ask(
        self, question: str, *, history: Sequence[Turn] = (), document: str | None = None
    ) -> Answer:
        """Answer from the documents, or from one of them.

        Args:
            question: As it was asked.
            history: The earlier turns of the conversation, oldest first.
            document: The path of the one document to answer from.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        return self._examine(question, history=history, document=document)[1]

    def suggest(
        self, answer: Answer, *, history: Sequence[Turn] = (), document: str | None = None
    ) -> tuple[str, ...]:
        """Find questions to ask next, which sentences around an answer's passages answer.

        For after the answer is shown: it takes some searches, whose questions are encoded at once.
        To somebody who asked what can be asked, questions to begin with.

        Args:
            answer: What this searcher answered.
            history: The turns of the conversation before it.
            document: The path of the one document it was answered from.
        """
        return suggest(answer, self._asking(document), history)

    def first_questions(self) -> tuple[str, ...]:
        """Find questions to begin with, each of which is answered; not all documents have some."""
        return first_questions(self._asking(None))

    def lost_quotations(self) -> tuple[LostQuotation, ...]:
        """Name what the owner's own files quote and no document says any more, file by file."""
        return lost_quotations(self._reader, self._scope)

    def own_faults(self) -> tuple[Warned, ...]:
        """Name the lines of the owner's own files that say nothing, file by file."""
        return own_faults(self._reader, self._scope)

    def context(self, path: str, start: int, end: int, *, sentences: int) -> Passage:
        """Show a span with some more sentences on each side.

        The sentences that the span touches are highlighted. The score is 0: nothing was asked.

        Raises:
            UnknownDocumentError: There is no such document.
            ValueError: The span touches no sentence, or ``sentences`` is negative.
        """
        view = self._view(None)
        touched = view.within(path, start, end)
        if not touched or sentences < 0:
            raise ValueError(f"no sentence of {path} at {start}:{end} with {sentences} around it")
        return passage_around(touched, view, sentences=sentences)

    def at_share(self, share: float, probability: float) -> float:
        """Move an answer's probability to another share of questions that have an answer."""
        return self._judge.at_share(share, probability)

    def close(self) -> None:
        """Let go of the index; call it when no thread uses it any more, bound or not."""
        self._reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _view(self, document: str | None) -> IndexView:
        """Look at the scope, or at what has this name in it."""
        view = IndexView(self._reader, self._scope, self._remembered)
        return view if document is None else view.only(document)

    def _examine(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        document: str | None = None,
        limit: int = CANDIDATES,
    ) -> tuple[Ranking, Answer]:
        asking = self._asking(document)
        return asking.examine(question, history, limit=limit, alone=document is not None)

    def _asking(self, document: str | None) -> Asking:
        return Asking(
            self._view(document),
            self._encoder,
            self._judge,
            vocabulary=lambda: self._vocabularies.of(self._scope),
            reranker=self._reranker,
            synonyms=self._synonyms.of(self._scope),
            pins=self._pinned.of(self._scope),
            votes=self._votes,
            vectors=self._vectors,
            unhelpful=self._unhelpful.of(self._scope),
        )
