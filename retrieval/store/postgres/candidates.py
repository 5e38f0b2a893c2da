"""The statement that chooses sentences: vectors, words and scope in one.

BM25 in Lucene's form (Robertson & Zaragoza 2009), by the definitions that the store in memory has
in Python: a term's weight comes from how many sentences of the whole build use it, a sentence's
share is divided by the weight of all terms of the question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from pgvector import HalfVector

from retrieval.arrays import FloatArray, IdArray
from retrieval.store.postgres.words import term_number
from retrieval.text.rarity import LEAST, expected_shares

__all__ = ["RARITY", "Asked", "Corpus", "Wanted", "evidence_of", "shortlist_of"]

_K1 = 0.9
_B = 0.4
_DEEPER = 3
"""How many times as many sentences as are wanted are taken from the nearest vectors, and from the
best by words: the best by both together are among them."""

Statement = tuple[str, dict[str, Any]]

_FOUND = """
WITH asked AS (
    SELECT * FROM unnest(
        %(words)s::int[], %(terms)s::bigint[], %(least)s::float8[], %(alias)s::bool[]
    ) AS a (word, term, least, is_alias)
), found AS MATERIALIZED (
    SELECT asked.word, p.document, p.is_hit, p.used, p.uses
    FROM asked JOIN postings p USING (term)
    JOIN members m ON m.build = %(build)s AND m.document = p.document
), weighed AS MATERIALIZED (
    SELECT word, ln(1 + (%(size)s - often + 0.5) / (often + 0.5)) AS weight FROM (
        SELECT a.word, least(greatest(coalesce(sum(f.used), 0)::float8, a.least), %(size)s) AS often
        FROM (SELECT word, max(least) AS least, bool_and(is_alias) AS is_alias
            FROM asked GROUP BY word) AS a
        LEFT JOIN found f USING (word) GROUP BY a.word, a.least, a.is_alias
        HAVING NOT a.is_alias OR count(f.used) > 0
    ) AS counted
), words AS MATERIALIZED (
    SELECT id, (sum(w.weight * times / (times + %(flat)s::float8 + %(steep)s::float8 * length))
            / (SELECT sum(weight) FROM weighed))::float4 AS share
    FROM ({used}) AS u JOIN weighed w USING (word)
    GROUP BY 1
)"""

_USED = """
    SELECT d.first_row + (use >> 32) AS id, f.word, (use >> 16) & 65535 AS times,
        use & 65535 AS length
    FROM found f JOIN documents d ON d.id = f.document, unnest(f.uses) AS use
    WHERE {words}"""

# Only where a word has several writings does it have to be counted over them.
_USED_TOGETHER = """
    SELECT id, word, sum(times) AS times, max(length) AS length
    FROM ({used}) AS one_by_one GROUP BY id, word"""

# The two lists are put together by counting, not by joining: the server can't tell beforehand how
# long they are, and would go through one for every row of the other.
_SHORTLIST = """, near AS MATERIALIZED (
    SELECT s.id FROM sentences s WHERE {near} ORDER BY {distance} LIMIT %(deep)s
), seen AS MATERIALIZED (
    SELECT id, max(share) AS share, bool_or(is_near) AS is_near FROM (
        SELECT id, share, false AS is_near FROM words UNION ALL SELECT id, 0, true FROM near
    ) AS both_lists GROUP BY id
), best AS (
    SELECT id, share FROM seen WHERE share > 0 ORDER BY share DESC LIMIT %(deep)s
)
SELECT s.id, -(s.vector::vector <#> %(vector)s) AS dense, c.share AS lexical
FROM (SELECT id, share FROM seen WHERE is_near UNION SELECT id, share FROM best) AS c
JOIN sentences s USING (id)
ORDER BY -(s.vector::vector <#> %(vector)s) + c.share DESC, id LIMIT %(k)s"""

_EVIDENCE = """
SELECT s.id, -(s.vector::vector <#> %(vector)s) AS dense, coalesce(w.share, 0) AS lexical
FROM sentences s LEFT JOIN words w USING (id) WHERE s.id = ANY(%(ids)s)"""

# As a value and not as a join, which would have to be made before the nearest are known.
_MEMBER = """
(SELECT true FROM members m WHERE m.build = %(build)s AND m.document = s.document)"""

RARITY = """
SELECT p.term, sum(p.used)
FROM postings p JOIN members m ON m.build = %(build)s AND m.document = p.document
WHERE p.term = ANY(%(terms)s) GROUP BY p.term"""
"""How many sentences of a build use each of some terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The build that is asked."""

    build: int
    sentences: int
    words: int
    """Of all its sentences, each with its neighbours."""
    dimension: int
    is_graph: bool
    """Whether its vectors have an index (HNSW)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The words of a question."""

    terms: Sequence[str]
    aliases: Sequence[str]
    """Other writings of some, which count where a sentence has them only."""
    variants: Mapping[str, Sequence[str]]
    """What a word is in other languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which sentences may be chosen."""

    documents: Sequence[int] | None
    """The numbers of their documents; None: all of the build."""
    is_hit: bool
    """False: titles and headings, since there is nothing else."""
    is_exact: bool
    """Look at every one of them instead of asking the graph."""


def shortlist_of(
    corpus: Corpus,
    wanted: Wanted,
    vector: FloatArray,
    asked: Asked,
    k: int,
) -> Statement:
    """Return the statement that chooses the k best: rows of id, cosine and share of the words."""
    own = "s.document = ANY(%(documents)s)"
    near = [_MEMBER if wanted.documents is None else own, "s.is_hit = %(is_hit)s"]
    distance = "s.vector <#> %(half)s"
    if corpus.is_graph and not wanted.is_exact:
        size = corpus.dimension
        near = [near[0], f"s.is_hit AND vector_dims(s.vector) = {size}"]
        distance = f"s.vector::halfvec({size}) <#> %(half)s::halfvec({size})"
    words = ["f.is_hit = %(is_hit)s"]
    if wanted.documents is not None:
        words.append("f.document = ANY(%(documents)s)")
    statement = _found(asked, " AND ".join(words)) + _SHORTLIST.format(
        near=" AND ".join(near), distance=distance
    )
    return statement, {
        **_asked(corpus, asked),
        "vector": np.asarray(vector, np.float32),
        "half": HalfVector(vector),
        "documents": None if wanted.documents is None else list(wanted.documents),
        "is_hit": wanted.is_hit,
        "deep": _DEEPER * k,
        "k": k,
    }


def evidence_of(
    corpus: Corpus,
    ids: IdArray,
    documents: Sequence[int],
    vector: FloatArray,
    asked: Asked,
) -> Statement:
    """Return the statement that says the same of some sentences, which are of these documents."""
    statement = _found(asked, "f.document = ANY(%(documents)s)") + _EVIDENCE
    return statement, {
        **_asked(corpus, asked),
        "vector": np.asarray(vector, np.float32),
        "documents": list(documents),
        "ids": ids.tolist(),
    }


def _found(asked: Asked, where: str) -> str:
    used = _USED.format(words=where)
    return _FOUND.format(used=_USED_TOGETHER.format(used=used) if asked.variants else used)


def _asked(corpus: Corpus, asked: Asked) -> dict[str, Any]:
    """Return what the words of a question are, and how the lengths of sentences count."""
    own = list(dict.fromkeys(asked.terms))
    other = [term for term in dict.fromkeys(asked.aliases) if term not in set(own)]
    shares = expected_shares() if corpus.sentences < LEAST else {}
    words = [
        (number, writing, corpus.sentences * shares.get(word, 0.0), number >= len(own))
        for number, word in enumerate((*own, *other))
        for writing in dict.fromkeys((word, *asked.variants.get(word, ())))
    ]
    mean = corpus.words / max(corpus.sentences, 1)
    return {
        "build": corpus.build,
        "size": float(corpus.sentences),
        "words": [number for number, *_ in words],
        "terms": [term_number(writing) for _, writing, *_ in words],
        "least": [least for *_, least, _ in words],
        "alias": [is_alias for *_, is_alias in words],
        "flat": _K1 * (1 - _B),
        "steep": _K1 * _B / max(mean, 1e-12),
    }
