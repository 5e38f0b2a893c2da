"""A reranker has the last word on the order of what the search found."""

import numpy as np

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index
from retrieval.testing import HashEncoder


class PrefersWhales:
    """Scores a sentence by whether it speaks of whales."""

    name = "prefers whales"

    def scores(self, question, sentences):
        return np.array([float("whale" in sentence) for sentence in sentences], np.float32)


def test_the_rerankers_order_is_the_order_of_the_hits(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text(
        "The lamp is bright. The lamp burns whale oil. The keeper sleeps.\n"
    )
    encoder = HashEncoder()
    build_index(seeds, tmp_path / "index", encoder)

    def order(reranker=None):
        with open_index(tmp_path / "index", encoder, reranker=reranker) as searcher:
            hits = searcher.rank("Is the lamp bright?").hits
            text = searcher.text("a.txt")
            return [text[hit.start : hit.end] for hit in hits], [hit.score for hit in hits]

    plain, scores = order()
    reranked, same_scores = order(PrefersWhales())
    assert plain[0] == "The lamp is bright."
    assert reranked[0] == "The lamp burns whale oil."
    assert set(reranked) == set(plain)
    assert same_scores == scores == sorted(scores, reverse=True)
