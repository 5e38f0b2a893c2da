"""A passage: answering sentences inside as much of their paragraph as helps to read them."""

from collections.abc import Sequence

from retrieval.answering.opening import LOOKED_BACK, opening
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind, Citation, Passage, Span
from retrieval.reading.registry import MARKDOWN, media_type_of
from retrieval.store.interface import StoredDocument

__all__ = ["COMFORTABLE", "cite", "passage", "passage_around", "surroundings"]

COMFORTABLE = 600
"""Characters: a paragraph up to this length is shown whole, of a longer one about as much."""


def passage(
    rows: Sequence[int], view: IndexView, *, score: float, also_in: Sequence[int] = ()
) -> Passage:
    """Show sentences of one block in their context.

    Args:
        rows: The answering sentences, at least one, all of one block, in order.
        view: Where they stand.
        score: The passage's.
        also_in: Sentences elsewhere that say the same.
    """
    document = view.document(rows[0])
    sentences = [view.sentence(row) for row in rows]
    start, end = _extent(rows, view)
    return Passage(
        citation=cite(rows, view),
        text=view.text(document.id, start, end),
        start=start,
        end=end,
        highlights=tuple(Span(start=one.start, end=one.end) for one in sentences),
        score=score,
        also_in=tuple(cite([row], view) for row in also_in),
        media_type=media_type_of(document.reader),
        opening=_opening(start, view, document),
    )


def passage_around(rows: range, view: IndexView, *, sentences: int) -> Passage:
    """Show sentences of one document with some more of it on each side.

    Args:
        rows: The sentences in the middle, at least one: they are highlighted.
        view: Where they stand.
        sentences: How many more on each side, if there are as many.
    """
    document = view.document(rows[0])
    before = max(document.rows.start, rows[0] - sentences)
    after = min(document.rows.stop - 1, rows[-1] + sentences)
    view.look_up([before, *rows, after])
    start, end = view.place(before).start, view.place(after).end
    return Passage(
        citation=cite(rows, view),
        text=view.text(document.id, start, end),
        start=start,
        end=end,
        highlights=tuple(
            Span(start=view.place(row).start, end=view.place(row).end) for row in rows
        ),
        score=0.0,
        media_type=media_type_of(document.reader),
        opening=_opening(start, view, document),
    )


def cite(rows: Sequence[int], view: IndexView) -> Citation:
    """Say where sentences stand: their lines, and the headings above the first."""
    document, block = view.document(rows[0]), view.block(rows[0])
    return Citation(
        path=document.path,
        title=document.title,
        headings=block.headings,
        first_line=view.sentence(rows[0]).first_line,
        last_line=view.sentence(rows[-1]).last_line,
        locator=block.locator,
    )


def surroundings(row: int, view: IndexView) -> list[str]:
    """Return what a sentence is read with: its title, headings and neighbours in the block."""
    block = view.same_block(row)
    near = (other for other in (row - 1, row + 1) if other in block)
    return [
        view.document(row).title,
        *view.block(row).headings,
        *(view.sentence_text(other) for other in near),
    ]


def _opening(start: int, view: IndexView, document: StoredDocument) -> str:
    """Return what stands open where a passage begins, if its document is written so."""
    if media_type_of(document.reader) != MARKDOWN:
        return ""
    rows = view.within(document.path, start, start + 1)
    block = view.block(rows[0]) if rows else None
    inside = block is not None and block.start <= start
    before = view.text(document.id, max(0, start - LOOKED_BACK), start)
    return opening(before, block.kind if block and inside else BlockKind.PARAGRAPH)


def _extent(rows: Sequence[int], view: IndexView) -> tuple[int, int]:
    """Take in neighbours, those before first, for as long as it stays comfortable to read."""
    block = view.same_block(rows[0])
    first, last = rows[0], rows[-1]
    grows = True
    while grows:
        grows = False
        for before, after in ((1, 0), (0, 1)):
            low, high = first - before, last + after
            if low not in block or high not in block:
                continue
            if view.sentence(high).end - view.sentence(low).start <= COMFORTABLE:
                first, last, grows = low, high, True
    return view.sentence(first).start, view.sentence(last).end
