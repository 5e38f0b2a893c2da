"""Answering from what is known of a document: its byline, its date, its title, its first sentences.

Every answer is a quotation: where no line of the document says it, there is none.
"""

import re
from collections.abc import Sequence

from retrieval.answering.passages import passage
from retrieval.answering.understanding.document_facts import DocumentFact
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind, Passage
from retrieval.store.values import StoredDocument
from retrieval.text.wording import folded_words

__all__ = ["fact_passages"]

_FIRST = 2
"""Sentences that say what a document is about."""
_EDGE = 6
"""Sentences at either end of a document among which its own date stands."""
_DATE = re.compile(
    r"\b(?:\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{2,4}"
    r"|(?:\d\d?(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"\s+(?:\d\d?(?:st|nd|rd|th)?,?\s+)?\d{4})\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:published|posted|updated|written|dated?|released|last modified|revised)\b", re.IGNORECASE
)
_LONGEST_DATELINE = 60


def fact_passages(
    fact: DocumentFact, documents: Sequence[StoredDocument], view: IndexView
) -> tuple[Passage, ...]:
    """Quote what documents say of themselves, one passage each.

    Args:
        fact: What is asked.
        documents: Those that may be meant.
        view: Where they stand.
    """
    found = (_rows(fact, document, view) for document in documents)
    return tuple(passage(rows, view, score=1.0) for rows in found if rows)


def _rows(fact: DocumentFact, document: StoredDocument, view: IndexView) -> list[int]:
    """Find the sentences that say it, all of one block; none where nothing does."""
    match fact:
        case DocumentFact.AUTHOR:
            return _of_author(document, view)
        case DocumentFact.DATE:
            edges = [*document.rows[:_EDGE], *document.rows[_EDGE:][-_EDGE:]]
            return [row for row in edges if _dates(view.sentence_text(row))][:1]
        case DocumentFact.TITLE:
            return [row for row in document.rows if _kind(row, view) is BlockKind.TITLE][:1]
        case DocumentFact.SUBJECT:
            text = [row for row in document.rows if _kind(row, view) is BlockKind.PARAGRAPH]
            return [row for row in text[:_FIRST] if row in view.same_block(text[0])]


def _of_author(document: StoredDocument, view: IndexView) -> list[int]:
    """Find the byline, or else the first sentence that names whom the document says wrote it."""
    bylines = [row for row in document.rows if _kind(row, view) is BlockKind.BYLINE]
    if bylines or document.author is None:
        return bylines[:1]
    name = folded_words(document.author)
    return [row for row in document.rows if name <= folded_words(view.sentence_text(row))][:1]


def _dates(sentence: str) -> bool:
    if _DATE.search(sentence) is None:
        return False
    return _DATED.search(sentence) is not None or len(sentence) <= _LONGEST_DATELINE


def _kind(row: int, view: IndexView) -> BlockKind:
    return view.block(row).kind
