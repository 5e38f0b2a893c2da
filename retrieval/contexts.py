"""The stretches of a document that the model reads at once, each with several sentences.

A sentence is understood from what stands around it, so the model reads whole paragraphs and
hands every sentence its tokens ("late chunking", Günther et al. 2024, arXiv 2409.04701).
Paragraphs of one short sentence, as in news, transcripts and lists, are no context: they are
read together with the next ones. The document's title is read before them, since it often
names what the text calls "he" or "the company".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from retrieval.domain import BlockKind, Document, Sentence

__all__ = ["Context", "contexts"]

LONGEST = 900
"""Characters read at once: some 220 tokens of English, below the 256 of common small models."""
_ENOUGH = 400
"""Characters (some 100 tokens) after which a context ends with its paragraph."""
_LONGEST_TITLE = 100
_SEPARATOR = ": "


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A run of sentences with the text the model reads them in."""

    text: str
    first: int
    """Position of its first sentence among the sentences given."""
    spans: tuple[tuple[int, int], ...]
    """Half-open character ranges of the sentences in ``text``, in order, without overlap."""


def contexts(document: Document, sentences: Sequence[Sentence]) -> list[Context]:
    """Cut a run of a document's sentences into contexts; every sentence is in exactly one.

    Only a sentence longer than `LONGEST` makes a context longer than that (and its title).
    """
    starts = [0] if sentences else []
    for position, (before, sentence) in enumerate(pairwise(sentences), start=1):
        first = sentences[starts[-1]]
        too_long = sentence.end - first.start > LONGEST
        rounded = sentence.block != before.block and before.end - first.start >= _ENOUGH
        if too_long or rounded:
            starts.append(position)
    return [
        _context(document, sentences[start:stop], start)
        for start, stop in pairwise([*starts, len(sentences)])
    ]


def _context(document: Document, sentences: Sequence[Sentence], first: int) -> Context:
    title = ""
    opens = document.blocks[sentences[0].block].kind is BlockKind.TITLE
    if document.title and not opens:
        title = document.title[:_LONGEST_TITLE] + _SEPARATOR
    start = sentences[0].start
    shift = len(title) - start
    return Context(
        text=title + document.text[start : sentences[-1].end],
        first=first,
        spans=tuple((s.start + shift, s.end + shift) for s in sentences),
    )
