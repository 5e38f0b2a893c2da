"""Noticing that a clause is asked for by its number: "what is rule 3.2", "section 4", "§ 7"."""

import re
from dataclasses import dataclass

from retrieval.structure.clauses import KINDS, NUMBER
from retrieval.text.words import read, stems

__all__ = ["ClauseQuestion", "clause_question"]

_ASKED = re.compile(
    rf"(?:(?:what(?:['’]?s|\s+(?:is|are|was|does|do|did))?|show(?:\s+me)?|tell\s+me|give\s+me|read"
    rf"|quote|cite|open|see|explain|state)\s+)?"
    rf"(?:about\s+|in\s+|under\s+)?(?P<about>(?:[\w'’-]+\s+){{0,3}})"
    rf"(?P<kind>{KINDS}|§{{1,2}})\s*(?:no\.?\s*|number\s+|#\s*)?(?P<number>{NUMBER})"
    rf"(?P<behind>(?:\s+(?:of|in|from|under)(?:\s+[\w'’-]+){{1,4}})?)"
    rf"(?:\s+(?:about|say|says|said|state|states|mean|means|cover|covers|tell(?:\s+(?:me|us))?))?",
    re.IGNORECASE,
)
_ORDER = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDER)})\s+({KINDS})\b", re.IGNORECASE)
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_IN_WORDS = re.compile(rf"\b({KINDS})\s+({'|'.join(_WORDS)})\b", re.IGNORECASE)

_POINTS = frozenset("the our your my their this that these".split())
_FRAME = stems("say state mean cover tell about exactly")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseQuestion:
    """A question for what a numbered clause says."""

    number: str
    """As documents write it: "3.2"."""
    kind: str
    """Stem of what it is called: "rule"; empty for "§"."""
    about: frozenset[str]
    """Stems of the words that say of what: "house", "market"."""


def clause_question(question: str) -> ClauseQuestion | None:
    """Read a question for a clause; None where something else is asked, or more.

    Args:
        question: Without courtesy; the whole of it has to ask for the clause.
    """
    bare = " ".join(question.strip(" \t\n?.!").split())
    bare = _ORDINAL.sub(lambda m: f"{m[2]} {_ORDER.index(m[1].lower()) + 1}", bare)
    bare = _IN_WORDS.sub(lambda m: f"{m[1]} {_WORDS.index(m[2].lower()) + 1}", bare)
    found = _ASKED.fullmatch(bare)
    if found is None:
        return None
    named = read(found["kind"])
    if any(word.common and word.lower not in _POINTS for word in read(found["about"])):
        return None
    words = read(f"{found['about']} {found['behind']}")
    return ClauseQuestion(
        number=found["number"],
        kind=named[0].stem if named else "",
        about=frozenset(word.stem for word in words if not word.common) - _FRAME,
    )
