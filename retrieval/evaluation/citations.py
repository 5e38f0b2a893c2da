"""Whether every quotation is in the file that it cites, word for word."""

from collections.abc import Iterator, Mapping

from retrieval.domain import Answer, Citation, Passage, Span
from retrieval.evaluation.sources import CorpusFile

__all__ = ["citation_violations"]


def citation_violations(answer: Answer, sources: Mapping[str, CorpusFile]) -> tuple[str, ...]:
    """Return one sentence for everything in the answer that its sources don't bear out.

    Checked for each passage, shown or kept for "more": its text is what the file has between
    its offsets; it has highlights, each visible, inside the passage and apart from the others;
    the citation's lines, or its place in the format's own terms, are theirs; and every "also in"
    names lines that exist.
    """
    return tuple(
        violation
        for passage in (*answer.passages, *answer.more)
        for violation in _passage_violations(passage, sources)
    )


def _passage_violations(passage: Passage, sources: Mapping[str, CorpusFile]) -> Iterator[str]:
    path = passage.citation.path
    source = sources.get(path)
    if source is None:
        yield f"{path} is cited and is not in the corpus."
        return
    place = f"{path} {passage.start}–{passage.end}"
    if passage.text != source.text[passage.start : passage.end]:
        yield f"{place}: the passage is not what the file says there."
    if not passage.highlights:
        yield f"{place}: nothing is highlighted."
        return
    done = passage.start
    for span in passage.highlights:
        yield from _highlight_violations(span, passage, source, done)
        done = span.end
    lines = (
        source.line_of(passage.highlights[0].start),
        source.line_of(passage.highlights[-1].end - 1),
    )
    if (passage.citation.first_line, passage.citation.last_line) != lines:
        yield (
            f"{place}: lines {passage.citation.first_line}–{passage.citation.last_line} are "
            f"cited, and the highlights stand in {lines[0]}–{lines[1]}."
        )
    locator = source.locator_at(passage.highlights[0].start)
    if passage.citation.locator != locator:
        told = [
            place.label if place else "no place" for place in (passage.citation.locator, locator)
        ]
        yield f"{place}: {told[0]} is cited, and the highlights stand at {told[1]}."
    for other in passage.also_in:
        yield from _also_in_violations(other, place, sources)


def _highlight_violations(
    span: Span, passage: Passage, source: CorpusFile, done: int
) -> Iterator[str]:
    place = f"{source.path} {span.start}–{span.end}"
    if not passage.start <= span.start < span.end <= passage.end:
        yield f"{place}: the highlight is not inside its passage."
        return
    if span.start < done:
        yield f"{place}: the highlight overlaps the one before it."
    shown = passage.text[span.start - passage.start : span.end - passage.start]
    if not shown.strip():
        yield f"{place}: the highlight is only white space."
    if shown != source.text[span.start : span.end]:
        yield f"{place}: the highlight is not what the file says there."


def _also_in_violations(
    citation: Citation, place: str, sources: Mapping[str, CorpusFile]
) -> Iterator[str]:
    source = sources.get(citation.path)
    if source is None:
        yield f"{place}: also in {citation.path}, which is not in the corpus."
        return
    last = source.line_of(len(source.text))
    if not 1 <= citation.first_line <= citation.last_line <= last:
        yield (
            f"{place}: also in {citation.path}, lines {citation.first_line}–{citation.last_line} "
            f"of {last}."
        )
