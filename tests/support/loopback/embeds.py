"""The rules for embeds, most of which the OpenAPI document leaves out."""

from collections.abc import Iterator, Mapping
from typing import Any

from loopback.components import check_url
from loopback.problems import Path, Problem, bad_length, required, too_long

MAX_CHARACTERS = 6000
"""Over all embeds of a message."""
_LIMITS = {
    ("title",): 256,
    ("description",): 4096,
    ("footer", "text"): 2048,
    ("author", "name"): 256,
}
_WEB = {"http", "https"}
_ANY = _WEB | {"attachment"}
_LINKS = {
    ("url",): _WEB,
    ("author", "url"): _WEB,
    ("author", "icon_url"): _ANY,
    ("footer", "icon_url"): _ANY,
    ("image", "url"): _ANY,
    ("thumbnail", "url"): _ANY,
}
_CONTENT = ("title", "description", "fields", "image", "thumbnail", "author", "footer")


def check_embeds(embeds: object) -> list[Problem]:
    """Return what is wrong with a message's embeds."""
    given = (
        [embed for embed in embeds if isinstance(embed, dict)] if isinstance(embeds, list) else []
    )
    problems = [
        problem
        for index, embed in enumerate(given)
        for problem in _check_embed(("embeds", index), embed)
    ]
    total = sum(map(embed_characters, given))
    if total > MAX_CHARACTERS:
        message = f"{total} characters over all embeds; the most is {MAX_CHARACTERS}"
        problems.append(Problem(path=("embeds",), code="MAX_EMBED_SIZE_EXCEEDED", message=message))
    if len(given) > 10:
        problems.append(bad_length(("embeds",), "10 embeds or fewer"))
    return problems


def embed_characters(embed: Mapping) -> int:
    """Return the number of characters that count towards the 6000 of a message."""
    parts = [_at(embed, keys) for keys in _LIMITS]
    for field in embed.get("fields") or ():
        parts += [field.get("name"), field.get("value")]
    return sum(len(part or "") for part in parts)


def _check_embed(path: Path, embed: Mapping) -> Iterator[Problem]:
    if not any(embed.get(key) for key in _CONTENT):
        yield required((*path, "description"))
    for keys, most in _LIMITS.items():
        if len(str(_at(embed, keys) or "")) > most:
            yield too_long((*path, *keys), most)
    for keys, schemes in _LINKS.items():
        if (url := _at(embed, keys)) is not None:
            yield from check_url((*path, *keys), url, schemes)
    fields = embed.get("fields") or ()
    if len(fields) > 25:
        yield bad_length((*path, "fields"), "25 fields or fewer")
    for index, field in enumerate(fields):
        for key, most in (("name", 256), ("value", 1024)):
            text = str(field.get(key) or "")
            if not text.strip():
                yield required((*path, "fields", index, key))
            if len(text) > most:
                yield too_long((*path, "fields", index, key), most)


def _at(embed: Mapping, keys: tuple[str, ...]) -> Any:
    value: Any = embed
    for key in keys:
        value = (value or {}).get(key)
    return value
