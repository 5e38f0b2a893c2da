"""Which addresses of a document may be followed from an answer, and which are told in words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
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
_DOMAIN = re.compile(r"(?:[a-z][a-z0-9+.-]*:/*|www\.)?([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)


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
    return any(name != host for name in named)


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
    """Make the https addresses in running text links."""
    return merged([piece for run in line for piece in _linked(run)])


def _linked(run: Run) -> Iterator[Run]:
    if run.link is not None or Style.CODE in run.style or "https://" not in run.text:
        yield run
        return
    position = 0
    for match in _BARE.finditer(run.text):
        found = _trimmed(match.group())
        address = safe_address(found)
        if address is None or match.start() < position:
            continue
        end = match.start() + len(found)
        yield Run(text=run.text[position : match.start()], style=run.style, answers=run.answers)
        yield Run(text=found, style=run.style, answers=run.answers, link=address)
        position = end
    yield Run(text=run.text[position:], style=run.style, answers=run.answers)
