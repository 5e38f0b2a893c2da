"""Who asks in a chat or an interview, also without a question mark, and which turns reply.

In talk hardly anybody writes a question out: "how much ram do i need", "any idea where the logs
are", and a host says "People wonder when it opens." None of these is what a reader looks for; what
somebody else says next is.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.structure.layout import Layout
from retrieval.structure.spoken_words import (
    advises,
    asks_loosely,
    is_chatter,
    is_courtesy,
    is_elliptic,
    mentions,
    points_back,
    raises,
    says_of_oneself,
    tells_trouble,
    wants_somebody,
)
from retrieval.structure.unit import Role
from retrieval.structure.wording import asks_aloud, spoken
from retrieval.text.words import content_stems

__all__ = ["asked_in_talk", "is_answered_by_others", "replies"]

_HOST = re.compile(
    r"(?:the )?(?:host|interviewer|moderator|presenter|reporter|anchor|interview)(?: ?\d)?",
    re.IGNORECASE,
)
_FEWEST_ASKED = 2
_SHARE_ASKED = 1 / 3
_MOST_SPEAKERS = 4
_SHORTEST_REPLY = 3
"""Words of a turn from which it answers; "good question" is followed by what does."""
_NEAR_TURNS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    speaker: str
    places: tuple[int, ...]
    run: int
    """The first of its blocks."""


def asked_in_talk(layout: Layout, roles: Sequence[Role], turns: frozenset[int]) -> frozenset[int]:
    """Return the sentences of a conversation that ask though nothing marks them as a question.

    Args:
        layout: The document.
        roles: What each sentence is by its marks.
        turns: The runs that are part of a turn.
    """
    talk = list(_talk(layout, turns, range(len(layout.runs))))
    if not talk:
        return frozenset()
    hosts = _hosts(layout, talk)
    found: set[int] = set()
    for turn, below in zip(talk, [*talk[1:], None], strict=True):
        told = [place for place in turn.places if roles[place] is Role.STATEMENT]
        asked = {place for place in told if asks_loosely(_said(layout, place))}
        last = turn.places[-1]
        if below is not None and below.speaker != turn.speaker and last in told:
            words, reply = _said(layout, last), _said(layout, below.places[0])
            is_topic = turn.speaker in hosts and (
                raises(words) or (is_elliptic(reply) and not is_courtesy(words))
            )
            is_trouble = tells_trouble(words) and advises(reply)
            if is_topic or is_trouble or wants_somebody(words):
                asked.add(last)
        found |= asked
        if last in asked or roles[last] is Role.QUESTION:
            found.update(_meant(layout, turn, asked, roles))
    return frozenset(found)


def replies(
    layout: Layout, number: int, turns: frozenset[int], roles: Sequence[Role]
) -> tuple[int, ...]:
    """Return the sentences that reply to a turn's question, what replies best first.

    Args:
        layout: The document.
        number: The run that asks.
        turns: The runs that are part of a turn.
        roles: What each sentence is.
    """
    asker = layout.blocks[number].speaker
    asked = content_stems(" ".join(layout.texts[place] for place in layout.runs[number]))
    others: list[_Turn] = []
    scores: list[float] = []
    for turn in _talk(layout, turns, _following(layout, number, turns)):
        words = _said(layout, turn.places[0])
        is_asking = all(roles[place] is Role.QUESTION for place in turn.places)
        if turn.speaker == asker:
            if others and (is_asking or is_courtesy(words)):
                scores[-1] += 1
                break
            continue
        if is_asking and others and max(scores) >= 0:
            break
        whole = " ".join(layout.texts[place] for place in turn.places)
        score = 1.0 - len(others) / 2 + min(2, len(asked & content_stems(whole)))
        if is_chatter(words):
            score = -4.0
        elif asker.casefold() in whole.casefold():
            score += 3
        score -= 3 * is_asking
        others.append(turn)
        scores.append(score)
    return tuple(place for turn in _best(layout, others, scores) for place in turn.places)


def is_answered_by_others(layout: Layout, rest: Sequence[int]) -> bool:
    """Tell whether what a turn says after its question only says more of who asks."""
    return all(says_of_oneself(layout.texts[place]) for place in rest)


def _best(layout: Layout, others: Sequence[_Turn], scores: Sequence[float]) -> Iterator[_Turn]:
    """Yield the turn that replies best, and what goes on with it."""
    if not others:
        return
    best = max(range(len(others)), key=lambda at: (scores[at], -at))
    yield others[best]
    length = _length(layout, others[best])
    for turn in others[best + 1 :]:
        # After "just a moment", or from the same person, comes the rest.
        if length > _SHORTEST_REPLY and turn.speaker != others[best].speaker:
            return
        yield turn
        length += _length(layout, turn)


def _length(layout: Layout, turn: _Turn) -> int:
    return sum(len(_said(layout, place).split()) for place in turn.places)


def _following(layout: Layout, number: int, turns: frozenset[int]) -> range:
    end = number + 1
    while end < min(number + 1 + _NEAR_TURNS, len(layout.runs)):
        if end not in turns or not layout.same_section(number, end):
            break
        end += 1
    return range(number + 1, end)


def _talk(layout: Layout, turns: frozenset[int], runs: range) -> Iterator[_Turn]:
    """Yield the turns among some runs; one of several paragraphs is one turn."""
    places: list[int] = []
    first = runs.start
    for number in runs:
        is_same = (
            number - 1 >= first
            and number - 1 in turns
            and number in turns
            and layout.blocks[number].speaker == layout.blocks[first].speaker
            and bool(places)
        )
        if places and not is_same:
            yield _Turn(speaker=layout.blocks[first].speaker, places=tuple(places), run=first)
            places = []
        if number in turns:
            first = first if places else number
            places += layout.runs[number]
    if places:
        yield _Turn(speaker=layout.blocks[first].speaker, places=tuple(places), run=first)


def _hosts(layout: Layout, talk: Sequence[_Turn]) -> frozenset[str]:
    """Return who leads a conversation: whoever is called so, or asks by far the most."""
    named = frozenset(turn.speaker for turn in talk if _HOST.fullmatch(turn.speaker))
    if named:
        return named
    turns: Counter[str] = Counter(turn.speaker for turn in talk)
    asking: dict[str, int] = defaultdict(int)
    for turn in talk:
        words = _said(layout, turn.places[-1])
        asking[turn.speaker] += asks_aloud(words) or asks_loosely(words) or mentions(words)
    if not 1 < len(turns) <= _MOST_SPEAKERS:
        return frozenset()
    host, *rest = sorted(turns, key=lambda one: -asking[one] / turns[one])
    share = asking[host] / turns[host]
    is_host = asking[host] >= _FEWEST_ASKED and share >= _SHARE_ASKED
    is_alone = all(asking[one] / turns[one] <= share / 2 for one in rest)
    return frozenset({host}) if is_host and is_alone else frozenset()


def _meant(layout: Layout, turn: _Turn, asked: set[int], roles: Sequence[Role]) -> Iterator[int]:
    """Yield what a turn says right before a question that points back to it."""
    for place in turn.places:
        is_asked = place in asked or roles[place] is Role.QUESTION
        above = place - 1
        if not is_asked or above not in turn.places or roles[above] is not Role.STATEMENT:
            continue
        if points_back(_said(layout, place)) and not is_courtesy(_said(layout, above)):
            yield above


def _said(layout: Layout, place: int) -> str:
    """Return a sentence of a turn on one line, without the name of who says it."""
    return " ".join(spoken(layout.texts[place]).split())
