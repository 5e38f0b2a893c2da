"""The stretches of a document that the model reads at once, each with several sentences.

A sentence is understood from what stands around it, so the model reads whole paragraphs and
hands every sentence its tokens ("late chunking", Günther et al. 2024, arXiv 2409.04701).
Paragraphs of one short sentence, as in news, transcripts and lists, are no context: they are
read together with the next ones, as far as their section goes. The document's title is read before
them, since it often names what the text calls "he" or "the company", and so is what introduces
them: the innermost headings, a question, a lead-in, a table's header.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, groupby
from math import ceil

from retrieval.domain import BlockKind, Document, Sentence
from retrieval.structure import Unit
from retrieval.text.mending import mended, omitted_within, sentence_words

__all__ = ["Context", "contexts"]

LONGEST = 700
"""Characters read at once: some 170 tokens of English. Anything from 500 to 900 finds about as
much; models of 256 tokens read it whole, with the slack and the title."""
_ENOUGH = 400
"""Characters (some 100 tokens) after which a context ends with its paragraph."""
_SLACK = 100
"""Characters by which a context may be longer than `LONGEST` rather than be cut."""
_LONGEST_TITLE = 100
_LONGEST_INTRODUCTION = 120
_SEPARATOR = ": "


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A run of sentences with the text the model reads them in."""

    text: str
    first: int
    """Position of its first sentence among the sentences given."""
    spans: tuple[tuple[int, int], ...]
    """Half-open character ranges of the sentences in ``text``, in order, without overlap."""

    @property
    def key(self) -> object:
        """Equal for contexts whose sentences get the same features."""
        return self.text, self.spans


def contexts(
    document: Document, sentences: Sequence[Sentence], units: Sequence[Unit]
) -> list[Context]:
    """Cut a document's sentences into contexts; every sentence is in exactly one.

    A paragraph is not cut where it can be read whole, and a context never begins with the end of
    one paragraph and goes on with the next, nor with one section and the next: what a sentence gets
    from its context would then be half another matter.

    Args:
        document: The document.
        sentences: All of its sentences.
        units: What each of them is.
    """
    borders = {sentences[place].start for place, unit in enumerate(units) if unit.begins}
    runs = (list(run) for _, run in groupby(sentences, key=lambda sentence: sentence.block))
    parts = [part for whole in _together(runs, borders) for part in _cut(whole)]
    firsts = accumulate(map(len, parts), initial=0)
    return [
        _context(document, part, first, _introduction(document, sentences, units, first))
        for part, first in zip(parts, firsts, strict=False)
    ]


def _together(blocks: Iterable[list[Sentence]], borders: Set[int]) -> Iterator[list[Sentence]]:
    """Join blocks while they are short, as long as what they make can be read at once."""
    whole: list[Sentence] = []
    for block in blocks:
        enough = _length(whole) >= _ENOUGH or block[0].start in borders
        # A heading goes with its paragraph even where the two are too long for one context.
        if whole and (enough or (_length(whole) > _SLACK and _length(whole + block) > LONGEST)):
            yield whole
            whole = []
        whole = whole + block
    if whole:
        yield whole


def _cut(whole: list[Sentence]) -> Iterator[list[Sentence]]:
    """Cut what is too long between its sentences, into parts that are about equally long."""
    length = _length(whole)
    if length <= LONGEST + _SLACK:
        yield whole
        return
    parts, start = ceil(length / LONGEST), whole[0].start

    def part_of(sentence: Sentence) -> int:
        middle = (sentence.start + sentence.end) / 2 - start
        return min(int(middle * parts / length), parts - 1)

    for _, part in groupby(whole, key=part_of):
        yield list(part)


def _length(sentences: Sequence[Sentence]) -> int:
    return sentences[-1].end - sentences[0].start if sentences else 0


def _introduction(
    document: Document, sentences: Sequence[Sentence], units: Sequence[Unit], first: int
) -> list[str]:
    """Return what introduces a context's first sentence and stands before the context."""
    before = [sentences[place] for place in units[first].introduced_by if place < first]
    words = (" ".join(one.split()) for one in sentence_words(document, before))
    return [one.rstrip(":")[:_LONGEST_INTRODUCTION] for one in words]


def _context(
    document: Document, sentences: Sequence[Sentence], first: int, introduction: Sequence[str]
) -> Context:
    opens = document.blocks[sentences[0].block].kind is BlockKind.TITLE
    title = "" if opens else document.title[:_LONGEST_TITLE]
    # What stands first in its document needs no title that says the same.
    named = [one for one in introduction if one != title]
    before = "".join(f"{one}{_SEPARATOR}" for one in (title, *named) if one)
    text, spans = _as_read(document, sentences, before)
    return Context(
        text=text,
        first=first,
        spans=tuple(spans),
    )


def _as_read(
    document: Document, sentences: Sequence[Sentence], before: str
) -> tuple[str, list[tuple[int, int]]]:
    """Return a run of sentences with what stands between them, mended, and where each is in it."""
    text, spans, end = [before], [], sentences[0].start
    length = len(before)
    for sentence, words in zip(sentences, sentence_words(document, sentences), strict=True):
        between = _between(document, end, sentence)
        spans.append((length + len(between), length + len(between) + len(words)))
        text += [between, words]
        length, end = spans[-1][1], sentence.end
    return "".join(text), spans


def _between(document: Document, end: int, sentence: Sentence) -> str:
    """Return what stands before a sentence, without what is no part of what its block says."""
    omitted = omitted_within(document.blocks[sentence.block].omitted, end, sentence.start)
    return mended(document.text[end : sentence.start], omitted)
