"""Which words of a conversation a follow-up is to be searched with.

The topic of a conversation was set by its last question that surely stood alone: the turns before
that belong to something else. A follow-up is searched together with the content words of that
question, and of later ones that may have moved the topic on, so that a change of topic takes the
later follow-ups with it; and with the first words of the last answer, near which the next one
often stands. What the reader has been shown already comes later than what is new.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from retrieval.answering.confidence.questions import Wanted, wanted
from retrieval.answering.conversation.followup import followup_probability, wording_of
from retrieval.answering.conversation.foreign import foreign_topic_phrase
from retrieval.answering.conversation.phrase import topic_phrase
from retrieval.answering.kinds.sums import asks_for_sum, names_sum
from retrieval.domain import Turn
from retrieval.ranking.query import Query
from retrieval.text.languages.answer_kinds import AnswerKind, kind_asked_for
from retrieval.text.languages.conversing import carrying_on
from retrieval.text.languages.identify import ENGLISH, language_of
from retrieval.text.wording import content_words, folded_words
from retrieval.text.words import read

__all__ = ["Understanding", "understand"]

POSSIBLE = 0.3
"""From this probability on a question may be a follow-up and is searched with its topic."""
CERTAIN = 0.95
"""From this probability on there is no need to compare with the question searched alone."""
_GAIN = 15.0
_SURE = 0.0
"""Joined search wins above these log-odds of the wording plus so much a point that it gains."""
_ALONE = 0.2
"""A question of the past surely stood alone below this probability."""
_PERHAPS_ALONE = 0.5
_MOST_WORDS = 8
_MOST_SAID = 5
_MOST_PHRASES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """How a question is to be searched."""

    query: Query
    certain: bool
    """The question can't be meant alone, however well it would be answered so."""
    probability: float
    """How likely the question needs its conversation, by its wording."""

    def joined_wins(self, joined: float, alone: float) -> bool:
        """Tell whether the conversation helps: a question that stands alone keeps its answer.

        What the wording leaves open, the scores decide: a topic that belongs to the question
        raises the best one, another's lowers it. The weights are a logistic regression's, over
        the follow-ups of canard-a and, as fresh questions, those of squad2-a, zoomfaq-a and
        softdocs-a after six turns about another document; it uses no confidence.

        Args:
            joined: The best score of the question searched with its topic, 0 without any.
            alone: The best score of the question searched alone.
        """
        wording = math.log(self.probability / (1 - self.probability))
        return self.certain or wording + _GAIN * (joined - alone) > _SURE


def understand(
    question: str, history: Sequence[Turn], languages: tuple[str, ...] = ()
) -> Understanding:
    """Decide what of the conversation a question needs.

    Args:
        question: As it was asked.
        history: The earlier turns, oldest first.
        languages: Those of what is asked, the one that most of it is in first; empty: English.
    """
    if not history:
        return Understanding(query=Query(question=question), certain=True, probability=0.0)
    language = _language(question, history, languages)
    spoken = language if language != ENGLISH else ""
    telling = _telling(question, language)
    known = {word.casefold() for word in telling}
    follows = not _repeats(known, history, language)
    wording = wording_of(question, history, language)
    probability = followup_probability(wording) if follows else 0.0
    topic = _new(_topic(history, language), known) if probability >= POSSIBLE else ()
    if any(map(str.isdigit, telling)):
        # "And 103?" asks about another room than 101 was.
        topic = tuple(word for word in topic if not word.isdigit())
    if not topic:
        query = Query(question=question, language=spoken)
        return Understanding(query=query, certain=True, probability=probability)
    query = Query(
        question=question,
        topic=topic,
        about=", ".join(_phrases(history, language)),
        said=_new(_telling(history[-1].answer, language), known)[:_MOST_SAID],
        last=folded_words(history[-1].answer),
        # "When was that?" asks about what was shown; a question with words of its own goes on.
        seen=_seen(question, history, language) if telling else (),
        language=spoken,
    )
    return Understanding(query=query, certain=probability >= CERTAIN, probability=probability)


def _language(question: str, history: Sequence[Turn], languages: tuple[str, ...]) -> str:
    """Return the language of a question; what too few words tell, the conversation does."""
    before = language_of(history[-1].question, languages)
    if before == ENGLISH:
        return language_of(question, languages)
    told = language_of(question, (before,))
    is_followed = told != ENGLISH and carrying_on(question, before).kinds
    return before if is_followed else told


def _telling(text: str, language: str) -> Sequence[str]:
    """Return the words that say what a text is about, as they are written."""
    if language == ENGLISH:
        return content_words(text)
    return carrying_on(text, language).telling


def _repeats(asked: set[str], history: Sequence[Turn], language: str) -> bool:
    """Tell whether a question was asked before: it meant the same then, without what came since."""
    earlier = ({word.casefold() for word in _telling(turn.question, language)} for turn in history)
    return bool(asked) and asked in earlier


def _seen(question: str, history: Sequence[Turn], language: str) -> tuple[frozenset[str], ...]:
    """Return the words of each answer that was shown and is hardly what is asked for now.

    "How much is it?" may be about a figure that stands in the sentence just shown.
    """
    if language == ENGLISH:
        figure = wanted(read(question)) is Wanted.QUANTITY
    else:
        figure = kind_asked_for(question, language) is AnswerKind.NUMBER
    money = asks_for_sum(question)

    def may_answer(words: str) -> bool:
        return names_sum(words) if money else figure and any(word.number for word in read(words))

    return tuple(
        folded_words(turn.answer) for turn in history if turn.answer and not may_answer(turn.answer)
    )


def _new(words: Iterable[str], known: set[str]) -> tuple[str, ...]:
    """Return the words that are not known yet, each once; they are known from then on."""
    found = []
    for word in words:
        if word.casefold() not in known:
            known.add(word.casefold())
            found.append(word)
    return tuple(found)


def _topic(history: Sequence[Turn], language: str) -> list[str]:
    """Return the words that set the topic, each once, in the order in which they were said."""
    words = (_telling(question, language) for question in _setting(history, language))
    return list(chain.from_iterable(words))[:_MOST_WORDS]


def _phrases(history: Sequence[Turn], language: str) -> list[str]:
    """Return what set the topic as a reader is told it, each phrase once."""
    named = (
        topic_phrase(question) if language == ENGLISH else foreign_topic_phrase(question, language)
        for question in _setting(history, language)
    )
    phrases = [phrase for phrase in dict.fromkeys(named) if phrase]
    # Of a long conversation a reader is told how it began and where it is.
    return phrases if len(phrases) <= _MOST_PHRASES else [phrases[0], phrases[-1]]


def _setting(history: Sequence[Turn], language: str) -> list[str]:
    """Return the questions that set the topic, in the order in which they were asked."""
    setting: list[str] = []
    for position in range(len(history) - 1, -1, -1):
        wording = wording_of(history[position].question, history[:position], language)
        # Nothing comes before the first turn, so that it set a topic however it is worded.
        probability = followup_probability(wording) if position else 0.0
        if probability < _PERHAPS_ALONE:
            setting.insert(0, history[position].question)
        if probability < _ALONE:
            break
    return setting
