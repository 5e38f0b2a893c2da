"""Courtesy in other languages than English: what stands alone, and what stands round a question.

English has patterns of its own (`courtesy`, `small_talk`); of others there are lists of what people
write (`retrieval/text/languages/courtesy.txt`), and only what is wholly in them is taken for it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from retrieval.domain import SmallTalk
from retrieval.text.languages.identify import language_of
from retrieval.text.languages.known import ENGLISH, script_of_language
from retrieval.text.languages.phrases import read_phrases
from retrieval.text.languages.scripts import Script

__all__ = ["foreign_small_talk", "without_foreign_courtesy"]

_LIST = "courtesy.txt"
_ALONE = {
    "greeting": SmallTalk.GREETING,
    "thanks": SmallTalk.THANKS,
    "farewell": SmallTalk.FAREWELL,
    "reaction": SmallTalk.REACTION,
    "identity": SmallTalk.IDENTITY,
    "abilities": SmallTalk.ABILITIES,
}
_ASKING = frozenset({SmallTalk.IDENTITY, SmallTalk.ABILITIES})
_MARK = "[,.!:;–—，。！：；、…-]"
_CURLED = str.maketrans("’`´", "'''")
_ROUNDS = 4
_FEWEST = 2
"""Words that a question keeps at least, or characters of one without blanks."""


class _Patterns(NamedTuple):
    leading: re.Pattern[str]
    trailing: re.Pattern[str]


def foreign_small_talk(piece: str) -> frozenset[SmallTalk]:
    """Return what some words without marks do, if they are phrases of one list and nothing else.

    What asks for the bot itself comes last: "hallo, wer bist du", and not the other way round.
    """
    plain = _plain(piece)
    for language in read_phrases(_LIST):
        if found := _in_one_language(plain, language):
            return found
    return frozenset()


def without_foreign_courtesy(question: str) -> str:
    """Return what is asked without greeting, thanks and "could you tell me" around it.

    A question in English is returned as it is. A few words may be of several languages, so one that
    is taken for another without a list is looked at in all that have one and its script.
    """
    language = language_of(question)
    if language == ENGLISH:
        return question
    listed, script = read_phrases(_LIST), script_of_language(language)
    alike = [one for one in listed if script_of_language(one) is script]
    kept = question.strip()
    for one in [language] if language in listed else alike:
        kept = _without(kept, one)
    return kept


def _without(question: str, language: str) -> str:
    for _ in range(_ROUNDS):
        shorter = _cut(question, language)
        if shorter == question:
            break
        question = shorter
    return question


def _cut(text: str, language: str) -> str:
    patterns, plain = _patterns(language), text.translate(_CURLED)
    if (found := patterns.leading.match(plain)) and _enough(text[found.end() :], language):
        return text[found.end() :]
    if (found := patterns.trailing.search(plain)) and _enough(text[: found.start()], language):
        # The mark of the question belongs to it, whatever courtesy follows or stands before it.
        mark = next((mark for mark in "?？;" if mark in found.group()), "")
        return text[: found.start()].rstrip() + mark
    return text


def _enough(text: str, language: str) -> bool:
    if script_of_language(language) is Script.UNSPACED:
        return sum(map(str.isalnum, text)) >= _FEWEST
    return sum(any(map(str.isalnum, word)) for word in text.split()) >= _FEWEST


def _plain(text: str) -> str:
    return " ".join(text.translate(_CURLED).casefold().split())


def _in_one_language(plain: str, language: str) -> frozenset[SmallTalk]:
    """Take a text apart into phrases of a language; nothing where something is left."""
    if _begins(language).isdisjoint((plain[:1], plain[:2])):
        return frozenset()
    alone = _alone(language)
    if plain in alone:
        return frozenset({alone[plain]})
    between = "" if script_of_language(language) is Script.UNSPACED else " "
    for at in range(min(len(plain) - 1, _longest(language)), 0, -1):
        first = alone.get(plain[:at])
        if first is None or first in _ASKING or not plain.startswith(between, at):
            continue
        if rest := _in_one_language(plain[at:].strip(), language):
            return rest | {first}
    return frozenset()


@cache
def _alone(language: str) -> Mapping[str, SmallTalk]:
    kinds = read_phrases(_LIST)[language]
    return {_plain(one): does for kind, does in _ALONE.items() for one in kinds.get(kind, ())}


@cache
def _begins(language: str) -> frozenset[str]:
    """Return the first two letters of each phrase: most questions begin with none of them."""
    return frozenset(one[:2] for one in _alone(language))


@cache
def _longest(language: str) -> int:
    """Return how many characters the longest phrase of a language has."""
    return max(map(len, _alone(language)), default=0)


@cache
def _patterns(language: str) -> _Patterns:
    kinds = read_phrases(_LIST)[language]
    before = _any_of([*kinds["lead"]])
    greeting = _any_of([*kinds["greeting"], *kinds["thanks"]])
    behind = _any_of([*kinds["tail"], *kinds["thanks"], *kinds["greeting"]])
    if script_of_language(language) is Script.UNSPACED:
        leading = rf"(?:{before}{_MARK}*|{greeting}{_MARK}+)\s*"
        trailing = rf"[\s,，。、?？!！]*(?:{behind})[\s.!。！?？…]*$"
    else:
        leading = rf"[¿¡\s]*(?:{before}(?:\s*{_MARK}\s*|\s+)|{greeting}\s*{_MARK}\s*)"
        trailing = rf"(?<![\s,.!?;:–—-])[\s,.!?;:–—-]+(?:{behind})[\s.!?…)]*$"
    return _Patterns(
        leading=re.compile(leading, re.IGNORECASE), trailing=re.compile(trailing, re.IGNORECASE)
    )


def _any_of(phrases: Iterable[str]) -> str:
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(map(re.escape, longest)) + ")"
