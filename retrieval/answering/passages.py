"""A passage: answering sentences inside as much of their paragraph as helps to read them."""

from collections.abc import Sequence

from retrieval.answering.opening import LOOKED_BACK, opening
from retrieval.answering.units import companions, home_of
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind, Citation, Passage, Span
from retrieval.reading.registry import MARKDOWN, media_type_of
from retrieval.store.values import StoredDocument
from retrieval.structure import Role

__all__ = ["COMFORTABLE", "LONGEST", "cite", "passage", "passage_around", "surroundings"]

COMFORTABLE = 600
"""Characters: a paragraph up to this length is shown whole, of a longer one about as much."""
LONGEST = 1_800
"""Characters up to which a passage grows so that what it needs is shown with it."""


def passage(
    rows: Sequence[int], view: IndexView, *, score: float, also_in: Sequence[int] = ()
) -> Passage:
    """Show sentences in their context, with what they need to be understood.

    Args:
        rows: The answering sentences, at least one, near each other and in order.
        view: Where they stand.
        score: The passage's.
        also_in: Sentences elsewhere that say the same.
    """
    document = view.document(rows[0])
    sentences = [view.place(row) for row in rows]
    first, last = _extent(rows, view)
    start, end = _named(first, view), view.place(last).end
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
        first_line=view.place(rows[0]).first_line,
        last_line=view.place(rows[-1]).last_line,
        locator=block.locator,
    )


def surroundings(row: int, view: IndexView) -> list[str]:
    """Return what a sentence is read with: title, headings, introductions, and its neighbours."""
    block = view.same_block(row)
    near = [other for other in (row - 1, row + 1) if other in block]
    before = [other for other in view.place(row).introduced_by if other not in near]
    return [
        view.document(row).title,
        *view.block(row).headings,
        *(view.sentence_text(other) for other in (*before, *near)),
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


def _named(row: int, view: IndexView) -> int:
    """Return where a sentence begins, with what says who speaks where it opens a turn."""
    start, block = view.place(row).start, view.block(row)
    opens = bool(block.speaker) and row == view.same_block(row).start
    return min(start, block.start) if opens else start


def _extent(rows: Sequence[int], view: IndexView) -> tuple[int, int]:
    """Return the first and the last sentence of what is shown.

    What introduces the sentences and what they introduce, as long as that is not too far off; then
    neighbours, those before first, for as long as it stays comfortable to read.
    """
    first, last = rows[0], rows[-1]
    for companion in sorted({one for row in rows for one in companions(row, view)}, reverse=True):
        if view.place(last).end - view.place(companion).start <= LONGEST:
            first = min(first, companion)
    last = _with_code(last, view)
    around = _around(rows, view)
    # Behind the question above it an answer goes on; a row below a header needs no other rows.
    is_prose = view.block(rows[0]).kind is BlockKind.PARAGRAPH
    grows = True
    while grows:
        grows = False
        for before, after in ((1, 0), (0, 1)):
            low, high = first - before, last + after
            is_inside = high in around if is_prose and after else low in around and high in around
            if not is_inside:
                continue
            if view.place(high).end - view.place(low).start <= COMFORTABLE:
                first, last, grows = low, high, True
    return first, last


def _with_code(last: int, view: IndexView) -> int:
    """Take in the code that stands right below the sentence that says what it is for."""
    end = last
    while end + 1 < view.document(last).rows.stop:
        below = end + 1
        if view.block(below).kind is not BlockKind.CODE:
            break
        if last not in view.place(below).introduced_by:
            break
        if view.place(below).end - view.place(last).start > LONGEST:
            break
        end = below
    return end


def _around(rows: Sequence[int], view: IndexView) -> range:
    """Return the sentences among which neighbours are taken in: the list, the turns, the block."""
    block = view.block(rows[0])
    if block.speaker and view.place(rows[0]).role is not Role.FIELD:
        return _turns(rows, view)
    home = home_of(rows[0], view)
    return range(min(home.start, rows[0]), max(home.stop, rows[-1] + 1))


def _turns(rows: Sequence[int], view: IndexView) -> range:
    """Return the turns around some sentences of a conversation, one on each side."""
    first, last = view.same_block(rows[0]), view.same_block(rows[-1])
    whole = view.document(rows[0]).rows
    before = view.same_block(first.start - 1) if first.start > whole.start else first
    after = view.same_block(last.stop) if last.stop < whole.stop else last
    is_turn = bool(view.block(before.start).speaker), bool(view.block(after.start).speaker)
    return range(
        before.start if is_turn[0] else first.start, after.stop if is_turn[1] else last.stop
    )
