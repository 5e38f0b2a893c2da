"""The confidence where only words can tell: in a language that the model doesn't know.

Nothing here depends on a language: how much of the question, by rarity, the sentence, its
neighbours and its paragraph have, how long a piece of it they have in one run, how like it the
sentence is by its runs of letters, how rare the worst missing word is, and how far the sentence is
before those elsewhere. Fitted on English, as if the model didn't know it, by
`retrieval.training.words_only`.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from importlib.resources import files

import numpy as np

from retrieval.answering.confidence.calibration import logit
from retrieval.answering.confidence.model import Parameters, logistic
from retrieval.answering.view import IndexView
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import Query
from retrieval.ranking.words_first import match_words
from retrieval.text.languages.grams import likeness
from retrieval.text.languages.known import ENGLISH
from retrieval.text.languages.phrases import negates

__all__ = [
    "FIELDS",
    "WordEvidence",
    "WordParameters",
    "lacks_negation",
    "lacks_own_words",
    "word_evidence",
    "words_only",
]

_LOOKED_AT = 10
_FEWEST = 4
"""Words: what is fitted on has hardly any question of fewer, so nothing is known of them."""
_MET = 0.5
"""From this on a word counts as met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEvidence:
    """What the words say of the sentence ranked first; shares are of the question, by rarity."""

    own: float
    """Share that the sentence has, with the question or the headings that it stands under."""
    near: float
    """Share that it has with the sentences beside it."""
    run: float
    """Share of the longest run of words that the sentence meets one after the other."""
    worst: float
    """Largest share of a single word, times how badly it is met nearby."""
    paragraph: float
    """Share that the best sentences of its paragraph have together."""
    alike: float
    """How alike question and sentence are by their runs of letters, or the question and one of the
    headings or the question that the sentence stands under."""
    lead: float
    """How much more of the question is met near it than near the best of another block."""
    words: float
    """Logarithm of the number of words, which is taken for at least `_FEWEST`."""


FIELDS = tuple(WordEvidence.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordParameters:
    """A logistic regression, and the log-odds where its answers begin."""

    weights: Mapping[str, float]
    bias: float
    perhaps: float
    """Log-odds from which on the documents may answer."""
    answer: float
    """Log-odds from which on they answer; larger."""

    def odds(self, evidence: WordEvidence) -> float:
        """Return the log-odds of an answer."""
        fields: dict[str, float] = asdict(evidence)
        return sum((weight * fields[name] for name, weight in self.weights.items()), self.bias)

    def probability(self, evidence: WordEvidence, scale: Parameters) -> float:
        """Return a probability on the scale of other parameters.

        Where answers begin here they begin there, and perhaps as well: a line through both.
        """
        low, high = logit(scale.perhaps), logit(scale.answer)
        slope = (high - low) / (self.answer - self.perhaps)
        return logistic(low + slope * (self.odds(evidence) - self.perhaps))


def word_evidence(query: Query, language: str, found: Candidates, view: IndexView) -> WordEvidence:
    """Gather what the words of a question say of the first of one or more candidates.

    The words of its topic count as well, since a follow-up has few of its own.
    """
    rows = found.rows[:_LOOKED_AT].tolist()
    words = match_words(query, language, rows, view.reader, view.sentence_text, scope=view.scope)
    near, shares = np.maximum(words.near, words.told) @ words.shares, words.shares
    blocks = [view.place(row).block_ids for row in rows]
    elsewhere = [float(near[at]) for at, ids in enumerate(blocks) if ids != blocks[0]]
    first = view.place(rows[0])
    spoken = view.document(rows[0]).language or ENGLISH
    texts = [(view.sentence_text(row), spoken) for row in (first.id, *first.introduced_by)]
    run = longest = 0.0
    for met, share in zip(words.told[0].tolist(), shares.tolist(), strict=True):
        run = run + met * share if met >= _MET else 0.0
        longest = max(longest, run)
    return WordEvidence(
        own=float(words.told[0] @ shares),
        near=float(near[0]),
        run=longest,
        paragraph=float(words.paragraph[0] @ shares),
        alike=float(likeness(query.topical, texts, language).max()),
        worst=float(np.max((1 - np.maximum(words.near, words.told)[0]) * shares, initial=0.0)),
        lead=float(near[0]) - max(elsewhere, default=0.0),
        words=float(np.log1p(max(len(shares), _FEWEST))),
    )


def lacks_own_words(query: Query, language: str, found: Candidates, view: IndexView) -> bool:
    """Tell whether the first candidate meets a follow-up by the words of its topic alone.

    "Wann wurde sie gebaut?" is not answered by what a card costs, of which was spoken before.
    """
    if not query.topic:
        return False
    rows = found.rows[:1].tolist()
    alone = replace(query, topic=(), said=())
    words = match_words(alone, language, rows, view.reader, view.sentence_text, scope=view.scope)
    return len(words.shares) > 0 and float(np.maximum(words.near, words.told)[0].max()) < _MET


def lacks_negation(question: str, language: str, row: int, view: IndexView) -> bool:
    """Tell whether a question says *not*, and neither a sentence nor what introduces it does.

    Args:
        question: As it was asked.
        language: The ISO 639-1 code of its language; of some no negations are listed.
        row: The id of the sentence.
        view: What is asked.
    """
    if not negates(question, language):
        return False
    spoken = view.document(row).language or ENGLISH
    said = (view.sentence_text(one) for one in (row, *view.place(row).introduced_by))
    return not any(negates(one, spoken) for one in said)


@cache
def words_only() -> WordParameters:
    """Return the parameters that ship."""
    text = files("retrieval.answering.confidence").joinpath("words_only.json").read_text("utf-8")
    kept = json.loads(text)
    return WordParameters(**{field.name: kept[field.name] for field in fields(WordParameters)})
