"""From ranked sentences to passages a person can read."""

from retrieval.corpus import Corpus
from retrieval.domain import Citation, Passage, Ranking, Span

__all__ = ["select"]


def select(ranking: Ranking, corpus: Corpus) -> tuple[Passage, ...]:
    """Show each ranked sentence in its paragraph, and each paragraph once."""
    passages: dict[tuple[str, int], Passage] = {}
    for hit in ranking.hits:
        sentence, block = corpus.sentence(hit.sentence_id), corpus.block(hit.sentence_id)
        document = corpus.document(hit.sentence_id)
        passages.setdefault(
            (hit.path, sentence.block),
            Passage(
                citation=Citation(
                    path=hit.path,
                    title=document.title,
                    headings=block.headings,
                    first_line=sentence.first_line,
                    last_line=sentence.last_line,
                    page=block.page,
                ),
                text=corpus.text(document.id)[block.start : block.end],
                start=block.start,
                end=block.end,
                highlights=(Span(start=hit.start, end=hit.end),),
                score=hit.score,
            ),
        )
    return tuple(passages.values())
