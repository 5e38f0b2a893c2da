"""The index as its users see it: ask, rank, and read the documents behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

import numpy as np

from retrieval.answering.answer import CANDIDATES, compose, rank
from retrieval.answering.confidence.calibration import IDENTITY, Calibration
from retrieval.answering.confidence.judge import Judge
from retrieval.answering.conversation.clarify import Candidate, find_choices
from retrieval.answering.conversation.context import understand
from retrieval.answering.conversation.suggest import suggest
from retrieval.domain import (
    Answer,
    Choice,
    Citation,
    DocumentInfo,
    IndexInfo,
    Level,
    Passage,
    Ranking,
    Span,
    Turn,
)
from retrieval.encoder.protocol import Encoder
from retrieval.errors import UnknownDocumentError
from retrieval.ranking.query import Query
from retrieval.ranking.rerank import Reranker
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store.files.corpus import Corpus
from retrieval.store.files.current import current_build, open_current
from retrieval.store.files.database import StoredDocument
from retrieval.store.files.dense import Rows
from retrieval.store.files.inspect import document_info
from retrieval.text.words import stem

__all__ = ["Searcher", "current_build", "open_searcher"]

_SUGGESTED = 3
_SIMILAR = 0.7
_NEAR = 8
"""Sentences on each side of an answer in which a next question is looked for."""


def open_searcher(
    directory: Path,
    encoder: Encoder,
    *,
    verify: bool = False,
    calibration: Calibration = IDENTITY,
    threshold: float | None = None,
    reranker: Reranker | None = None,
) -> "Searcher":
    """Open the index that is current now.

    Args:
        directory: The index directory.
        encoder: The model the index was made with.
        verify: Check every byte of a large index too; small ones always are.
        calibration: The owner's correction of the confidence.
        threshold: Answer at or above this probability; ``None``: the shipped threshold.
        reranker: Re-orders the best sentences of each question.

    Raises:
        IndexNotFoundError: There is no index yet.
        IndexDamagedError: A file of it is missing or changed.
        IndexOutdatedError: It has another format, or was made with another model.
    """
    corpus = open_current(directory, lambda build: Corpus(build, encoder, verify=verify))
    judge = Judge.for_encoder(encoder.fingerprint, calibration=calibration, threshold=threshold)
    return Searcher(corpus, judge, reranker)


class Searcher:
    """One build of the index; safe to use from several threads until it is closed."""

    def __init__(self, corpus: Corpus, judge: Judge, reranker: Reranker | None = None) -> None:
        self._corpus = corpus
        self._judge = judge
        self._reranker = reranker
        self._by_path = {document.path: document for document in corpus.documents}

    @property
    def info(self) -> IndexInfo:
        """The build this searcher reads."""
        return self._corpus.info

    def documents(self) -> tuple[DocumentInfo, ...]:
        """List the documents, sorted by path."""
        return tuple(map(document_info, self._corpus.documents))

    def text(self, path: str) -> str:
        """Return a document's text.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        return self._corpus.text(self._document(path).id)

    def rank(
        self,
        question: str,
        *,
        limit: int = 10,
        history: Sequence[Turn] = (),
        document: str | None = None,
    ) -> Ranking:
        """Order the sentences of the index, or of one document, by how well they answer.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        return self.examine(question, history=history, document=document, limit=limit)[0]

    def ask(
        self, question: str, *, history: Sequence[Turn] = (), document: str | None = None
    ) -> Answer:
        """Answer from the index, or from one document, and suggest what to ask next.

        Args:
            question: As it was asked.
            history: The earlier turns of the conversation, oldest first.
            document: The path of the one document to answer from.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        _, answer = self.examine(question, history=history, document=document)
        return replace(answer, suggestions=self._suggestions(answer, history))

    def examine(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        document: str | None = None,
        limit: int = 10,
    ) -> tuple[Ranking, Answer]:
        """Answer a question, and return the ranking that the answer was made from with it.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        rows = self._rows(document)
        meant = understand(question, history)
        query, ranking = meant.query, self._ranking(meant.query, rows, limit)
        if not meant.certain:
            alone = Query(question=question)
            other = self._ranking(alone, rows, limit)
            if other.confidence.probability >= ranking.confidence.probability:
                query, ranking = alone, other
        answer = compose(query, ranking, self._corpus, self._judge)
        choices = self._choices(query, ranking) if answer.answered else ()
        if choices:
            nothing_yet = answer.passages + answer.more
            answer = replace(answer, answered=False, choices=choices, passages=(), more=nothing_yet)
        return replace(ranking, hits=ranking.hits[:limit]), answer

    def _choices(self, query: Query, ranking: Ranking) -> tuple[Choice, ...]:
        """Find what the question may mean, where that can't be told."""
        candidates = [
            Candidate(
                title=self._corpus.document(hit.sentence_id).title,
                headings=self._corpus.block(hit.sentence_id).headings,
                text=self._corpus.sentence_text(hit.sentence_id),
                score=hit.score,
            )
            for hit in ranking.hits[:CANDIDATES]
        ]
        return find_choices(query.understood, candidates, stem=stem)

    def _ranking(self, query: Query, rows: Rows | None, limit: int) -> Ranking:
        wanted = max(limit, CANDIDATES)
        return rank(
            query,
            self._corpus,
            self._judge,
            limit=wanted,
            within=rows,
            reranker=self._reranker,
        )

    def _suggestions(self, answer: Answer, history: Sequence[Turn]) -> tuple[str, ...]:
        """Find questions that sentences around the answer's passages answer."""
        if not answer.answered:
            return ()
        seen = {(p.citation.path, row) for p in answer.passages for row in self._touched(p)}
        near = sorted(
            {
                (abs(row - middle), path, row)
                for path, middle in seen
                for row in self._around(path, middle)
                if (path, row) not in seen
            }
        )

        def sure(question: str) -> bool:
            ranking = self._ranking(Query(question=question), None, 1)
            best = ranking.hits[0] if ranking.hits else None
            return (
                best is not None
                and ranking.confidence.level is Level.HIGH
                and (best.path, best.sentence_id) not in seen
            )

        return suggest(
            (self._corpus.sentence_text(row) for _, _, row in near),
            known=[answer.question, *(turn.question for turn in history)],
            sure=sure,
        )

    def _touched(self, passage: Passage) -> list[int]:
        """Find the sentences of a passage."""
        return self._rows_at(passage.citation.path, passage.start, passage.end)

    def _around(self, path: str, row: int) -> range:
        rows = self._document(path).rows
        return range(max(rows.start, row - _NEAR), min(rows.stop, row + _NEAR + 1))

    def _rows_at(self, path: str, start: int, end: int) -> list[int]:
        rows = self._document(path).rows
        starts, ends = self._corpus.layout[rows.start : rows.stop, 2:4].T
        touched: list[int] = (np.flatnonzero((starts < end) & (ends > start)) + rows.start).tolist()
        return touched

    def context(self, path: str, start: int, end: int, *, sentences: int) -> Passage:
        """Show a span with some more sentences on each side.

        The sentences that the span touches are highlighted. The score is 0: nothing was asked.

        Raises:
            UnknownDocumentError: There is no such document.
            ValueError: The span touches no sentence, or ``sentences`` is negative.
        """
        document = self._document(path)
        first, stop = document.rows.start, document.rows.stop
        touched = self._rows_at(path, start, end)
        if not touched or sentences < 0:
            raise ValueError(f"no sentence of {path} at {start}:{end} with {sentences} around it")
        inner = [self._corpus.sentence(row) for row in touched]
        before = self._corpus.sentence(max(first, touched[0] - sentences))
        after = self._corpus.sentence(min(stop - 1, touched[-1] + sentences))
        block = self._corpus.block(touched[0])
        return Passage(
            citation=Citation(
                path=document.path,
                title=document.title,
                headings=block.headings,
                first_line=inner[0].first_line,
                last_line=inner[-1].last_line,
                locator=block.locator,
            ),
            text=self._corpus.text(document.id)[before.start : after.end],
            start=before.start,
            end=after.end,
            highlights=tuple(Span(start=s.start, end=s.end) for s in inner),
            score=0.0,
        )

    def close(self) -> None:
        """Let go of the build's files; call it when no thread uses the searcher any more."""
        self._corpus.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _rows(self, path: str | None) -> range | None:
        return None if path is None else self._document(path).rows

    def _document(self, path: str) -> StoredDocument:
        if path in self._by_path:
            return self._by_path[path]
        raise UnknownDocumentError(
            f"There is no document {path} in the index", _meant(path, self._by_path)
        )


def _meant(path: str, known: Iterable[str]) -> Remedy:
    """Name the documents that may be meant: by a part of their names, or one like theirs."""
    stem = PurePosixPath(path).stem.casefold()
    stems = {PurePosixPath(name).stem.casefold(): name for name in known}
    meant = [name for key, name in stems.items() if stem in key]
    meant += [stems[key] for key in get_close_matches(stem, stems, cutoff=_SIMILAR)]
    close = list(dict.fromkeys(meant))[:_SUGGESTED]
    if not close:
        return Remedy(RemedyKind.LIST_DOCUMENTS)
    return Remedy(RemedyKind.NAME_DOCUMENT, " or ".join(close))
