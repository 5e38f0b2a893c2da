"""What the owner's files quote and no document says any more.

No model is needed to find a sentence by its own words.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from retrieval.answering.pinned.pins import read_pins
from retrieval.answering.view import IndexView
from retrieval.answering.votes import words_of
from retrieval.domain import EVERYTHING, LostQuotation, Scope
from retrieval.reading.pinned_files import is_pinned, is_saved
from retrieval.reading.registry import is_unhelpful
from retrieval.reading.unhelpful_file import read_unhelpful
from retrieval.store.interface import IndexReader
from retrieval.store.values import StoredDocument
from retrieval.text.languages.identify import language_of
from retrieval.text.question_terms import question_terms

__all__ = ["lost_quotations"]

_LOOKED_AT = 50
"""Sentences among which one is looked for that has all of their words; then in all."""


def lost_quotations(reader: IndexReader, scope: Scope = EVERYTHING) -> tuple[LostQuotation, ...]:
    """Name what pinned and unhelpful answers quote in vain, file by file.

    A pinned quotation has to stand in another document than its own, sentence after sentence; a
    sentence that is no answer in any.

    Args:
        reader: The index.
        scope: What is seen of it: a quotation from elsewhere is lost.
    """
    view = IndexView(reader, scope)
    found: dict[tuple[str, str], LostQuotation] = {}
    for document in reader.documents(scope):
        for question, said in _quoted(document, view):
            if not _stands(said, document, view):
                lost = LostQuotation(path=document.path, question=question, quotation=said[0])
                found.setdefault((document.path, said[0]), lost)
    return tuple(found.values())


def _quoted(document: StoredDocument, view: IndexView) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the questions of a file, each with the sentences of a quotation below it."""
    if is_unhelpful(document.reader):
        for entry in read_unhelpful(view.reader.text(document.id)).entries:
            for quotation in entry.quotations:
                yield entry.question, (quotation,)
    elif is_pinned(document.path) or is_saved(document.path):
        for pin in read_pins(document, view):
            if pin.is_quotation:
                yield pin.questions[0], pin.said


def _stands(said: Sequence[str], own: StoredDocument, view: IndexView) -> bool:
    """Tell whether sentences stand one after the other in another document."""
    words = [words_of(one) for one in said]
    return any(
        [words_of(view.sentence_text(row)) for row in rows] == words
        for rows in _likely(said, own, view)
    )


def _likely(said: Sequence[str], own: StoredDocument, view: IndexView) -> Iterator[range]:
    """Yield where sentences may stand: where a search finds the first of them, then everywhere."""
    for first in _found(said[0], view):
        document = view.document(first)
        rows = range(first, first + len(said))
        if rows.stop <= document.rows.stop and _says_itself(rows, document, own, view):
            yield rows
    # Titles, and what only leads elsewhere, a search does not bring.
    rarest = max(
        (word for word in words_of(said[0]).split() if word.isascii()), key=len, default=""
    )
    for document in view.documents():
        if rarest not in view.reader.text(document.id).lower():
            continue
        view.look_up(document.rows)
        for first in document.rows[: max(len(document.rows) - len(said) + 1, 0)]:
            rows = range(first, first + len(said))
            if _says_itself(rows, document, own, view):
                yield rows


def _found(sentence: str, view: IndexView) -> list[int]:
    """Return the sentences that are likest to one by their words."""
    languages = view.reader.languages
    asked = question_terms(sentence, language_of(sentence, languages), languages)
    near = view.reader.shortlist(
        np.zeros(view.reader.spec.dimension, np.float32),
        asked.terms,
        variants=asked.variants,
        scope=view.scope,
        k=_LOOKED_AT,
    )
    found: list[int] = near.ids.tolist()
    return found


def _says_itself(
    rows: range, document: StoredDocument, own: StoredDocument, view: IndexView
) -> bool:
    """Tell whether a document says sentences, and doesn't quote them as ``own`` does."""
    if document == own:
        return False
    return not (is_pinned(document.path) and any(view.block(row).is_navigation for row in rows))
