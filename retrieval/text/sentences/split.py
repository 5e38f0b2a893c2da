"""A document's sentences, each where it stands in the file."""

from importlib.metadata import version

from retrieval.domain import Block, BlockKind, Document, Sentence
from retrieval.text.languages.known import ENGLISH
from retrieval.text.lines import LineTable
from retrieval.text.sentences.cut import cut_sentences
from retrieval.text.sentences.long import cut_long

__all__ = ["split_sentences", "splitter_version"]

_REVISION = 5
"""Raised by hand whenever this folder cuts some text otherwise than before."""

# A headline, a name, a row or a program is one thing, full stops or not.
_WHOLE = frozenset(
    {BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.TABLE, BlockKind.CODE}
)


def splitter_version() -> str:
    """Name everything that may cut a document otherwise some day."""
    return f"{_REVISION} sentencex {version('sentencex')}"


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """Cut a document into sentences, in order.

    Every visible character of a block is in exactly one sentence of that block; what lies
    between sentences is white space, or omitted from its block. They are told apart by the
    abbreviations of the document's language.
    """
    language = document.language or ENGLISH
    text = document.text
    lines = LineTable(text)
    sentences = []
    for position, block in enumerate(document.blocks):
        words = text[block.start : block.end]
        if block.omitted:
            words = _blanked(words, block)
        spans = _whole(words) if block.kind in _WHOLE else cut_sentences(words, language)
        for start, end in spans:
            first, last = block.start + start, block.start + end
            sentences.append(
                Sentence(
                    start=first,
                    end=last,
                    first_line=lines.number(first),
                    last_line=lines.number(last - 1),
                    block=position,
                )
            )
    return tuple(sentences)


def _whole(words: str) -> list[tuple[int, int]]:
    bare = words.strip()
    first = words.find(bare)
    return list(cut_long(words, first, first + len(bare)))


def _blanked(words: str, block: Block) -> str:
    """Return a block's words with blanks for what is no part of them."""
    kept, at = [], block.start
    for omitted in block.omitted:
        kept += [
            words[at - block.start : omitted.start - block.start],
            " " * (omitted.end - omitted.start),
        ]
        at = omitted.end
    return "".join([*kept, words[at - block.start :]])
