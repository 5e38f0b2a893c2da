"""Lines that begin a release in a changelog: "[2.4.0] - 2024-05-17", "Version 3 (May 2024)"."""

import re
from dataclasses import dataclass

from retrieval.structure.wording import text_of, without_dates
from retrieval.text.versions import DOTTED, Version, version_of

__all__ = ["Release", "keeps_releases", "release_in"]

_NAMED = r"(?:version|release|ver\.?|update|patch|v\.?)"
# They number much else as well: a release's line has a date besides.
_COUNTED = r"(?:season|edition|milestone|sprint)"
_BEFORE = (
    rf"(?P<name>(?:[^\W\d]\w*\s++){{0,3}}?)"
    rf"(?P<named>(?:{_NAMED}|(?P<counted>{_COUNTED}))\s*+)?"
)
_LINE = re.compile(
    rf"\W*{_BEFORE}v?(?:(?P<version>{DOTTED})|(?<=[vV\s])(?P<whole>\d{{1,4}}))(?![\w.]*\w)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ASIDE = re.compile(r"\([^()]{0,200}\)|\"[^\"]{0,80}\"|“[^”]{0,80}”|'[^']{0,80}'|\[[^\[\]]{0,80}\]")
_FILLER = re.compile(
    r"\b(?:released?|on|the|published|stable|current|latest|lts|yanked|final|codename[d]?|of)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\s*[:–—-]\s+\S")
_KEEPS = re.compile(
    r"change[\s_-]?log|\bchanges\b|release[\s_-]?notes|patch[\s_-]?notes|\breleases\b|\bhistory\b"
    r"|what['’]?s[\s_-]new|\bversions\b|\bnews\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Release:
    """What a line says of the release that begins with it."""

    version: Version
    dated: bool
    """It gives a date."""
    surely: bool
    """It says that the number is a version's, or when it was released."""
    says: bool
    """It goes on with what has changed."""


def release_in(words: str) -> Release | None:
    """Read a line as the beginning of a release; None where it is something else.

    A numbered clause ("1.2 Annual leave") goes on with its own matter and is none.
    """
    whole = text_of(words)
    line = without_dates(whole)
    has_date = line != whole
    found = _LINE.fullmatch(line)
    if found is None or (found["whole"] and not found["named"]):
        return None
    version = version_of(found["version"] or found["whole"])
    if version is None or (found["counted"] and not has_date):
        return None
    rest = _FILLER.sub(" ", _ASIDE.sub(" ", found["rest"]))
    says = any(map(str.isalnum, rest))
    surely = has_date or bool(found["named"]) or words.lstrip("[*_ ")[:1] in "vV"
    if says and not (surely and _SAYS.match(rest.lstrip(" \t*_()[],"))):
        return None
    return Release(version=version, dated=has_date, surely=surely, says=says)


def keeps_releases(name: str) -> bool:
    """Tell whether a title or a path names a list of releases."""
    return _KEEPS.search(name) is not None
