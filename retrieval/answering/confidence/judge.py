"""Whether the documents answer: the judgement of a question's candidates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from retrieval.answering.confidence.calibration import IDENTITY, Calibration
from retrieval.answering.confidence.evidence import Evidence, Match, gather, met_words
from retrieval.answering.confidence.heard import doubts, heeding_reader
from retrieval.answering.confidence.misses import misses_value
from retrieval.answering.confidence.model import Parameters, estimate, shifted
from retrieval.answering.confidence.other_thing import is_of_other_thing
from retrieval.answering.confidence.outright import says_outright
from retrieval.answering.confidence.persons import asks_for_person, tells_of_nobody
from retrieval.answering.confidence.presumed import presumes_other
from retrieval.answering.confidence.prices import asks_price, price_words
from retrieval.answering.confidence.questions import tells_when
from retrieval.answering.confidence.reader import Reader, reader_for
from retrieval.answering.confidence.reading import Reading, compare
from retrieval.answering.confidence.shipped import shipped
from retrieval.answering.confidence.told import NOTHING_TOLD
from retrieval.answering.confidence.types import names_one_of_type
from retrieval.answering.confidence.undefined import lacks_thing
from retrieval.answering.confidence.unmet_thing import (
    Unmet,
    is_nowhere,
    is_of_another,
    may_ask_of_another,
)
from retrieval.answering.confidence.whole import says_whole
from retrieval.answering.confidence.words_only import (
    lacks_negation,
    lacks_own_words,
    word_evidence,
    words_only,
)
from retrieval.answering.conversation.elliptic import is_elliptic
from retrieval.answering.introductions import introductions, told_by
from retrieval.answering.kinds.beginnings import asks_for_beginning, says_since_when
from retrieval.answering.passages import surroundings
from retrieval.answering.structured.permissions import begins_with_asked
from retrieval.answering.view import IndexView
from retrieval.arrays import FloatArray
from retrieval.domain import BlockKind, Confidence, Level, State
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import Query
from retrieval.store.token_codes import expand
from retrieval.text.languages.identify import language_of
from retrieval.text.languages.models import words_lead
from retrieval.text.thesaurus import synonyms
from retrieval.text.words import read, stems

__all__ = ["Judge", "evidence_for", "reading_for", "with_content"]

_OPENING = 300
"""Characters: about a title, a subtitle and a sentence."""
_PAGES = 4_000
"""Characters before and behind a sentence: a few pages, which are mostly about the same."""
_MISSED = 0.05
"""Probability, at most, of a sentence that misses what an answer must have."""
_UNLIKE, _OTHER_THING, _HARDLY_LIKE = 0.7, 0.6, 0.4
"""How badly the vectors of a sentence meet a word that no document has."""
_SHORT = 12
"""Words of a question that tells no story around it."""
_BELOW = 0.01
_OUTRIGHT = 0.6
"""Probability, at least, of a sentence that says outright what is asked: an answer, and no more
than Medium."""
_NOTHING = Confidence(probability=0.0, level=Level.LOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Shipped parameters, corrected by what the owner measured and set."""

    parameters: Parameters
    calibration: Calibration = IDENTITY
    threshold: float | None = None
    """Answer at or above this probability, if only perhaps; ``None``: what the parameters say."""
    prior: float | None = None
    """Share of the questions about the documents that they answer; ``None``: what was fitted."""
    reader: Reader | None = None
    """Tells an answer from what speaks of the same; of one encoder only."""

    @classmethod
    def for_encoder(
        cls,
        fingerprint: str,
        *,
        calibration: Calibration = IDENTITY,
        threshold: float | None = None,
        prior: float | None = None,
    ) -> Self:
        """Take the parameters that ship for an encoder."""
        return cls(
            parameters=shipped(fingerprint),
            calibration=calibration,
            threshold=threshold,
            prior=prior,
            reader=reader_for(fingerprint),
        )

    def confidence(self, query: Query, found: Candidates, view: IndexView) -> Confidence:
        """Tell how likely the first candidate answers; not at all where there is none."""
        if not len(found):
            return _NOTHING
        question = with_content(query)
        estimated, is_whole = self._estimate(query, found, view)
        probability = self.calibration.apply(estimated)
        if self.prior is not None:
            probability = self.at_share(self.prior, probability, holding=self._fitted)
        if misses_value(_with_sort(query), int(found.rows[0]), view):
            # Under the very name that is asked for there may stand something else of it.
            probability = min(probability, _MISSED)
        elif is_whole or says_outright(question, int(found.rows[0]), view):
            probability = max(probability, _OUTRIGHT)
        elif begins_with_asked(question, int(found.rows[0]), view) or names_one_of_type(
            question, view.sentence_text(int(found.rows[0]))
        ):
            probability = max(probability, self.parameters.perhaps)
        return Confidence(probability=probability, level=self.parameters.level(probability))

    def _estimate(self, query: Query, found: Candidates, view: IndexView) -> tuple[float, bool]:
        """Return a probability, and whether the first candidate says all that is asked."""
        question = with_content(query)
        language = query.language or language_of(question, view.reader.languages)
        if words_lead(language, view.reader.spec.model):
            words = word_evidence(query, language, found, view)
            probability = words_only().probability(words, self.parameters)
            if lacks_own_words(query, language, found, view):
                return min(probability, _MISSED), False
            if lacks_negation(question, language, int(found.rows[0]), view):
                # Who may is not who may not: perhaps an answer, and no more.
                most = (self.parameters.perhaps + self.parameters.answer) / 2
                return min(probability, most), False
            return probability, False
        evidence = evidence_for(question, found, view, self.reader)
        sentence = view.sentence_text(int(found.rows[0]))
        probability = estimate(evidence, self.parameters)
        if self.reader is not None:
            probability = heeding_reader(
                probability,
                evidence,
                self.parameters,
                says_value=_says_value(question, sentence),
                stands_alone=not query.topic,
            )
        if lacks_thing(question, evidence):
            probability = min(probability, _MISSED)
        # A word that vectors hardly meet tells nothing against what the reader doesn't doubt.
        is_doubted = self.reader is None or doubts(evidence)
        if is_doubted and _is_of_another(query, question, evidence, found, view):
            probability = min(probability, _MISSED)
        if evidence.rare >= 1:
            # No document has a word of the question, and nothing here is like it.
            is_told = tells_when(sentence) or _tells_of_somebody(question, sentence)
            if evidence.unfit and evidence.worst > _UNLIKE and not is_told:
                probability = min(probability, _MISSED)
            lost = _lost(question, found, view)
            if is_doubted and is_of_other_thing(question, int(found.rows[0]), view, lost):
                probability = min(probability, _MISSED)
            if presumes_other(question, lost, view.rarity):
                probability = min(probability, _MISSED)
            is_short = len(read(question)) <= _SHORT and is_doubted
            if is_short and evidence.worst > _OTHER_THING and asks_price(question, sentence):
                # The price is of something else.
                probability = min(probability, _MISSED)
            if evidence.worst > _HARDLY_LIKE:
                probability = min(probability, self.parameters.high - _BELOW)
        return probability, says_whole(question, sentence, evidence)

    def told(self) -> Confidence:
        """Say how sure is what is told and was not judged: an answer, and no more than Medium."""
        return Confidence(probability=_OUTRIGHT, level=self.parameters.level(_OUTRIGHT))

    def at_share(self, share: float, probability: float, *, holding: float | None = None) -> float:
        """Move a probability to another share of questions with an answer.

        Args:
            share: Of questions with an answer, between 0 and 1.
            probability: Of an answer, as `confidence` gave it.
            holding: The share where it holds; ``None``: the one that is counted on.
        """
        holding = holding or self.prior or self._fitted
        found = self.parameters.found
        return shifted(probability, fitted=holding, expected=share, found=found)

    @property
    def _fitted(self) -> float:
        return self.calibration.prior or self.parameters.prior

    def state(self, confidence: Confidence) -> State:
        """Tell whether that is enough for an answer, or perhaps for one."""
        return self.parameters.state(confidence.probability, least=self.threshold)


