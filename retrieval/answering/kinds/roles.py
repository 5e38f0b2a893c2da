"""Who holds a role, where a sentence says it beside the name and not in the question's words.

"Who is the president of Azerbaijan?" is answered by "Azeri President Ilham Aliyev said", which
shares one word with it, while "an assistant to the president of Azerbaijan said" shares all and
names nobody. Only the wordings that put a name beside the role are looked for.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["ROLES", "RoleQuestion", "names_holder", "role_question"]

ROLES = frozenset(
    """administrator admin ambassador analyst archbishop architect attorney author bishop boss
    bosun captain chair chairman chairperson chairwoman chancellor chef chief clerk coach colonel
    commander commissioner coordinator counsellor curator dean delegate deputy developer director
    doctor duke economist editor emperor engineer envoy founder general governor head inspector
    judge justice keeper king lawyer leader lieutenant librarian maintainer major manager mayor
    minister moderator monarch mother officer organiser organizer owner pope premier president
    priest prime prince princess principal producer professor prosecutor queen rabbi researcher
    scientist secretary senator sergeant sheriff sheikh spokesman spokesperson spokeswoman steward
    sultan superintendent teacher tournament treasurer trainer warden""".split()
)
"""What a name is introduced with."""

_ROLE = r"[a-z][\w-]*(?:\s+[a-z][\w-]*){0,2}?"
_WHO = (
    r"\b(?:who(?:['’]?s|\s+(?:is|was|are|were))"
    r"|(?:what(?:['’]?s|\s+(?:is|was))\s+)?(?:the\s+)?name of)\s+"
)
_AGE = r"(?:current|present|former|first|last|new|then)\s+"
_OF = r"(?:the\s+)?(?P<of>\w+)"
_PEOPLE = r"(?P<of>\w+(?:an|ese|ish|i|ch))"
_ASKED = tuple(
    re.compile(rf"{wording}\W*$", re.IGNORECASE)
    for wording in (
        rf"{_WHO}(?:the\s+)?(?:{_AGE})?(?P<role>{_ROLE})\s+of\s+{_OF}",
        rf"{_WHO}{_OF}['’]s\s+(?:{_AGE})?(?P<role>{_ROLE})",
        rf"{_WHO}the\s+(?:{_AGE})?{_PEOPLE}\s+(?P<role>{_ROLE})(?:\s+(?:to|in|at)\s+\w+)?",
        # "israels president": typed without its mark, only before what is surely a role.
        rf"{_WHO}(?P<of>\w{{3,}})s\s+(?:{_AGE})?(?P<role>(?:[a-z]+\s+)?(?:{'|'.join(sorted(ROLES))}))",
        rf"\bwhat(?:['’]?s|\s+(?:is|was))\s+(?:the\s+)?(?:{_AGE})?{_PEOPLE}\s+"
        rf"(?P<role>{_ROLE})(?:['’]?s\s+name|\s+(?:called|named))",
    )
)
_LEADERS = ("president", "prime minister", "chancellor", "king", "queen", "premier")
_ALSO = {"leader": _LEADERS, "head of state": _LEADERS, "ruler": _LEADERS}
"""What somebody may be who is asked for by a wider word."""
_NAME = r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*"
_MORE = r"(?:[a-z-]+\s+){0,2}"
_SHARED = 4
"""Letters that the names of a place and of its people begin with: Azerbaijan, Azeri."""
_ENDINGS = ("an", "ese", "ish", "i", "ch", "ic", "er", "ien", "ais")
_OTHERWISE = (
    frozenset({"france", "french"}),
    frozenset({"spain", "spanish"}),
    frozenset({"poland", "polish"}),
    frozenset({"netherlands", "holland", "dutch"}),
    frozenset({"wales", "welsh"}),
    frozenset({"peru", "peruvian"}),
    frozenset({"denmark", "danish"}),
    frozenset({"germany", "german"}),
    frozenset({"greece", "greek"}),
    frozenset({"switzerland", "swiss"}),
    frozenset({"philippines", "filipino", "philippine"}),
    frozenset({"us", "usa", "america", "american"}),
    frozenset({"uk", "britain", "british"}),
)


@dataclass(frozen=True, slots=True)
class RoleQuestion:
    """A question for whoever holds a role."""

    role: str
    of: str
    """What it is a role of."""


@lru_cache(maxsize=256)
def role_question(question: str) -> RoleQuestion | None:
    """Tell which role a question asks the holder of; None where it asks something else.

    Remembered, since the ranking asks it and the judgement again.
    """
    for pattern in _ASKED:
        if found := pattern.search(question):
            return RoleQuestion(role=found["role"].casefold(), of=found["of"].casefold())
    return None


def names_holder(sentence: str, asked: RoleQuestion) -> bool:
    """Tell whether a sentence names who holds a role, right beside it."""
    return any(
        _same_place(found["of"].casefold(), asked.of)
        for role in (asked.role, *_ALSO.get(asked.role, ()))
        for pattern in _patterns(role)
        for found in pattern.finditer(sentence)
    )


def _same_place(one: str, other: str) -> bool:
    """Tell whether two words name one place, or a place and its people."""
    if one == other or any({one, other} <= names for names in _OTHERWISE):
        return True
    shared = min(len(one), len(other), _SHARED)
    alike = shared >= _SHARED - 1 and one[:shared] == other[:shared]
    return alike and (one.endswith(_ENDINGS) or other.endswith(_ENDINGS))


@lru_cache(maxsize=64)
def _patterns(role: str) -> tuple[re.Pattern[str], ...]:
    words = r"\s+".join(f"(?i:{re.escape(word)})" for word in role.split())
    of = r"(?P<of>[A-Z][\w-]+)"
    return (
        re.compile(rf"\b{of}(?:['’]s)?(?:\s+[a-z]+)?\s+{words},?\s+{_NAME}"),
        re.compile(rf"\b{words}\s+of\s+(?:the\s+)?{of},?\s+{_NAME}"),
        re.compile(rf"\b{_NAME},\s+(?:the\s+|an?\s+)?{_MORE}{words}\s+of\s+(?:the\s+)?{of}"),
        re.compile(rf"\b{_NAME},\s+(?:the\s+)?{of}(?:['’]s)?\s+{words}\b"),
        re.compile(
            rf"\b{_NAME}\s+(?:is|was|became)\s+(?:the\s+)?{_MORE}{words}\s+of\s+"
            rf"(?:the\s+)?{of}"
        ),
    )
