"""From an utterance to an answer, inside one view of an index."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from retrieval.answering.about_document import fact_passages
from retrieval.answering.ahead import AheadEncoder
from retrieval.answering.answer import (
    CANDIDATES,
    as_hit,
    compose,
    judged_ranking,
    search,
)
from retrieval.answering.clauses import clause_passages
from retrieval.answering.confidence.judge import Judge
from retrieval.answering.conversation.clarify import Candidate, find_choices
from retrieval.answering.conversation.context import understand
from retrieval.answering.document_fields import field_passages
from retrieval.answering.finding import Finder, Found
from retrieval.answering.pinned.known import NO_PINS, PinnedTo, Pins
from retrieval.answering.pinned.shown import pinned_passage, with_pinned
from retrieval.answering.releases import release_passages
from retrieval.answering.several import join_answers, join_rankings
from retrieval.answering.understanding.asked import Asked, read_utterance, spoken
from retrieval.answering.understanding.clause_questions import ClauseQuestion, clause_question
from retrieval.answering.understanding.definitions import defined, defines
from retrieval.answering.understanding.document_facts import DocumentFact
from retrieval.answering.understanding.parts import fact_of_part, refers_back
from retrieval.answering.understanding.release_questions import (
    ReleaseQuestion,
    release_question,
)
from retrieval.answering.understanding.vocabulary import Vocabulary
from retrieval.answering.view import IndexView
from retrieval.answering.votes import QuestionVectors, with_marks
from retrieval.domain import (
    Answer,
    Choice,
    Confidence,
    Hit,
    Level,
    Passage,
    Ranking,
    SmallTalk,
    State,
    Turn,
    Vote,
)
from retrieval.encoder.protocol import Encoder
from retrieval.ranking.query import EncodedQuery, Query, encode, words_of
from retrieval.ranking.rank import LOOKED_AT
from retrieval.ranking.rerank import Reranker
from retrieval.reading.unhelpful_file import UnhelpfulEntry
from retrieval.store.values import StoredDocument
from retrieval.text.synonyms import NO_SYNONYMS, Synonyms
from retrieval.text.words import stem

__all__ = ["Asking"]

_NOTHING_FOUND = Ranking(hits=(), confidence=Confidence(probability=0.0, level=Level.LOW))
_KNOWN = Confidence(probability=0.95, level=Level.HIGH)
"""A line of a document that says who wrote it is hardly ever wrong."""
_MOST_AUTHORS = 3
_MOST_TITLES = 5


class Asking:
    """Answers the questions that are put to one view of an index.

    Args:
        view: What may be seen.
        encoder: The model that questions are encoded with.
        judge: Says how likely a sentence answers.
        vocabulary: Returns the words of the documents that slips are mended by.
        reranker: Re-orders the best sentences of each question.
        synonyms: What the owner says is called the same.
        pins: What is pinned to which questions.
        votes: What people think of passages, the latest first.
        vectors: Of the questions that were voted on; made anew without.
        unhelpful: What the owner says is no answer to what.
    """

    def __init__(
        self,
        view: IndexView,
        encoder: Encoder,
        judge: Judge,
        *,
        vocabulary: Callable[[], Vocabulary],
        reranker: Reranker | None = None,
        synonyms: Synonyms = NO_SYNONYMS,
        pins: Pins = NO_PINS,
        votes: Sequence[Vote] = (),
        vectors: QuestionVectors | None = None,
        unhelpful: Sequence[UnhelpfulEntry] = (),
    ) -> None:
        self.view = view
        self._encoder = encoder = AheadEncoder(encoder)
        self._judge = judge
        self._vocabulary = vocabulary
        self._reranker = reranker
        self._pins = pins
        self._finder = Finder(
            view,
            encoder,
            judge,
            reranker=reranker,
            synonyms=synonyms,
            votes=votes,
            vectors=vectors or QuestionVectors(encoder),
            unhelpful=unhelpful,
        )

    def examine(
        self, utterance: str, history: Sequence[Turn], *, limit: int, alone: bool
    ) -> tuple[Ranking, Answer]:
        """Answer a question, and return the ranking that the answer was made from with it.

        Args:
            utterance: As it was typed.
            history: The earlier turns of the conversation, oldest first.
            limit: How many hits are wanted at most.
            alone: The view is of one document that was asked for.
        """
        turns = spoken(history)
        asked, known = self._encoder.encode_while(
            utterance, lambda: self._read(utterance, turns, alone)
        )
        pinned = self._pins.of_words((utterance, asked.question))
        if pinned is not None and (passage := self._shown(pinned)):
            found = self._nothing_found(asked)
            if asked.small_talk is None:
                found = self._examine_one(asked.question, turns, limit)
            found = with_pinned(passage, *found, _KNOWN, self.view)
            return _ended(found, limit, utterance)
        if asked.small_talk is not None:
            return self._nothing_found(asked)
        if known is not None:
            return known
        if asked.story:
            # What was told before a question is to it what an earlier turn would be.
            turns = (*turns, Turn(question=asked.story))
        if asked.parts:
            ranking, answer = self._examine_parts(asked, turns, limit, alone=alone)
        else:
            ranking, answer = self._examine_one(asked.question, turns, limit)
        if answer.understood_as is None and asked.corrected:
            answer = replace(answer, understood_as=asked.question)
        return _ended((ranking, answer), limit, utterance)

    def _read(
        self, utterance: str, turns: Sequence[Turn], alone: bool
    ) -> tuple[Asked, tuple[Ranking, Answer] | None]:
        """Understand what was typed; the answer with it, where it is known without a search."""
        asked = read_utterance(utterance, self._vocabulary())
        known = None if asked.small_talk is not None else self._outright(asked, turns, alone)
        if known is None and asked.question == utterance and not (asked.parts or turns):
            self._prepare(asked.question)
        return asked, known

    def _prepare(self, question: str) -> None:
        """Look up the words of a question that stands alone, until its vector is there."""
        view, languages = self.view, self.view.reader.languages
        words = words_of(understand(question, (), languages).query, languages)
        view.reader.prepare(
            words.asked.terms,
            aliases=words.aliases,
            variants=words.asked.variants,
            scope=view.scope,
            k=LOOKED_AT,
        )

    def _outright(
        self, asked: Asked, turns: Sequence[Turn], alone: bool
    ) -> tuple[Ranking, Answer] | None:
        """Answer what is known of documents, releases, clauses and fields; None: it isn't asked."""
        if asked.fact is not None and (known := self._known(asked.fact, asked, turns, alone)):
            return known
        release = release_question(asked.question)
        if release is not None and (known := self._released(release, asked)):
            return known
        clause = clause_question(asked.question)
        if clause is not None and (known := self._clause(clause, asked)):
            return known
        return None if asked.parts else self._field(asked)

    def _nothing_found(self, asked: Asked) -> tuple[Ranking, Answer]:
        return _NOTHING_FOUND, self._nothing_asked(asked)

    def _shown(self, pinned: PinnedTo) -> Passage | None:
        return pinned_passage(pinned, self.view, self.encode)

    def _rows(self, passage: Passage) -> list[int]:
        """Return the sentences of a passage that answer."""
        return [
            row
            for span in passage.highlights
            for row in self.view.within(passage.citation.path, span.start, span.end)
        ]

    def encode(self, questions: Sequence[str]) -> list[EncodedQuery]:
        """Encode questions that stand alone, all at once."""
        queries = [Query(question=question) for question in questions]
        return encode(queries, self._encoder, self.view.reader.languages)

    def rank(self, encoded: EncodedQuery, *, limit: int) -> Ranking:
        """Order the sentences of the view by how well they answer an encoded question."""
        return judged_ranking(encoded, self.view, self._judge, limit=limit, reranker=self._reranker)

    def answers(self, ranking: Ranking) -> bool:
        """Tell whether the first hit would be given as an answer, and not as perhaps one."""
        return self._judge.state(ranking.confidence) is State.ANSWER

    def _nothing_asked(self, asked: Asked) -> Answer:
        titles: tuple[str, ...] = ()
        if asked.small_talk is SmallTalk.ABILITIES:
            named = dict.fromkeys(one.title for one in self.view.documents())
            titles = tuple(named)[:_MOST_TITLES]
        return Answer(
            question=asked.utterance,
            answered=False,
            confidence=_NOTHING_FOUND.confidence,
            passages=(),
            more=(),
            build_id=self.view.reader.info.build_id,
            small_talk=asked.small_talk,
            titles=titles,
        )

    def _known(
        self, fact: DocumentFact, asked: Asked, turns: Sequence[Turn], alone: bool
    ) -> tuple[Ranking, Answer] | None:
        """Answer a question about a document itself; None where it isn't known or not which."""
        passages = fact_passages(fact, self._meant(turns, alone), self.view)
        most = _MOST_AUTHORS if fact is DocumentFact.AUTHOR else 1
        return self._quoted(asked, passages) if 1 <= len(passages) <= most else None

    def _released(self, release: ReleaseQuestion, asked: Asked) -> tuple[Ranking, Answer] | None:
        """Answer a question about a release from the changelogs; None where none says it."""
        passages = release_passages(release, self.view.documents(), self.view)
        return self._quoted(asked, passages) if passages else None

    def _field(self, asked: Asked) -> tuple[Ranking, Answer] | None:
        """Answer a question for what stands above the text of a document that it names."""
        passages = field_passages(asked.question, self.view)
        return self._quoted(asked, passages) if passages else None

    def _clause(self, clause: ClauseQuestion, asked: Asked) -> tuple[Ranking, Answer] | None:
        """Answer a question for a clause by its number; None where no document has it."""
        (encoded,) = self.encode([asked.question])
        found = search(encoded, self.view, limit=LOOKED_AT, reranker=self._reranker)
        passages = clause_passages(clause, found.rows.tolist(), self.view)
        return self._quoted(asked, passages) if passages else None

    def _quoted(self, asked: Asked, passages: tuple[Passage, ...]) -> tuple[Ranking, Answer]:
        """Make an answer of what is known without a search."""
        rows = [row for one in passages for row in self._rows(one)]
        hits = tuple(as_hit(self.view, row, 1.0) for row in rows)
        answer = replace(
            self._nothing_asked(asked), answered=True, confidence=_KNOWN, passages=passages
        )
        return Ranking(hits=hits, confidence=_KNOWN), answer

    def _meant(self, turns: Sequence[Turn], alone: bool) -> Sequence[StoredDocument]:
        """Find the documents that "this article" may be."""
        documents = self.view.documents()
        if alone or len(documents) <= 1 or not turns:
            return documents
        (encoded,) = self.encode([turns[-1].question])
        last = self.rank(encoded, limit=1)
        return [self.view.document(hit.sentence_id) for hit in last.hits[:1]]

    def _examine_parts(
        self, asked: Asked, turns: Sequence[Turn], limit: int, *, alone: bool
    ) -> tuple[Ranking, Answer]:
        """Answer each of several questions, a later one as a follow-up of those before it.

        "Where do I find it?" says too little to be answered by itself: where what comes before is
        not answered, it is asked together with that.
        """
        before = turns
        rankings: list[Ranking] = []
        answers: list[Answer] = []
        fact: DocumentFact | None = None
        for number, part in enumerate(asked.parts, 1):
            # "Who wrote this and when was it published?": what "it" is was said.
            fact = fact_of_part(part, follows=fact is not None)
            itself = replace(asked, utterance=part, question=part, parts=(), fact=fact)
            known = None if fact is None else self._known(fact, itself, before, alone)
            lost = answers and not any(answer.answered for answer in answers)
            if known is not None:
                ranking, answer = known
            elif lost and refers_back(part):
                together = " ".join(asked.parts[:number])
                ranking, answer = self._examine_one(together, before, limit)
                answer = replace(answer, question=part)
            else:
                ranking, answer = self._examine_one(part, turns, limit)
            rankings.append(ranking)
            answers.append(answer)
            turns = (*turns, Turn(question=part))
        if not any(answer.answered for answer in answers):
            whole = self._examine_one(asked.question, before, limit)
            if whole[1].answered:
                return whole
        return join_rankings(rankings), join_answers(asked.question, answers, self._text_of)

    def _text_of(self, path: str) -> str:
        return self.view.text(self.view.named(path).id)

    def _examine_one(
        self, question: str, turns: Sequence[Turn], limit: int
    ) -> tuple[Ranking, Answer]:
        meant = understand(question, turns, self.view.reader.languages)
        wanted = max(limit, CANDIDATES)
        alone = Query(question=question, language=meant.query.language)
        found = self._finder.find(meant, alone, limit=wanted)
        answer = replace(
            compose(found.worded, found.ranking, self.view, self._judge),
            question=question,
            understood_as=found.query.understood if found.query.topic and found.told else None,
        )
        choices = self._choices(found.worded, found.ranking) if answer.answered else ()
        if choices:
            answer = replace(answer, choices=choices)
        return self._with_pinned(found, with_marks(answer, found.marks))

    def _with_pinned(self, found: Found, answer: Answer) -> tuple[Ranking, Answer]:
        """Show what is pinned to a question, or to one of like meaning, with what was found."""
        ranking = found.ranking
        # A follow-up is not the question that its words alone would be.
        pinned = None if found.query.topic else self._pins.of(found.wordings)
        passage = None if pinned is None else self._shown(pinned)
        if pinned is None or passage is None:
            return ranking, answer
        confidence = _KNOWN if pinned.in_words else self._judge.told()
        if self._judge.state(confidence) is State.NONE:
            return ranking, answer
        return with_pinned(passage, ranking, answer, confidence, self.view)

    def _choices(self, query: Query, ranking: Ranking) -> tuple[Choice, ...]:
        """Find what a question may mean, where that can't be told."""
        view = self.view
        hits = ranking.hits[:CANDIDATES]
        thing = defined(query.question)
        if thing is not None and hits and self._defines(hits[0], thing):
            # "Who is Ada Lund" means whoever is said to be somebody, not all who did something.
            hits = tuple(hit for hit in hits if self._defines(hit, thing))
        candidates = (
            Candidate(
                title=view.document(hit.sentence_id).title,
                headings=view.block(hit.sentence_id).headings,
                text=view.sentence_text(hit.sentence_id),
                score=hit.score,
            )
            for hit in hits
        )
        return find_choices(query.understood, candidates, stem=stem)

    def _defines(self, hit: Hit, thing: frozenset[str]) -> bool:
        return defines(self.view.sentence_text(hit.sentence_id), thing)


def _ended(found: tuple[Ranking, Answer], limit: int, utterance: str) -> tuple[Ranking, Answer]:
    """Return as many hits as are wanted, and the answer to what was typed."""
    ranking, answer = found
    return replace(ranking, hits=ranking.hits[:limit]), replace(answer, question=utterance)
