"""Verbs that a language takes apart: "fängt … an" and "angefangen" are forms of "anfangen".

What stands between the particle and the verb in one word is left out ("angefangen", "anzufangen"),
and a clause that ends with a particle has its verbs with it as well.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from retrieval.text.languages.known import function_words

__all__ = ["rejoined", "without_infix"]

_PARTICLES = {
    "de": (
        "ab an auf aus bei durch ein fest fort frei her herab heran heraus herein herum herunter"
        " hervor hin hinaus hinein hinzu los mit nach statt teil um vor voran voraus vorbei weg"
        " weiter wieder zu zurück zusammen",
        "ge|zu",
    ),
    "nl": (
        "aan af bij binnen door in langs mee na neer om op open over samen terug toe uit vast voor"
        " voort weg",
        "ge|te",
    ),
}
"""By ISO 639-1 code, the particles and what stands behind them in a participle or an infinitive."""
_CLAUSE = re.compile(r"[^,;:.!?()–\n]+")
_SHORTEST = 3
"""Letters of a verb's form at least."""


def without_infix(word: str, language: str) -> str:
    """Return a lower-case word without "ge" or "zu" behind its particle."""
    pattern = _infix(language)
    return word if pattern is None else pattern.sub(r"\1", word)


def rejoined(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield words of clauses that end with a particle, each with what it is together with it.

    Any word in small letters may be the verb, but the commonest of the language; a clause has few.
    """
    particles = _particles(language)
    if not particles:
        return
    common = function_words().get(language, frozenset())
    for clause in _CLAUSE.findall(text):
        *words, last = clause.split() or [""]
        verbs = (word for word in words if word.isalpha() and word.islower())
        if last in particles:
            for word in verbs:
                if len(word) >= _SHORTEST and word not in common:
                    yield word, last + word


@cache
def _particles(language: str) -> Collection[str]:
    return frozenset(_PARTICLES[language][0].split()) if language in _PARTICLES else frozenset()


@cache
def _infix(language: str) -> re.Pattern[str] | None:
    if language not in _PARTICLES:
        return None
    longest = sorted(_particles(language), key=lambda one: (-len(one), one))
    return re.compile(rf"^({'|'.join(longest)})(?:{_PARTICLES[language][1]})(?=\w{{4}})")
