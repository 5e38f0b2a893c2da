"""Questions with the sentences that are pinned to them, as a document has them."""

from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind
from retrieval.reading.pinned_files import MOST_QUESTIONS, is_saved
from retrieval.store.values import StoredDocument

__all__ = ["Pin", "read_pins"]

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """An answer that is pinned."""

    questions: tuple[str, ...]
    """Its wordings, at least one."""
    document: StoredDocument
    """Where it is said."""
    rows: tuple[int, ...]
    """The sentences below the question, in order."""
    said: tuple[str, ...]
    """Their words."""
    is_quotation: bool
    """They are quoted from another document, which is cited instead if they stand there."""


def read_pins(document: StoredDocument, view: IndexView) -> Iterator[Pin]:
    """Yield the answers that a document pins, in its order.

    Each heading is a question to what stands below it; headings of one level with nothing between
    them are wordings of one question.

    Args:
        document: One that pins.
        view: Where it stands.
    """
    rows = document.rows
    view.look_up(rows)
    asked: list[int] = []
    answer: list[int] = []
    headings = 0
    for row in rows:
        if view.block(row).kind not in _HEADINGS:
            answer.append(row)
            continue
        # A heading of several sentences is one.
        headings += row == view.same_block(row)[0]
        if headings > MOST_QUESTIONS:
            break
        if asked and is_saved(document.path):
            continue  # A heading in what somebody has written is no question.
        if answer or (asked and view.block(row).level != view.block(asked[-1]).level):
            yield from _pin(document, asked, answer, view)
            asked, answer = [], []
        asked.append(row)
    yield from _pin(document, asked, answer, view)


def _pin(
    document: StoredDocument, asked: list[int], answer: list[int], view: IndexView
) -> Iterator[Pin]:
    if asked and answer:
        yield Pin(
            questions=tuple(" ".join(view.sentence_text(row).split()) for row in asked),
            document=document,
            rows=tuple(answer),
            said=tuple(view.sentence_text(row) for row in answer),
            is_quotation=all(view.block(row).is_navigation for row in answer),
        )
