"""A passage: answering sentences inside as much of their paragraph as helps to read them."""

from collections.abc import Sequence

from retrieval.domain import Citation, Passage, Span
from retrieval.store.files.corpus import Corpus

__all__ = ["COMFORTABLE", "cite", "passage", "surroundings"]

COMFORTABLE = 600
"""Characters: a paragraph up to this length is shown whole, of a longer one about as much."""


def passage(
    rows: Sequence[int], corpus: Corpus, *, score: float, also_in: Sequence[int] = ()
) -> Passage:
    """Show sentences of one block in their context.

    Args:
        rows: The answering sentences, at least one, all of one block, in order.
        corpus: Where they stand.
        score: The passage's.
        also_in: Sentences elsewhere that say the same.
    """
    document = corpus.document(rows[0])
    sentences = [corpus.sentence(row) for row in rows]
    start, end = _extent(rows, corpus)
    return Passage(
        citation=cite(rows, corpus),
        text=corpus.text(document.id)[start:end],
        start=start,
        end=end,
        highlights=tuple(Span(start=one.start, end=one.end) for one in sentences),
        score=score,
        also_in=tuple(cite([row], corpus) for row in also_in),
    )


def cite(rows: Sequence[int], corpus: Corpus) -> Citation:
    """Say where sentences of one block stand."""
    document, block = corpus.document(rows[0]), corpus.block(rows[0])
    return Citation(
        path=document.path,
        title=document.title,
        headings=block.headings,
        first_line=corpus.sentence(rows[0]).first_line,
        last_line=corpus.sentence(rows[-1]).last_line,
        locator=block.locator,
    )


def surroundings(row: int, corpus: Corpus) -> list[str]:
    """Return what a sentence is read with: its title, headings and neighbours in the block."""
    block = corpus.same_block(row)
    near = (other for other in (row - 1, row + 1) if other in block)
    return [
        corpus.document(row).title,
        *corpus.block(row).headings,
        *(corpus.sentence_text(other) for other in near),
    ]


def _extent(rows: Sequence[int], corpus: Corpus) -> tuple[int, int]:
    """Take in neighbours, those before first, for as long as it stays comfortable to read."""
    block = corpus.same_block(rows[0])
    first, last = rows[0], rows[-1]
    grows = True
    while grows:
        grows = False
        for before, after in ((1, 0), (0, 1)):
            low, high = first - before, last + after
            if low not in block or high not in block:
                continue
            if corpus.sentence(high).end - corpus.sentence(low).start <= COMFORTABLE:
                first, last, grows = low, high, True
    return corpus.sentence(first).start, corpus.sentence(last).end
