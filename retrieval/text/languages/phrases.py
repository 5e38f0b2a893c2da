"""Phrases of languages, kept as plain lists: a line for each language and kind.

A line is an ISO 639-1 code, a kind, a colon, and phrases with commas between them. Everything that
is listed of a language lies in this folder; what is not listed of one is not looked for in it.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from retrieval.text.languages.cutting import lower_words
from retrieval.text.languages.known import script_of_language
from retrieval.text.languages.scripts import Script

__all__ = ["has_phrase", "joined", "negates", "read_phrases"]

_ENDING = "-"


@cache
def read_phrases(name: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Read a list of this folder: by language and kind, the phrases as they are written."""
    found: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    text = files("retrieval.text.languages").joinpath(name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            named, _, listed = line.partition(":")
            language, kind = named.split()
            found[language][kind] = tuple(phrase.strip() for phrase in listed.split(","))
    return found


def joined(text: str, language: str) -> str:
    """Return a text as phrases are looked for in it: its words between blanks, or as it stands."""
    if script_of_language(language) is Script.UNSPACED:
        return text
    return f" {' '.join(lower_words(text, language))} "


def has_phrase(text: str, language: str, *, name: str, kind: str) -> bool:
    """Tell whether a text has one of the phrases of a list.

    Args:
        text: Any.
        language: The ISO 639-1 code of its language.
        name: Of the list.
        kind: Of the phrases.
    """
    known = _looked_for(name, language, kind)
    if not known:
        return False
    looked_at = joined(text, language)
    return any(phrase in looked_at for phrase in known)


@lru_cache(maxsize=8192)
def negates(text: str, language: str) -> bool:
    """Tell whether a sentence says that something is not so, in a language with a list of that."""
    return has_phrase(text, language, name="negations.txt", kind="not")


@cache
def _looked_for(name: str, language: str, kind: str) -> tuple[str, ...]:
    """Return phrases as `joined` would have them, what a word ends with before its blank."""
    return tuple(
        f"{phrase.removeprefix(_ENDING)} "
        if phrase.startswith(_ENDING)
        else joined(phrase, language)
        for phrase in read_phrases(name).get(language, {}).get(kind, ())
    )