def _lost(question: str, found: Candidates, view: IndexView) -> dict[str, float]:
    """Return how badly the first candidate meets each word that no document has, by stem."""
    met = met_words(question, found.spans, found.matches[0])
    absent = (word for word in read(question) if not word.common and view.rarity(word.stem) >= 1)
    return {word.stem: 1 - met.get(word.stem, 0.0) for word in absent}


def _is_of_another(
    query: Query, question: str, evidence: Evidence, found: Candidates, view: IndexView
) -> bool:
    """Tell whether the first candidate tells something of another thing than is asked about."""
    row = int(found.rows[0])
    # Code does what is asked without naming it.
    is_code = view.block(row).kind is BlockKind.CODE
    if evidence.rare > 0 and not is_code and may_ask_of_another(question):
        sentence = view.sentence_text(row)
        if is_of_another(question, sentence, _unmet(question, found, view)):
            return True
    # Of all that is new in "and maple?" no document says anything.
    is_named = evidence.rare >= 1 and bool(query.topic) and is_elliptic(query.question)
    return is_named and is_nowhere(query.question, _unmet(query.question, found, view))


def _unmet(question: str, found: Candidates, view: IndexView) -> dict[str, Unmet]:
    """Return the words of a question that the first candidate and what introduces it lack."""
    row = int(found.rows[0])
    above = (view.document(row).title, *view.block(row).headings)
    introduced = map(view.sentence_text, view.place(row).introduced_by)
    said = frozenset().union(*map(stems, (view.sentence_text(row), *above, *introduced)))
    met = met_words(question, found.spans, found.matches[0])
    return {
        word.stem: Unmet(rarity=view.rarity(word.stem), lost=1 - met.get(word.stem, 0.0))
        for word in read(question)
        if not word.common and word.stem not in said and synonyms(word.stem).isdisjoint(said)
    }


