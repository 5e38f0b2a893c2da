"""The sentences that may answer a question, with all that is known of each, best first."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from retrieval.arrays import IdArray
from retrieval.domain import EVERYTHING, Block, BlockKind, Scope
from retrieval.ranking.candidates import Candidates, in_best_order
from retrieval.ranking.fusion import RankingEvidence, fuse
from retrieval.ranking.late_interaction import interact, matches_with_above
from retrieval.ranking.query import EncodedQuery
from retrieval.ranking.titled import title_gains
from retrieval.ranking.words_first import words_first
from retrieval.store.interface import IndexReader
from retrieval.store.values import Shortlist
from retrieval.structure.wording import dated
from retrieval.text.languages.models import words_lead
from retrieval.text.wording import folded_words

__all__ = ["LOOKED_AT", "compare_closely", "rank", "step", "with_answers"]

LOOKED_AT = 100
"""Sentences that are looked at closely; the answering one is among them for 99.5 of 100 questions
(squad2-a)."""

_FOREIGN = np.float32(0.1)
"""How much vectors count beside words at the first look, where the model doesn't know the language:
so little that they decide only between sentences which words hardly tell apart."""
_STEP = 0.03
"""What a sentence gains that a document puts under a line which meets the question."""
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE})
_SEEN_LATER = 0.1
"""What a sentence loses that the reader has been shown already: it still comes first where it is
far better than the rest."""
_SEEN_SHARE = 0.8
_SEEN_AMONG = 20
"""How many of the best sentences are compared with what was shown."""


def rank(
    encoded: EncodedQuery,
    reader: IndexReader,
    text_of: Callable[[int], str],
    block_of: Callable[[int], Block],
    *,
    scope: Scope = EVERYTHING,
    least: int = LOOKED_AT,
    wants_date: bool = False,
    foreign: bool | None = None,
) -> Candidates:
    """Choose sentences by their vectors and words, then compare them token by token.

    Args:
        encoded: A question, with what its conversation adds.
        reader: What is searched.
        text_of: Returns the words of a sentence by its id.
        block_of: Returns the block that a sentence stands in.
        scope: Look only at the sentences of these documents.
        least: How many are wanted at least, if there are as many.
        wants_date: A date is asked for, so that a heading that has one answers by itself.
        foreign: Whether words come before vectors; None: where the model doesn't know the language.
    """
    if foreign is None:
        foreign = words_lead(encoded.language, reader.spec.model)
    trust = _FOREIGN if foreign else np.float32(1)
    chosen = reader.shortlist(
        encoded.vector * trust,
        encoded.terms,
        aliases=encoded.aliases,
        variants=encoded.variants,
        scope=scope,
        k=max(least, LOOKED_AT),
    )
    if foreign:
        chosen = replace(chosen, dense=chosen.dense / trust)
    chosen = with_answers(chosen, encoded, reader, scope=scope)
    found = compare_closely(encoded, chosen, reader)
    if foreign:
        found = words_first(found, encoded, reader, text_of, scope=scope)
    found = step(
        found,
        reader,
        stays=lambda row: wants_date and dated(text_of(row)),
        is_listed=lambda row: block_of(row).kind in _LISTED,
    )
    if not encoded.query.seen:
        return found
    return _put_back(found, encoded.query.seen, text_of)


def compare_closely(encoded: EncodedQuery, chosen: Shortlist, reader: IndexReader) -> Candidates:
    """Compare the sentences of a shortlist with a question token by token, and order them."""
    titles = reader.titles(chosen.ids)
    own, (introduced, titled) = matches_with_above(
        encoded.tokens,
        chosen.ids,
        (reader.introductions(chosen.ids), titles[:, np.newaxis]),
        reader.tokens,
    )
    close = interact(own, encoded.weights, chosen.contexts, introduced)
    evidence = RankingEvidence(
        sentence=close.sentence,
        context=close.context,
        dense=chosen.dense,
        lexical=chosen.lexical,
    )
    scores = fuse(evidence)
    if titled is not None:
        behind = None if encoded.query.topic else chosen.ids - titles
        scores = scores + title_gains(titled, close, behind)
    unordered = Candidates(
        rows=chosen.ids,
        scores=scores,
        evidence=evidence,
        matches=close.matches,
        shares=close.shares,
        tokens=encoded.tokens,
        spans=encoded.spans,
    )
    return in_best_order(unordered, unordered.scores)


def with_answers(
    chosen: Shortlist, encoded: EncodedQuery, reader: IndexReader, *, scope: Scope
) -> Shortlist:
    """Add to a shortlist what answers where its sentences only ask, announce or name."""
    answers = reader.answers(chosen.ids)
    # Most answer by themselves, or have what answers among them.
    new = set(answers[answers != chosen.ids].tolist()).difference(chosen.ids.tolist())
    if not new:
        return chosen
    missing = np.array(sorted(new), np.int64)
    more = reader.evidence(
        missing,
        encoded.vector,
        encoded.terms,
        aliases=encoded.aliases,
        variants=encoded.variants,
        scope=scope,
    )
    return Shortlist(
        ids=np.concatenate([chosen.ids, more.ids]),
        dense=np.concatenate([chosen.dense, more.dense]),
        lexical=np.concatenate([chosen.lexical, more.lexical]),
        contexts=np.concatenate([chosen.contexts, more.contexts]),
    )


def step(
    found: Candidates,
    reader: IndexReader,
    *,
    stays: Callable[[int], bool],
    is_listed: Callable[[int], bool],
) -> Candidates:
    """Step from what asks, announces or names to what says it, which takes over its score.

    Args:
        found: Sentences with all that answer where they only lead.
        reader: Where they are from.
        stays: Tells of one that leads whether it answers by itself all the same.
        is_listed: Tells of one that answers whether it is an item of a list or a row of a table.
    """
    answers = reader.answers(found.rows)
    leading = np.flatnonzero(answers != found.rows)
    if not len(leading):
        return found
    scores = found.scores.copy()
    place_of = {row: place for place, row in enumerate(found.rows.tolist())}
    introductions: IdArray | None = None
    gone: list[int] = []
    for place in leading.tolist():
        row = int(found.rows[place])
        if stays(row):
            continue
        target = place_of[int(answers[place])]
        if is_listed(int(answers[place])):
            # Of a list's items or a table's rows, the one that answers best by itself.
            if introductions is None:
                introductions = reader.introductions(found.rows)
            below = np.flatnonzero((introductions == row).any(axis=1) & (answers == found.rows))
            target = int(below[np.argmax(found.scores[below])]) if len(below) else target
        scores[target] = max(scores[target], found.scores[place] + _STEP)
        gone.append(place)
    kept = np.delete(np.arange(len(found)), gone)
    return in_best_order(found, scores, among=kept)


def _put_back(
    found: Candidates, seen: Sequence[frozenset[str]], text_of: Callable[[int], str]
) -> Candidates:
    """Lower the scores of the best that have been shown."""
    scores = found.scores.copy()
    for place, row in enumerate(found.rows[:_SEEN_AMONG].tolist()):
        words = folded_words(text_of(row))
        if any(len(words & answer) >= _SEEN_SHARE * len(words) for answer in seen):
            scores[place] -= _SEEN_LATER
    return in_best_order(found, scores)
