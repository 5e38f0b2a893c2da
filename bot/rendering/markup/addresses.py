"""Which addresses of a document may be followed from an answer, and which are told in words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from urllib.parse import urlsplit

from bot.rendering.markup.blocks import Line, Run, Style, merged

__all__ = ["LONGEST", "linked", "looks_like_another", "safe_address", "told_address"]

LONGEST = 400
"""Characters of an address that may be followed: a longer one is for programs."""

_BARE = re.compile(r"(?<![\w/])https://[^\s<>\"'`|\\^{}\u3000-\u303f\uff00-\uffef]{3,2000}")
_ENDS = ".,;:!?…)]*_~'\""
_SAFE = re.compile(r"https://[A-Za-z0-9.-]+\.[A-Za-z0-9-]{2,}(?::\d{1,5})?(?:[/?#][!-~]*)?")
# Invitations stay words: whoever writes a document doesn't advertise in whoever's server asks.
_INVITING = re.compile(r"(?:.*\.)?discord(?:app)?\.(?:gg|com|new|me|gift|net)")
_ACTING = re.compile(r"[()\[\]<>*|`\\^{}\"' ]|@(?=everyone|here)|__", re.IGNORECASE)
_TOLD = re.compile(r"(?:https?|ftp|mailto):\S{1,200}", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?<![\w-])(?:[a-z][a-z0-9+.-]{0,30}+:/*+|www\.)?([\w-]++(?:\.[\w-]++)++)", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def safe_address(address: str) -> str | None:
    """Return an https address as ASCII that can end no markup; None: it may not be followed.

    Refused are other schemes, names and passwords before the host, hosts without a dot, Discord's
    own and what is absurdly long.
    """
    if address[:8].lower() != "https://" or len(address) > LONGEST:
        return None
    from markdown_it.common.normalize_url import normalizeLink

    try:
        address = "https://" + normalizeLink(address)[8:]
        parts = urlsplit(address)
        host = parts.hostname or ""
    except (ValueError, UnicodeError):
        return None
    if "@" in parts.netloc or _INVITING.fullmatch(host):
        return None
    address = _ACTING.sub(lambda match: "".join(f"%{ord(c):02X}" for c in match.group()), address)
    return address if len(address) <= LONGEST and _SAFE.fullmatch(address) else None


def told_address(address: str) -> str | None:
    """Return an address that can't be followed but says something to a reader, else None."""
    return address.removeprefix("mailto:") if _TOLD.fullmatch(address) else None


def looks_like_another(words: str, address: str) -> bool:
    """Tell whether the words of a link name a host that is not where it leads."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    named = [match[1].casefold().removeprefix("www.") for match in _DOMAIN.finditer(words)]
    return any(name != host for name in named) or ("://" in words and not named)


def _trimmed(found: str) -> str:
    """Return an address in running text without the marks that end its sentence."""
    end = len(found)
    while end and found[end - 1] in _ENDS:
        # A bracket that the address itself opens belongs to it.
        if found[end - 1] == ")" and found.count("(", 0, end) >= found.count(")", 0, end):
            break
        end -= 1
    return found[:end]


def linked(line: Sequence[Run]) -> Line:
    """Make the https addresses in running text links.

    One of which only a part answers, or is set in italics, stays text: half of an address leads
    elsewhere.
    """
    text = "".join(run.text for run in line)
    if "https://" not in text:
        return tuple(line)
    found = [(match.start(), _trimmed(match.group())) for match in _BARE.finditer(text)]
    links = [(start, address) for start, address in found if safe_address(address)]
    pieces: list[Run] = []
    begin = 0
    for run in line:
        end = begin + len(run.text)
        first = bisect_left(links, (begin, ""))
        own = run.link is None and Style.CODE not in run.style
        here = takewhile(lambda one: one[0] + len(one[1]) <= end, links[first:] if own else ())  # noqa: B023
        pieces += _cut(run, [(start - begin, address) for start, address in here])
        begin = end
    return merged(pieces)


def _cut(run: Run, addresses: Sequence[tuple[int, str]]) -> Iterator[Run]:
    position = 0
    for start, address in addresses:
        yield replace(run, text=run.text[position:start])
        yield replace(run, text=address, link=safe_address(address))
        position = start + len(address)
    yield replace(run, text=run.text[position:])
