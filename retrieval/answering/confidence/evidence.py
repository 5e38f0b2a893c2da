"""What speaks for and against a question being answered by the sentence ranked first.

Similarity tells a question on another topic, but not one on this topic that the documents happen
not to answer ("Who did *not* …", another year, another name: Rajpurkar, Jia and Liang 2018, "Know
What You Don't Know"). For those the words are compared: what of the question is missing in the
sentence, and is it the kind of thing that can't be said in other words? A word that is missing as
it stands counts as much as its vector misses too, so that a synonym or another form of it is not
held against an answer.
"""

import math
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from retrieval.answering.confidence.astray import share_astray, topic_weight
from retrieval.answering.confidence.on_its_page import pairs_together, worst_stranger
from retrieval.answering.confidence.prices import price_words
from retrieval.answering.confidence.questions import framing, offers, wanted
from retrieval.answering.confidence.told import NOTHING_TOLD, Told
from retrieval.arrays import FloatArray, IntArray
from retrieval.text.identifiers import identifiers
from retrieval.text.thesaurus import synonyms
from retrieval.text.value_names import value_names
from retrieval.text.words import Word, joined_stems, opposed, places, read, stem, stems

__all__ = ["Evidence", "Match", "Rarity", "gather", "met_words"]

Rarity = Callable[[str], float]
"""How rare a word stem is in the corpus: 0 in every sentence, 1 in none."""

_BEGINS = 2
"""Letters that no stemming changes, of a word as long as two."""
_SHARPNESS = 6.0
"""How much the worst-matched words outweigh the others in ``Evidence.unmet``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How the vectors of a question met those of the sentences ranked first."""

    late: float
    """Late interaction with the first: the weighted mean of ``cosines``."""
    runner_up: float
    """The same with the second, or 0 if there is none."""
    dense: float
    """Cosine of the question and the first sentence."""
    cosines: FloatArray
    """float32 [t]: for each token of the question, its best cosine in the first sentence."""
    weights: FloatArray
    """float32 [t]: how much each token counts, not negative."""
    spans: IntArray
    """int32 [t, 2]: the characters of each token in the question; those of a conversation lie
    behind its end."""
    score: float = 0.0
    """What the first was ranked by."""
    margin: float = 0.0
    """How far its score is before the second's."""
    context: float = 0.0
    """Late interaction with the context of the first."""
    lexical: float = 0.0
    """Share of the question's words that the first and its neighbours use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a probability is made of. Marks are 0 or 1."""

    late: float
    dense: float
    lead: float
    """How far late interaction puts the first sentence before the second."""
    unmet: float
    """How badly the weightiest of the question's tokens are matched, 0 (well) to about 1."""
    negative: float
    """Mark: the question negates."""
    negated: float
    """Mark: the question negates, and the sentence doesn't."""
    opposite: float
    """Mark: a missing word's opposite stands in the sentence."""
    number: float
    """Mark: a number of the question is missing in the sentence."""
    name: float
    """Mark: a name of the question is missing in the sentence and in what is around it."""
    rare: float
    """Rarity of the rarest word that is missing in the sentence."""
    covered: float
    """Share of the question's words, by rarity, in the sentence and in what is around it."""
    unfit: float
    """Mark: the sentence says nothing new of the kind that the question asks for."""
    score: float = 0.0
    margin: float = 0.0
    context: float = 0.0
    lexical: float = 0.0
    lacking: float = 0.0
    """Share of the question, by rarity, that neither the words of the sentence have nor its
    vectors."""
    worst: float = 0.0
    """The largest of these: rarity of a missing word times how badly its vectors are met."""
    absent: float = 0.0
    """Mark: a number of the question is missing in what is around the sentence, too."""
    foreign: float = 0.0
    """How badly the vectors meet the name that is missing, 0 when none is."""
    reader: float = 0.0
    """What the answer reader says, as log-odds; 0 where there is none."""
    typed: float = 0.0
    """The same, as it learned it of questions as people type them."""
    titled: float = 0.0
    """Share of the question's words, by rarity, in the title of the document and its opening."""
    astray: float = 0.0
    """Share of what the question is about, by rarity and as badly as the vectors meet it, that
    stands neither in nor near the sentence."""
    stranger: float = 0.0
    """How badly the vectors meet a name that the document of the sentence never has."""
    together: float = 0.0
    """Pairs of neighbouring words of the question that stand together near the sentence, 2 at most,
    where some word of it doesn't stand in or right beside that."""


