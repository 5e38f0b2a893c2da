"""The index as its users see it: ask, rank, and read the documents behind it."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property
from itertools import zip_longest
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

import numpy as np

from retrieval.answering.about_document import fact_passages
from retrieval.answering.answer import CANDIDATES, as_hit, compose, rank
from retrieval.answering.confidence.calibration import IDENTITY, Calibration
from retrieval.answering.confidence.judge import Judge
from retrieval.answering.conversation.clarify import Candidate, find_choices
from retrieval.answering.conversation.context import understand
from retrieval.answering.conversation.suggest import suggest
from retrieval.answering.several import join_answers, join_rankings
from retrieval.answering.understanding.asked import Asked, read_utterance, spoken
from retrieval.answering.understanding.document_facts import DocumentFact
from retrieval.answering.understanding.vocabulary import WordTable
from retrieval.domain import (
    Answer,
    Choice,
    Citation,
    Confidence,
    DocumentInfo,
    IndexInfo,
    Level,
    Passage,
    Ranking,
    SmallTalk,
    Span,
    Turn,
)
from retrieval.encoder.protocol import Encoder
from retrieval.errors import UnknownDocumentError
from retrieval.ranking.query import Query
from retrieval.ranking.rerank import Reranker
from retrieval.store.files.corpus import Corpus
from retrieval.store.files.current import current_build, open_current
from retrieval.store.files.database import StoredDocument
from retrieval.store.files.dense import Rows
from retrieval.store.files.inspect import document_info
from retrieval.text.words import stem

__all__ = ["Searcher", "current_build", "open_searcher"]

_NOTHING_FOUND = Ranking(hits=(), confidence=Confidence(probability=0.0, level=Level.LOW))
_KNOWN = Confidence(probability=0.95, level=Level.HIGH)
"""A line of a document that says who wrote it is hardly ever wrong."""
_MOST_AUTHORS = 3
"""Of more documents with an author than these, nobody can tell which one is meant."""
_MOST_TITLES = 10
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
        if answer.small_talk is SmallTalk.ABILITIES:
            titles = dict.fromkeys(one.title for one in self._corpus.documents)
            named = tuple(titles)[:_MOST_TITLES]
            return replace(answer, titles=named, suggestions=self._examples())
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
        asked = read_utterance(question, self._vocabulary)
        if asked.small_talk is not None:
            return _NOTHING_FOUND, self._nothing_asked(asked)
        turns = spoken(history)
        if asked.fact is not None and (known := self._known(asked, turns, document)) is not None:
            return known
        if asked.story:
            # What was told before a question is to it what an earlier turn would be.
            turns = (*turns, Turn(question=asked.story))
        if asked.parts:
            ranking, answer = self._examine_parts(asked, turns, rows, limit)
        else:
            ranking, answer = self._examine_one(asked.question, turns, rows, limit)
        if answer.understood_as is None and asked.corrected:
            answer = replace(answer, understood_as=asked.question)
        hits = ranking.hits[:limit]
        return replace(ranking, hits=hits), replace(answer, question=question)

    @cached_property
    def _vocabulary(self) -> WordTable:
        """The words of the documents, counted when the first question comes."""
        return WordTable.of(self._corpus.text(document.id) for document in self._corpus.documents)

    def _nothing_asked(self, asked: Asked) -> Answer:
        return Answer(
            question=asked.utterance,
            answered=False,
            confidence=_NOTHING_FOUND.confidence,
            passages=(),
            more=(),
            build_id=self._corpus.manifest.build_id,
            small_talk=asked.small_talk,
        )

    def _known(
        self, asked: Asked, turns: Sequence[Turn], document: str | None
    ) -> tuple[Ranking, Answer] | None:
        """Answer a question about a document itself; None where it isn't known or not which."""
        assert asked.fact is not None  # noqa: S101 - the caller has looked
        documents = self._meant(turns, document)
        passages = fact_passages(asked.fact, documents, self._corpus)
        most = _MOST_AUTHORS if asked.fact is DocumentFact.AUTHOR else 1
        if not 1 <= len(passages) <= most:
            return None
        rows = [row for one in passages for row in self._touched_by_highlights(one)]
        hits = tuple(as_hit(self._corpus, row, 1.0) for row in rows)
        answer = replace(
            self._nothing_asked(asked), answered=True, confidence=_KNOWN, passages=passages
        )
        return Ranking(hits=hits, confidence=_KNOWN), answer

    def _meant(self, turns: Sequence[Turn], document: str | None) -> Sequence[StoredDocument]:
        """Find the documents that "this article" may be."""
        if document is not None:
            return [self._document(document)]
        if len(self._corpus.documents) > 1 and turns:
            last = self._ranking(Query(question=turns[-1].question), None, 1)
            return [self._document(hit.path) for hit in last.hits[:1]]
        return self._corpus.documents

    def _examine_parts(
        self, asked: Asked, turns: Sequence[Turn], rows: Rows | None, limit: int
    ) -> tuple[Ranking, Answer]:
        """Answer each of several questions, a later one as a follow-up of those before it."""
        rankings, answers = [], []
        for part in asked.parts:
            ranking, answer = self._examine_one(part, turns, rows, limit)
            rankings.append(ranking)
            answers.append(answer)
            turns = (*turns, Turn(question=part))
        if not any(answer.answered for answer in answers):
            whole = self._examine_one(asked.question, turns[: -len(answers)], rows, limit)
            if whole[1].answered:
                return whole
        return join_rankings(rankings), join_answers(asked.question, answers, self.text)

    def _examine_one(
        self, question: str, turns: Sequence[Turn], rows: Rows | None, limit: int
    ) -> tuple[Ranking, Answer]:
        meant = understand(question, turns)
        query, ranking = meant.query, self._ranking(meant.query, rows, limit)
        if not meant.certain:
            alone = Query(question=question)
            other = self._ranking(alone, rows, limit)
            if not meant.joined_wins(_best(ranking), _best(other)):
                query, ranking = alone, other
        answer = compose(query, ranking, self._corpus, self._judge)
        choices = self._choices(query, ranking) if answer.answered else ()
        if choices:
            nothing_yet = answer.passages + answer.more
            answer = replace(answer, answered=False, choices=choices, passages=(), more=nothing_yet)
        return ranking, answer

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
        return suggest(
            (self._corpus.sentence_text(row) for _, _, row in near),
            known=[answer.question, *(turn.question for turn in history)],
            sure=lambda question: self._surely(question, seen),
        )

    def _examples(self) -> tuple[str, ...]:
        """Find questions to begin with, which the first documents surely answer."""
        first = [document.rows[:_NEAR] for document in self._corpus.documents[:_MOST_TITLES]]
        rows = [row for some in zip_longest(*first) for row in some if row is not None]
        return suggest(map(self._corpus.sentence_text, rows), known=(), sure=self._surely)

    def _surely(self, question: str, unless: Container[tuple[str, int]] = ()) -> bool:
        """Tell whether a question has a sure answer, and not by one of some sentences."""
        ranking = self._ranking(Query(question=question), None, 1)
        best = ranking.hits[0] if ranking.hits else None
        return (
            best is not None
            and ranking.confidence.level is Level.HIGH
            and (best.path, best.sentence_id) not in unless
        )

    def _touched_by_highlights(self, passage: Passage) -> list[int]:
        path = passage.citation.path
        return [
            row for one in passage.highlights for row in self._rows_at(path, one.start, one.end)
        ]

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
        raise UnknownDocumentError(_unknown(path, self._by_path))


def _best(ranking: Ranking) -> float:
    return ranking.hits[0].score if ranking.hits else 0.0


def _unknown(path: str, known: Iterable[str]) -> str:
    """Name the documents that may be meant: by a part of their names, or one like theirs."""
    stem = PurePosixPath(path).stem.casefold()
    stems = {PurePosixPath(name).stem.casefold(): name for name in known}
    meant = [name for key, name in stems.items() if stem in key]
    meant += [stems[key] for key in get_close_matches(stem, stems, cutoff=_SIMILAR)]
    close = list(dict.fromkeys(meant))[:_SUGGESTED]
    hint = f"did you mean {' or '.join(close)}?" if close else "`verbatim status` lists them all."
    return f"There is no document {path} in the index; {hint}"
