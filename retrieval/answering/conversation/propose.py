"""Questions that a sentence answers, made from its wording by a few safe templates.

Only constructions whose question is grammatical whatever the words are used: a name with an
apposition, someone who said something, a year or a date. Heilman and Smith (2010) make many more
by transforming syntax trees and need a ranker to throw most away; here every proposal is asked of
the index before a reader sees it, so that few and safe beats many.
"""

import re
from collections.abc import Iterator

from retrieval.text.stop_words import FUNCTION_WORDS

__all__ = ["propose"]

_NAME = r"[A-Z][\w’'-]+(?:\s+(?:(?:of|the|de|da|del|van|von|al|bin)\s+)?[A-Z][\w’'-]+){0,3}"
_ROLE = (
    "actor actress ambassador analyst architect artist assistant astronaut author biologist bishop"
    " businessman captain chairman chairwoman chancellor chemist chief coach commander composer"
    " critic dean deputy designer dictator diplomat director doctor economist editor emperor"
    " engineer entrepreneur executive explorer father founder general governor head historian"
    " inventor journalist judge king lawyer lead leader lecturer mathematician mayor minister"
    " monarch mother musician negotiator novelist officer official owner painter philosopher"
    " physician physicist pilot poet politician pope president priest prince princess producer"
    " professor prophet queen reporter researcher sailor scholar scientist secretary senator singer"
    " soldier songwriter spokesman spokesperson spokeswoman sultan surgeon teacher theologian tsar"
    " writer"
)
_SPEAKING = (
    "said|told|confirmed|announced|added|argued|believes|believed|claimed|stated|warned|wrote"
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"

_DONE = (
    "abolished|adopted|approved|built|completed|constructed|created|designed|discovered|dissolved"
    "|established|finished|formed|founded|introduced|invented|launched|opened|organized|passed"
    "|published|released|renamed|signed"
)
# Participles that are also the past tense: "was founded by her" makes "Who founded it?".
_BY = "built|completed|constructed|created|designed|discovered|established|founded|invented|opened"
_SUBJECT = r"^((?:[Tt]he |[Ii]ts |[Tt]heir )?[\w’'-]+(?: [\w’'-]+){0,5}?)"

_APPOSITION = re.compile(rf"\b({_NAME}), (?:the|an?) ((?:[\w’'-]+ ){{0,5}}?[\w’'-]+)")
# After a preposition the name belongs to somebody else: "the president of Azerbaijan said".
_SAID = re.compile(rf"(?<!of )(?<!to )(?<!in )(?<!by )(?<!from )\b({_NAME}) (?:{_SPEAKING})\b")
_YEAR = re.compile(r"\b[Ii]n ((?:1[0-9]|20)\d\d)\b")
_DATE = re.compile(
    rf"\b[Oo]n ((?:{_MONTH}) \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?)\b"
)
_WHEN = re.compile(rf"{_SUBJECT} (was|were) ({_DONE}) (?:in|on) [^.]*\d")
_WHO_DID = re.compile(rf"{_SUBJECT} (?:was|were) ({_BY}) by [A-Z]")
_IS_QUESTION = re.compile(r"[A-Z][^?!\n]{8,118}\?")
_ROLES = frozenset(_ROLE.split())


def propose(sentence: str) -> tuple[str, ...]:
    """Return questions that this sentence answers; often none.

    Args:
        sentence: As it stands in its document.
    """
    if _IS_QUESTION.fullmatch(sentence):
        # The document's own question, which it answers below.
        return (sentence,)
    questions = [
        *(f"When {m[2]} {_inside(m[1])} {m[3]}?" for m in _named(_WHEN, sentence)),
        *(f"Who {m[2]} {_inside(m[1])}?" for m in _named(_WHO_DID, sentence)),
        *(f"Who is {m[1]}?" for m in _named(_APPOSITION, sentence) if _is_role(m[2])),
        *(f"What did {_without_rank(m[1])} say?" for m in _named(_SAID, sentence)),
        *(f"What happened in {m[1]}?" for m in _YEAR.finditer(sentence)),
        *(f"What happened on {m[1]}?" for m in _DATE.finditer(sentence)),
    ]
    return tuple(dict.fromkeys(questions))


def _named(pattern: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    """Find the matches whose first group can be named in a question."""
    return (match for match in pattern.finditer(sentence) if _stands_alone(match[1]))


def _is_role(words: str) -> bool:
    return any(word.casefold() in _ROLES for word in words.split())


def _stands_alone(subject: str) -> bool:
    """Whether a subject says by itself who or what it is, so that a question may name it."""
    first, *rest = subject.split()
    if first.casefold() == "the":
        return bool(rest)
    return first[0].isupper() and first.casefold() not in FUNCTION_WORDS


def _inside(subject: str) -> str:
    """Write a sentence's first words as they stand inside one."""
    return f"the{subject[3:]}" if subject.startswith("The ") else subject


def _without_rank(name: str) -> str:
    """Drop what stands before a person's name: "Azeri President Ilham Aliyev" is Ilham Aliyev."""
    words = name.split()
    ranks = [position for position, word in enumerate(words) if word.casefold() in _ROLES]
    rest = words[ranks[-1] + 1 :] if ranks else words
    return " ".join(rest or words)
