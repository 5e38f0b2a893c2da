"""From a question to a ranking and an answer."""

import numpy as np

from retrieval.confidence import estimate
from retrieval.corpus import Corpus
from retrieval.dense import Rows
from retrieval.domain import Answer, Hit, Level, Ranking
from retrieval.encoder.protocol import FloatArray
from retrieval.fusion import fuse
from retrieval.selection import select

__all__ = ["CANDIDATES", "compose", "rank"]

CANDIDATES = 10
"""How many hits an answer is made from."""

_SHOWN = 3


def rank(question: str, corpus: Corpus, *, limit: int, within: Rows | None = None) -> Ranking:
    """Order the sentences of a corpus by how well they answer.

    Args:
        question: One that stands alone.
        corpus: What is searched.
        limit: How many hits are wanted at most.
        within: Look only at these sentences.
    """
    vector = corpus.encoder.encode_queries([question]).vectors[0]
    dense = corpus.vectors.scores(vector)
    lexical = corpus.lexical.scores(question)
    rows = np.arange(len(corpus)) if within is None else np.asarray(within)
    scores = fuse([dense[rows], lexical[rows]])
    order = np.argsort(-scores, kind="stable")[:limit]
    return Ranking(
        hits=tuple(_hit(corpus, int(rows[i]), float(scores[i])) for i in order),
        confidence=estimate(_best(dense[rows])),
    )


def compose(question: str, ranking: Ranking, corpus: Corpus) -> Answer:
    """Make an answer of the hits of a question, or say that they hold none."""
    passages = select(ranking, corpus)
    return Answer(
        question=question,
        answered=ranking.confidence.level is not Level.LOW,
        confidence=ranking.confidence,
        passages=passages[:_SHOWN],
        more=passages[_SHOWN:],
        build_id=corpus.manifest.build_id,
    )


def _best(scores: FloatArray) -> float:
    return float(scores.max(initial=0.0))


def _hit(corpus: Corpus, row: int, score: float) -> Hit:
    sentence = corpus.sentence(row)
    return Hit(
        sentence_id=row,
        path=corpus.document(row).path,
        start=sentence.start,
        end=sentence.end,
        score=score,
    )
