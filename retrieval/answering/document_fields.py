"""Answering from what stands above a document's text: who wrote it, who approved it, until when.

"Who is the author of Retention of tapes" names a document by its title and asks for what its front
matter calls by a name; the line says neither the title nor, often, the word of the question.
"""

import re
from collections.abc import Iterator

from retrieval.answering.passages import passage
from retrieval.answering.titles import numbers_in
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind, Passage
from retrieval.store.values import StoredDocument
from retrieval.text.words import content_stems, stems

__all__ = ["field_passages"]

_MOST = 20
"""Lines above a document's text that are looked at."""
_MOST_NAMED = 20
"""Documents that may be named: a question that names more names none of them."""
_ROOT = 4
"""Letters that two words of one root have in common: maintains, maintainer."""
_SHORTEST_ROOT = 3
_ABOVE = frozenset({BlockKind.FIELD, BlockKind.BYLINE})
_KINDS = stems(
    """document file page text doc article policy post called named entitled decision record
    proposal minutes memo report specification spec guide manual handbook note paper plan procedure
    standard entry sheet rfc adr"""
)
"""What a document is called besides its title."""
_SAME = tuple(
    map(
        stems,
        (
            "author authors writer wrote written write by",
            "maintainer maintained maintain owner owned own responsible charge keep keeper contact",
            "updated update changed change modified modify revised revise last edited edit",
            "valid until expires expire expiry end",
            "date dated published publish released release issued issue written write",
            "approved approve approver signed sign released release",
            "reviewed review reviewer checked check",
            "created create made make started start",
        ),
    )
)
_WHO = re.compile(
    r"^\W*(?:by )?(?:who(?:m|se|['’]s)?\b|(?:the )?(?:author|owner|maintainer)\b)", re.IGNORECASE
)
_WHEN = re.compile(
    r"^\W*(?:(?:until|till|since|from) )?(?:when|what date|which date)\b", re.IGNORECASE
)
_NAME = re.compile(r"(?P<label>[^\W\d][\w .-]{0,40}?)\s*:\s")


def field_passages(question: str, view: IndexView) -> tuple[Passage, ...]:
    """Quote the line above the text of the one document that a question names.

    By its title, or by the number that it bears: "ADR-031".

    Args:
        question: One that stands alone.
        view: The documents that may be meant.

    Returns:
        One passage; none where no document is named so, none has such a line, or several have.
    """
    wanted = content_stems(question)
    numbers = dict(numbers_in(question))
    named = [one for number in numbers.values() for one in view.numbered(number)]
    if named:
        wanted -= content_stems(" ".join(numbers))
    else:
        named = view.named_in(wanted)
    if len(named) > _MOST_NAMED:
        return ()
    found: list[int] = []
    for document in named:
        title = content_stems(document.title)
        is_named = not numbers or 2 * len(title & wanted) >= len(title)
        asked = wanted - _KINDS - (title if is_named else frozenset())
        if not asked and numbers:
            asked = _meant(question)
        if not asked:
            continue
        found += [row for row in _above(document, view) if _gives(question, asked, row, view)][:1]
    return (passage(found, view, score=1.0),) if len(found) == 1 else ()


def _meant(question: str) -> frozenset[str]:
    """Return what is asked by a question word alone: "from when is ADR-31"."""
    if _WHEN.match(question):
        return stems("date")
    return stems("author") if _WHO.match(question) else frozenset()


def _above(document: StoredDocument, view: IndexView) -> Iterator[int]:
    """Yield the lines of names and values before a document's first sentence."""
    for row in document.rows[:_MOST]:
        kind = view.block(row).kind
        if kind in _ABOVE:
            yield row
        elif kind is not BlockKind.TITLE:
            return


def _gives(question: str, asked: frozenset[str], row: int, view: IndexView) -> bool:
    """Tell whether the name of a value has all that is asked, and the value is of that kind."""
    words = view.sentence_text(row)
    named = _NAME.match(words)
    value = words[named.end() :] if named else words
    label = stems(re.sub(r"[_.-]", " ", named["label"])) if named else frozenset({"by"})
    has_figure = any(map(str.isdigit, value))
    if (_WHO.match(question) and has_figure) or (_WHEN.match(question) and not has_figure):
        return False
    return all(any(_are_same(one, other) for other in label) for one in asked)


def _are_same(one: str, other: str) -> bool:
    is_root = min(len(one), len(other)) >= _SHORTEST_ROOT and one[:_ROOT] == other[:_ROOT]
    return is_root or any(one in same and other in same for same in _SAME)
