"""What is known of each language: its name, its stemmer and its commonest words."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from retrieval.text.languages.scripts import Script
from retrieval.text.stems import stemmers

__all__ = [
    "DOTTED_ORDINALS",
    "ENGLISH",
    "NAMES",
    "UNKNOWN",
    "asking_words",
    "commonest_cut",
    "function_words",
    "script_of_language",
    "stemmer_of",
]

ENGLISH = "en"
UNKNOWN = "und"
"""ISO 639's code for a language that is not known."""

NAMES: Mapping[str, str] = {
    "ar": "Arabic",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "km": "Khmer",
    "ko": "Korean",
    "lo": "Lao",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "mr": "Marathi",
    "ms": "Malay",
    "ne": "Nepali",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""The languages that a document can be found to be in, by their ISO 639-1 codes."""

_STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
_SCRIPTS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr"), Script.CYRILLIC),
    **dict.fromkeys(("ar", "fa", "ur"), Script.ARABIC),
    **dict.fromkeys(("hi", "mr", "ne"), Script.DEVANAGARI),
    **dict.fromkeys(("zh", "ja", "ko", "th", "lo", "km"), Script.UNSPACED),
    **dict.fromkeys(("he", "hy", "ka", "bn", "te"), Script.OTHER),
    "el": Script.GREEK,
    "ta": Script.TAMIL,
}

_TYPED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
"""How German is typed without its keys."""

DOTTED_ORDINALS = frozenset("cs da de et fi hr hu is lv no pl sk sl sr tr".split())
"""Languages that write "3rd" as "3."."""


def stemmer_of(language: str) -> str | None:
    """Return Snowball's name of a language; None where it has no stemmer for it."""
    name = _STEMMERS.get(language)
    return name if name in stemmers() else None


def script_of_language(language: str) -> Script:
    """Return the script that a language is written in."""
    return _SCRIPTS.get(language, Script.LATIN)


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Return the commonest words of each language that has a list, by its code.

    Of a language without blanks they are stretches of a text instead of words.
    """
    found: dict[str, frozenset[str]] = {}
    for code, *words in _lines():
        if code.startswith("="):
            continue
        plain = code.lstrip("?")
        found[plain] = found.get(plain, frozenset()) | frozenset(words)
    found["de"] |= {word.translate(_TYPED) for word in found["de"]}
    return found


@cache
def asking_words() -> frozenset[str]:
    """Return the words that a question begins with and little else does, of all languages."""
    return frozenset(word for code, *words in _lines() if code[0] == "?" for word in words)


@cache
def commonest_cut(language: str) -> frozenset[str]:
    """Return the commonest words of a language without blanks, and those that only ask."""
    lines = [words for code, *words in _lines() if code in {f"={language}", f"?{language}"}]
    return frozenset(word for words in lines for word in words)


def _lines() -> list[list[str]]:
    text = files("retrieval.text.languages").joinpath("function_words.txt").read_text("utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]
