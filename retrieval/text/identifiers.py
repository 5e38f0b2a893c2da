"""The parts of identifiers, error codes, options and file names, and each as a whole.

People write ``E1042`` for ``E-1042``, ``log level`` for ``FALCON_LOG_LEVEL`` and ``settings.py``
for ``config/settings.py``. A word pattern finds some of these whole only and of others the parts
only; here the index and a question get both, so that either finds the other.
"""

import re
from functools import lru_cache

from retrieval.text.word_patterns import IDENTIFIER_PART, SEARCH_WORD

__all__ = ["identifier_terms", "identifiers"]

# Each begins where a run of its own does: tried at every place of one, a long run takes for ever.
_CANDIDATE = re.compile(
    r"(?<![\w./\\:@#-])[^\W_]*+(?:[_./\\:@#-]++[^\W_]++)++"
    r"|(?<![^\W_])[^\W_]*\d[^\W_]*|(?<![a-z])[a-z]++[A-Z]\w*"
)
"""Joined by marks, with a digit, or with a capital inside."""
_JOINED = re.compile(r"[_./\\:@#-]+")
_CODE = re.compile(r"[a-z]{1,6}\d+[a-z]?|\d+[a-z]{1,6}")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|s)", re.IGNORECASE)
_LONGEST_WHOLE = 40


def identifier_terms(text: str) -> list[str]:
    r"""Return the terms that the identifiers of a text add to its words, in lower case.

    Args:
        text: In its own capitals, which tell parts ("getUserName") as marks do.

    Returns:
        The parts of each identifier that the pattern ``\w+`` leaves whole, and the whole of each
        error code and snake-case or camel-case name without its marks. Prose in hyphens
        ("well-known") adds nothing.
    """
    terms: list[str] = []
    for found in _CANDIDATE.finditer(text):
        written = found.group()
        words = [word for word in _JOINED.split(written) if word]
        parts = [part.lower() for word in words for part in IDENTIFIER_PART.findall(word)]
        if len(parts) < 2 or _ORDINAL.fullmatch(written):
            continue
        plain = {word.lower() for word in SEARCH_WORD.findall(written)}
        # A letter by itself tells nothing: the "e" of "E1042" stands in the whole.
        terms += [part for part in parts if part not in plain and (part.isdigit() or part[1:])]
        whole = "".join(words).lower()
        if len(whole) <= _LONGEST_WHOLE and whole not in plain and _named(written, whole):
            terms.append(whole)
    return terms


@lru_cache(maxsize=4_096)
def identifiers(text: str) -> frozenset[str]:
    """Return the identifiers of a text that have a digit or an underscore, whole and without marks.

    However they are joined: ``E-1042`` is "e1042", and so is ``E1042``.
    """
    found = (match.group() for match in _CANDIDATE.finditer(text))
    return frozenset(
        "".join(_JOINED.split(one)).replace("_", "").lower()
        for one in found
        if (any(map(str.isdigit, one)) and any(map(str.isalpha, one))) or "_" in one
        if not _ORDINAL.fullmatch(one)
    )


def _named(written: str, whole: str) -> bool:
    """Tell an error code or a name in a program from words that a hyphen or slash joins."""
    return "_" in written or _CODE.fullmatch(whole) is not None or written.startswith("--")
