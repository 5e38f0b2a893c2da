"""More of a document around a passage that was shown, the same through every door."""

from dataclasses import replace

from bot.app.protocols import Source
from bot.localisation.words import Phrase
from retrieval.domain import Passage
from retrieval.errors import UnknownDocumentError

__all__ = ["CHANGED", "widen"]

CHANGED = Phrase("context-changed")


def widen(source: Source, passage: Passage, sentences: int) -> Passage | None:
    """Return a passage with some sentences more on each side of all that it shows.

    The answering sentences stay highlighted and the citation theirs. None when the document
    reads differently now.

    Args:
        source: the index as it is now.
        passage: what was shown, maybe of an earlier build.
        sentences: how many more on each side, if there are as many.
    """
    path = passage.citation.path
    try:
        text = source.text(path)
        if text[passage.start : passage.end] != passage.text:
            return None
        wide = source.context(path, passage.start, passage.end, sentences=sentences)
    except UnknownDocumentError:
        return None
    start, end = min(passage.start, wide.start), max(passage.end, wide.end)
    return replace(
        passage,
        text=text[start:end],
        start=start,
        end=end,
        opening=wide.opening if start < passage.start else passage.opening,
    )