def gather(
    question: str,
    sentence: str,
    around: Iterable[str],
    match: Match,
    rarity: Rarity,
    *,
    told_by: str = "",
    opening: str = "",
    pages: Iterable[str] = (),
    document: Iterable[str] = (),
    told: Told = NOTHING_TOLD,
) -> Evidence:
    """Compare a question with the sentence ranked first.

    Args:
        question: One that stands alone.
        sentence: The sentence.
        around: Its neighbours in the paragraph, its headings and its document's title; read only
            as far as words of the question are missing.
        match: What the vectors say.
        rarity: How rare a stem is.
        told_by: Whose words the sentence is, where it is a quotation.
        opening: The title of its document, and how that begins.
        pages: What stands further around, in small letters; read only as `around` is.
        document: All of its document, in small letters; read only where a name is missing.
        told: What the answer reader says.
    """
    asked, said = read(question), (*read(sentence), *read(told_by))
    said_stems = frozenset(word.stem for word in said) | identifiers(sentence)
    framed = framing(asked) | price_words(question, sentence)
    content = {
        word.stem: word for word in reversed(asked) if not word.common and word.stem not in framed
    }
    missing = [word for word in content.values() if not _has(said_stems, word)]
    if missing:
        meant = frozenset().union(*({word.stem} | synonyms(word.stem) for word in missing))
        joined = joined_stems(sentence, meant)
        others = value_names(sentence) | joined | _split(asked, said_stems)
        missing = [word for word in missing if not _has(others, word)]
    far = _still_missing(missing, around)
    negative = any(word.negates for word in asked)
    news = [word for word in said if not word.common and word.stem not in content]
    met = met_words(question, match.spans, match.cosines)
    lost = {word.stem: 1.0 - met.get(word.stem, 0.0) for word in missing}
    whole = sum(rarity(word.stem) for word in content.values())
    nearby = list(pages) if any(topic_weight(word, rarity) > 0 for word in far) else []
    gaps = [rarity(word.stem) * lost[word.stem] for word in missing]
    return Evidence(
        late=match.late,
        dense=match.dense,
        lead=match.late - match.runner_up,
        unmet=_unmet(match),
        negative=float(negative),
        negated=float(negative and not any(word.negates for word in said)),
        opposite=float(any(opposed(word.stem, said_stems) for word in missing)),
        number=float(any(word.number for word in missing)),
        name=float(any(word.name for word in far)),
        rare=max((rarity(word.stem) for word in missing), default=0.0),
        covered=1.0 - _share(far, content.values(), rarity),
        unfit=float(not offers(wanted(asked), news)),
        score=match.score,
        margin=match.margin,
        context=match.context,
        lexical=match.lexical,
        lacking=sum(gaps) / whole if whole > 0 else 0.0,
        worst=max(gaps, default=0.0),
        absent=float(any(word.number for word in far)),
        foreign=max((lost[word.stem] for word in far if word.name), default=0.0),
        reader=told.exam,
        typed=told.typed,
        titled=_share(_among(opening, content.values()), content.values(), rarity),
        astray=share_astray(content.values(), far, lost, rarity, nearby),
        stranger=worst_stranger(far, lost, rarity, document),
        together=float(pairs_together(asked, content.keys(), rarity, nearby)),
    )


def _split(asked: Sequence[Word], said: Set[str]) -> frozenset[str]:
    """Return the stems of neighbouring words of a question that a sentence writes as one."""
    # What can't be among them need not be stemmed: a stem begins as its word does.
    begins = {word[:_BEGINS] for word in said}
    return frozenset(
        part.stem
        for one, other in pairwise(asked)
        if (one.lower + other.lower)[:_BEGINS] in begins and stem(one.lower + other.lower) in said
        for part in (one, other)
    )


def _has(stems: Set[str], word: Word) -> bool:
    """Tell whether a word, or another that says the same, is among some stems."""
    return word.stem in stems or not synonyms(word.stem).isdisjoint(stems)


def _still_missing(words: list[Word], around: Iterable[str]) -> list[Word]:
    """Return the words that none of some texts has; none is looked at without need."""
    texts = iter(around)
    while words and (text := next(texts, None)) is not None:
        said = stems(text)
        words = [word for word in words if not _has(said, word)]
    return words


def _among(text: str, words: Iterable[Word]) -> list[Word]:
    said = stems(text)
    return [word for word in words if _has(said, word)]


def _share(part: Iterable[Word], whole: Iterable[Word], rarity: Rarity) -> float:
    total = sum(rarity(word.stem) for word in whole)
    return sum(rarity(word.stem) for word in part) / total if total > 0 else 0.0


def met_words(question: str, spans: IntArray, cosines: FloatArray) -> dict[str, float]:
    """Return how well the vectors meet each word, by stem: the mean over its tokens, at least 0.

    Args:
        question: Its words.
        spans: int32 [t, 2]: the characters of each of its tokens.
        cosines: float32 [t]: how well each is met.
    """
    asked = read(question)
    found: dict[str, float] = {}
    # Plain numbers: a question has a dozen, and arrays of one or two take longer.
    tokens = list(zip(spans[:, 0].tolist(), cosines.tolist(), strict=True))
    for word, (start, end) in zip(asked, places(question), strict=True):
        own = [cosine for at, cosine in tokens if start <= at < end]
        if own:
            best = max(sum(own) / len(own), 0.0)
            found[word.stem] = max(found.get(word.stem, 0.0), best)
    return found


def _unmet(match: Match) -> float:
    """Soft maximum over the tokens of the weight that found no match."""
    # Plain numbers: of a dozen, arrays take longer.
    weights = match.weights.tolist()
    heaviest = max(weights, default=0.0)
    if heaviest <= 0:
        return 0.0
    powers = [
        math.exp(_SHARPNESS * (1 - cosine) * weight / heaviest)
        for cosine, weight in zip(match.cosines.tolist(), weights, strict=True)
    ]
    return math.log(sum(powers) / len(powers)) / _SHARPNESS
