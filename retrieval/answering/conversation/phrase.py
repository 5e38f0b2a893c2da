"""Naming the topic of a conversation in a few words, as a reader would."""

from retrieval.text.stop_words import FUNCTION_WORDS
from retrieval.text.wording import words

__all__ = ["topic_phrase"]

_VERBS = frozenset(
    """ask become begin bring buy call change come cost do end exist find get give go happen have
    help keep know last leave like live look make mean move need open pay play put run say see sell
    set show start stop supply take talk tell think try use want win work write""".split()
)
"""Verbs that questions are made of and that name no topic."""
_ENDINGS = ("s", "es", "ed", "d", "ing")
_INSIDE = frozenset({"of", "for", "the"})
_MOST = 5


def topic_phrase(question: str) -> str:
    """Return the words of a question that name what it is about, as they stand together.

    "How do I get cold iron" is about "cold iron", "who supplies Azerbaijan's drones" about
    "Azerbaijan drones". Of several runs of telling words the one with a name is taken, else the
    longest, else the last; without a verb at either end, where something else is left.

    Args:
        question: One that set a topic.

    Returns:
        Five words at most; none where no word tells anything.
    """
    runs = [_trimmed(run) for run in _runs(words(question))]
    best = max(
        enumerate(runs),
        key=lambda placed: (_named(placed[1]), len(placed[1]), placed[0]),
        default=(0, []),
    )[1]
    return " ".join(best[:_MOST])


def _runs(all_words: list[str]) -> list[list[str]]:
    """Return the stretches of telling words; "of" and "the" may stand inside one."""
    runs: list[list[str]] = [[]]
    between: list[str] = []
    for word in all_words:
        low = word.casefold()
        if low not in FUNCTION_WORDS:
            runs[-1] += [*between, word] if runs[-1] else [word]
            between = []
        elif low in _INSIDE and runs[-1]:
            between.append(word)
        elif runs[-1]:
            runs.append([])
            between = []
    return [run for run in runs if run]


def _trimmed(run: list[str]) -> list[str]:
    start, stop = 0, len(run)
    while stop - start > 1 and _is_verb(run[start]):
        start += 1
    while stop - start > 1 and _is_verb(run[stop - 1]):
        stop -= 1
    while start < stop - 1 and run[start].casefold() in _INSIDE:
        start += 1
    return run[start:stop]


def _is_verb(word: str) -> bool:
    low = word.casefold()
    forms = (low.removesuffix(ending) for ending in ("", *_ENDINGS) if low.endswith(ending))
    return word.islower() and any(
        form in _VERBS or form + "e" in _VERBS or form.removesuffix("i") + "y" in _VERBS
        for form in forms
    )


def _named(run: list[str]) -> bool:
    return any(word[0].isupper() for word in run)