def _tells_of_somebody(question: str, sentence: str) -> bool:
    """Tell whether somebody is asked for, and told of without a name: "by two officers"."""
    return asks_for_person(question) and not tells_of_nobody(question, sentence)


def _says_value(question: str, sentence: str) -> bool:
    """Tell whether a question asks for a price, or since when, and the sentence says one."""
    return bool(price_words(question, sentence)) or (
        asks_for_beginning(question) and says_since_when(sentence)
    )


def with_content(query: Query) -> str:
    """Return a question as it can be judged: "until when?" says nothing without its topic."""
    if not query.topic or any(not word.common for word in read(query.question)):
        return query.question
    return " ".join((query.question, *query.topic))


def _with_sort(query: Query) -> str:
    """Return a question for what it asks about: "and 103?" after one for a room is "room 103"."""
    telling = [word for word in read(query.question) if not word.common]
    if query.topic and telling and all(word.text[0].isdigit() for word in telling):
        return " ".join((*query.topic, *(word.text for word in telling)))
    return with_content(query)


def evidence_for(
    question: str, found: Candidates, view: IndexView, reader: Reader | None = None
) -> Evidence:
    """Gather the evidence for the first of one or more candidates."""
    first = int(found.rows[0])
    late = found.evidence.sentence
    match = Match(
        late=float(late[0]),
        runner_up=float(late[1]) if len(found) > 1 else 0.0,
        dense=float(found.evidence.dense[0]),
        cosines=found.matches[0],
        weights=found.shares,
        spans=found.spans,
        score=float(found.scores[0]),
        margin=_margin(found, 0),
        context=float(found.evidence.context[0]),
        lexical=float(found.evidence.lexical[0]),
    )
    view.look_up_rarity([word.stem for word in read(question)])
    return gather(
        question,
        view.sentence_text(first),
        _around(first, view),
        match,
        view.rarity,
        told_by=told_by(first, view),
        opening=_opening(first, view),
        pages=_pages(first, view),
        document=_document(first, view),
        told=NOTHING_TOLD if reader is None else reader(reading_for(question, found, view)),
    )


def _around(row: int, view: IndexView) -> Iterator[str]:
    """Yield what a sentence is read with; who is meant in it takes longest to find, and is last."""
    yield from surroundings(row, view)
    yield from introductions(row, view)


def _pages(row: int, view: IndexView) -> Iterator[str]:
    """Yield what stands some pages before and behind a sentence, in small letters."""
    at = view.place(row)
    yield view.text(at.document, max(0, at.start - _PAGES), at.end + _PAGES).casefold()


def _document(row: int, view: IndexView) -> Iterator[str]:
    """Yield all of a sentence's document, in small letters."""
    yield view.text(view.place(row).document).casefold()


def _opening(row: int, view: IndexView) -> str:
    """Return the title of a sentence's document, and how that begins."""
    document = view.document(row)
    return f"{document.title} {view.text(document.id, 0, _OPENING)}"


def reading_for(question: str, found: Candidates, view: IndexView, place: int = 0) -> Reading:
    """Lay a question beside one of its candidates and what introduces it, for the answer reader."""
    row = int(found.rows[place])
    evidence = found.evidence
    scores = (
        found.scores[place],
        evidence.sentence[place],
        evidence.context[place],
        evidence.dense[place],
        evidence.lexical[place],
        _margin(found, place),
    )
    # "A: Sorry, no." answers what stands above it, and a table's row what its header names.
    together = [*view.place(row).introduced_by, row]
    return compare(
        question,
        " ".join(map(view.sentence_text, together)),
        question_tokens=found.tokens,
        spans=found.spans,
        shares=found.shares,
        sentence_tokens=_tokens(together, view, found.tokens.shape[1]),
        scores=np.array(scores, np.float32),
        rarity=view.rarity,
    )


def _margin(found: Candidates, place: int) -> float:
    """Return how far a candidate's score is before the best of the others."""
    other = 1 if place == 0 else 0
    return float(found.scores[place] - found.scores[other]) if len(found) > 1 else 0.0


def _tokens(rows: Sequence[int], view: IndexView, width: int) -> FloatArray:
    """Return the stored tokens of sentences, float32 [s, width], of about unit length."""
    stored = view.reader.tokens(np.array(rows, np.int64))
    scales = stored.scales.astype(np.float32)
    tokens: FloatArray = expand(stored.values, width) * scales[:, np.newaxis]
    return tokens
