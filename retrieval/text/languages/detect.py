"""The language of a document, found when it is read.

English is told by its commonest words alone, which costs nothing and leaves nothing to chance: a
classifier (py3langid; Lui & Baldwin 2012) is loaded for other texts only. It is asked about as much
of a text as tells enough, and believed where it is sure.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

from retrieval.domain import Block, BlockKind
from retrieval.text.languages.known import ENGLISH, NAMES
from retrieval.text.languages.scripts import is_foreign
from retrieval.text.stop_words import TELLTALES
from retrieval.text.word_patterns import LETTERS

__all__ = ["LONGEST", "as_code", "detector_version", "document_language", "prose_of"]

LONGEST = 6_000
"""Characters of a document that are looked at."""
_FEWEST_LETTERS = 24
_FEWEST_FOREIGN = 6
"""A shorter text tells nothing, in Latin letters and in others."""
_SURE, _SURE_FOREIGN = 0.6, 0.4
"""Probability from which on the classifier is believed, of Latin letters and of others, which at
least are not English. Neighbours such as Danish and Norwegian share it."""
_ENGLISH_SHARE = 0.08
"""Share of the words of a text from which on it is English: prose has a quarter."""
_NO_PROSE = frozenset({BlockKind.CODE, BlockKind.BYLINE, BlockKind.FIELD})
_REVISION = 1
"""Raised by hand whenever some text is found to be in another language than before."""


def detector_version() -> str:
    """Name everything that may find another language some day."""
    return f"{_REVISION} py3langid {version('py3langid')}"


def document_language(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, empty where it doesn't tell.

    Args:
        text: Its prose, or some thousands of characters of it.
    """
    foreign = is_foreign(text)
    if sum(map(str.isalpha, text)) < (_FEWEST_FOREIGN if foreign else _FEWEST_LETTERS):
        return ""
    words = [word.lower() for word in LETTERS.findall(text)]
    if sum(word in TELLTALES for word in words) >= _ENGLISH_SHARE * len(words):
        return ENGLISH
    language, probability = _classifier().classify(text)
    least = _SURE_FOREIGN if foreign else _SURE
    return str(language) if probability >= least and language in NAMES else ""


def prose_of(text: str, blocks: Iterable[Block]) -> str:
    """Return what a document's language is told by: its words without code and names of fields."""
    return "\n".join(_taken(text, blocks))


def as_code(name: str) -> str | None:
    """Return the code of a language that a document or a setting names; None: no known one.

    Args:
        name: Such as ``de``, ``de-AT``, ``pt_BR`` or ``German``.
    """
    plain = name.strip().casefold().replace("_", "-")
    code = _OTHER_CODES.get(plain.split("-")[0], plain.split("-")[0])
    if code in NAMES:
        return code
    return next((code for code, known in NAMES.items() if known.casefold() == plain), None)


_OTHER_CODES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl", "bs": "hr"}
"""What some languages are called too."""


def _taken(text: str, blocks: Iterable[Block]) -> Iterator[str]:
    left = LONGEST
    for block in blocks:
        if block.kind not in _NO_PROSE and not block.is_navigation:
            words = text[block.start : min(block.end, block.start + left)]
            yield words
            left -= len(words)
            if left <= 0:
                return


@cache
def _classifier() -> Any:  # noqa: ANN401 (py3langid has no types)
    # It takes half a second and a hundred megabytes, so only the process that reads has it, and
    # only where a text is not English.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages([code for code in NAMES if code in found.labels])
    return found
