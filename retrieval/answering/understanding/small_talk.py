"""Noticing that somebody greets, thanks or laughs instead of asking.

Only where the whole utterance is that: "thanks, and when does it close?" is a question with
courtesy round it, which `courtesy` takes off. The lists in small_talk.txt are closed classes of
what people write to a bot; whatever isn't wholly made of them is searched for.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from retrieval.answering.understanding.foreign_courtesy import foreign_small_talk
from retrieval.domain import SmallTalk

__all__ = ["small_talk_in"]

_TO = (
    r"(?: (?:there|all|every(?:one|body)|folks|friends?|guys|team|people|again|bot|buddy|mate|man|"
    r"dude|to you|you|sir|you all|y['’]?all))*"
)
"""Whom a greeting is for."""
_BETWEEN = re.compile(
    r"\s*(?:[,.!?;:…~*()\"“”<>^|\n¿¡，。！？；：、～]|(?<!\w)-|-(?!\w))+\s*|\s{2,}"
)
"""Marks between phrases; the hyphen of "peux-tu" is none."""
_PICTURES = re.compile(
    r"[\U0001F000-\U0001FAFF☀-➿\uFE0F\u200D]|:[a-z0-9_+-]+:|[:;=8][-'o^]?[)(DdPpOo3/\\|*]+|<3+",
    re.IGNORECASE,
)
_LONGEST = 100
"""Characters: nobody greets at greater length."""
_TELLING_FIRST = (
    SmallTalk.ABILITIES,
    SmallTalk.IDENTITY,
    SmallTalk.THANKS,
    SmallTalk.FAREWELL,
    SmallTalk.GREETING,
    SmallTalk.REACTION,
)
"""Of several in one utterance ("ok thanks, bye") the first of these is answered."""
_ASKING = frozenset({SmallTalk.IDENTITY, SmallTalk.ABILITIES})
_Patterns = dict[SmallTalk, re.Pattern[str]]


@lru_cache(maxsize=512)
def small_talk_in(utterance: str) -> SmallTalk | None:
    """Return what an utterance does if it asks nothing of the documents, else ``None``.

    Remembered, since its sentences are looked at after the whole, and it is most often one.

    Args:
        utterance: As it was typed; marks and pictures alone are a reaction, and so is nothing.
    """
    bare = _PICTURES.sub(" , ", utterance)
    pieces = [piece for piece in _BETWEEN.split(bare.strip()) if piece]
    return _first(_kind(piece) for piece in pieces) if pieces else SmallTalk.REACTION


def _kind(piece: str) -> SmallTalk | None:
    """Return what a piece without marks does, the most telling of its parts."""
    if len(piece) > _LONGEST:
        return None
    if foreign := foreign_small_talk(piece):
        return _first(foreign)
    whole, leading = _patterns()
    for kind, pattern in whole.items():
        if pattern.fullmatch(piece):
            return kind
    lead = leading.match(piece)
    return _first(_kind(part) for part in (lead[1], piece[lead.end() :])) if lead else None


def _first(kinds: Iterable[SmallTalk | None]) -> SmallTalk | None:
    """Return the most telling of some kinds; ``None`` where one of them asks something."""
    found = set(kinds)
    return None if None in found else next(kind for kind in _TELLING_FIRST if kind in found)


@cache
def _patterns() -> tuple[_Patterns, re.Pattern[str]]:
    """Read what each kind looks like, and what may lead more of it without a mark between.

    "haha nice" and "ok thank you" are of the latter; a question never leads.
    """
    text = files("retrieval.answering.understanding").joinpath("small_talk.txt")
    lines: dict[SmallTalk, list[str]] = {}
    for line in text.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = SmallTalk(line.strip("[]"))
        elif line and not line.startswith("#"):
            lines.setdefault(kind, []).append(line)
    whole = {
        kind: _compile(some, _TO if kind not in _ASKING else "") for kind, some in lines.items()
    }
    light = chain.from_iterable(some for kind, some in lines.items() if kind not in _ASKING)
    leading = re.compile(rf"((?:{'|'.join(light)}){_TO}) (?=\S)", re.IGNORECASE)
    return whole, leading


def _compile(alternatives: Sequence[str], tail: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(alternatives)}){tail}", re.IGNORECASE)
