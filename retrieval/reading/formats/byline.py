"""Who wrote a text, and what it is called, where a line of it says so."""

import re

__all__ = ["author", "title_field"]

_TITLE = re.compile(r"title\s*:\s*(\S.{0,199})", re.IGNORECASE)
_FIELD = re.compile(r"(?:authors?|written by|by-?line)\s*:\s*(\S.{0,99})", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:(?:words|story)|(?:text|report)(?=.*\b(?:photo|picture|image|illustration)))"
    r"\s*:\s*(\S.{2,99})",
    re.IGNORECASE,
)
"""Before a name; "Text:" may stand before anything, and beside a photographer's before a name."""
_BY = re.compile(
    # "Published on 3 May 2024 by", with a date in whatever form.
    r"(?:(?:(?:text|words|story|report)\s+|(?:written|reported|posted)\s+)?by"
    r"|(?:published|posted|written)\s+(?:on\s+)?(?=\D{0,20}\d)[\w.,/ -]{4,30}?\s+by)\s+(.{3,80})",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.'’\-]*|de|del|della|der|den|van|von|da|di|du|la|le|bin|ibn|al|el|and|y|e|&)"
)
_TAIL = re.compile(r"\s*(?:[,;|•·–—/]|\s-\s|\bfor\b|\bin\b|\bon\b).*")
_SEVERAL = re.compile(r"\s(?:and|&)\s")
# "By Night Train", "By Friday Noon": nobody is called so.
_NOBODY = re.compile(
    r"\b(?:train|tram|bus|taxi|boat|ferry|plane|bike|bicycle|rail|midnight|today|tomorrow|hour"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_MOST_NAME_WORDS = 10


def title_field(line: str) -> str | None:
    """Return what follows ``Title:``, or None."""
    match = _TITLE.fullmatch(line.strip())
    return match[1].strip() if match else None


def author(line: str, *, may_be_prose: bool) -> str | None:
    """Return the name in ``Author: Jane Roe`` or ``By Jane Roe, Staff Writer``, or None.

    ``may_be_prose``: only the first form, for a place where ``By`` may open a sentence.
    """
    line = line.strip()
    if match := _FIELD.fullmatch(line):
        return match[1].strip()
    match = None if may_be_prose else _BY.fullmatch(line) or _CREDIT.fullmatch(line)
    if match is None:
        return None
    name = match[1].strip()
    if not _SEVERAL.search(name):
        name = _TAIL.sub("", name)
    words = name.replace(",", " ").split()
    if not 2 <= len(words) <= _MOST_NAME_WORDS or line.endswith((".", "!", "?")):
        return None
    is_name = _NOBODY.search(name) is None and all(_NAME.fullmatch(word) for word in words)
    return name if is_name else None
