"""JSON and JSON Lines: lists of records, settings, conversations, and exports of Discord channels.

A record is read like a row of a table; what is nested stands under headings made of its names.
Numbers stay as they are written.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from retrieval.errors import DocumentError
from retrieval.locators import Lines, Locator, Row
from retrieval.reading.builder import Builder
from retrieval.reading.decode import decode
from retrieval.reading.formats import discord_export
from retrieval.reading.formats.records import append_record
from retrieval.reading.protocol import Reading
from retrieval.text.lines import LineTable

__all__ = ["read"]

_DEEPEST = 40
_LONGEST_VALUE = 160
_SPEAKERS = ("role", "speaker", "author", "user", "from", "name")
_SAYINGS = ("content", "text", "message", "body")
_LINES = (".jsonl", ".ndjson")


def read(data: bytes, name: str) -> Reading:
    """Read JSON; raises DocumentError where the bytes are none."""
    decoded = decode(data)
    warnings = list(decoded.warnings)
    if name.casefold().endswith(_LINES):
        contents, wrong = _read_lines(decoded.text)
        if wrong:
            warnings.append(_said(wrong))
        return Reading(documents=(contents.contents(),), warnings=tuple(warnings))
    value = _parse(decoded.text)
    if discord_export.is_export(value):
        return discord_export.read_export(value)
    builder = Builder(title=_title(value))
    _append(builder, value, (), None)
    return Reading(documents=(builder.contents(),), warnings=tuple(warnings))


def _parse(text: str) -> Any:  # noqa: ANN401 - JSON is anything
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise DocumentError(
            f"It is not JSON, or cut off: {error.msg.lower()} on line {error.lineno}."
        ) from None
    except RecursionError:
        raise DocumentError("It is nested too deep to be read.") from None


def _read_lines(text: str) -> tuple[Builder, list[int]]:
    builder = Builder()
    wrong = []
    for number, (start, end) in enumerate(LineTable(text), 1):
        line = text[start:end].strip()
        if not line:
            continue
        try:
            value = _parse(line)
        except DocumentError:
            wrong.append(number)
            continue
        _append(builder, value, (), Lines(first=number, last=number))
    if builder.is_empty:
        raise DocumentError("None of its lines is JSON.")
    return builder, wrong


def _said(wrong: Sequence[int]) -> str:
    first = f"line {wrong[0]} is no JSON"
    more = f", and {len(wrong) - 1:,} more are none" if len(wrong) > 1 else ""
    return f"Its {first}{more}; the rest was read."


def _title(value: object) -> str | None:
    if not isinstance(value, Mapping):
        return None
    return next((v for k in ("title", "name") if isinstance(v := value.get(k), str)), None)


def _append(
    builder: Builder, value: object, names: tuple[str, ...], locator: Locator | None
) -> None:
    """Append a value, whose names in the objects around it are ``names``."""
    if isinstance(value, Mapping):
        _object(builder, value, names, locator)
    elif isinstance(value, list):
        _list(builder, value, names, locator)
    else:
        builder.field(names[-1] if names else "", _plain(value), locator=locator)
        if not names:
            builder.paragraph(_plain(value), locator=locator)


def _object(
    builder: Builder,
    value: Mapping[str, object],
    names: tuple[str, ...],
    locator: Locator | None,
) -> None:
    if turn := _turn(value):
        builder.paragraph(turn[1], speaker=turn[0], locator=locator, keeps_lines=True)
        return
    if isinstance(locator, (Row, Lines)) and _is_record(value):
        append_record(builder, _flat(value), locator)
        return
    depth = len(builder.headings) + 1
    for key, inner in value.items():
        name = _words(key)
        if isinstance(inner, (Mapping, list)) and inner and depth < _DEEPEST:
            builder.heading(name, depth, locator=locator, may_be_title=False)
            _append(builder, inner, (*names, name), locator)
            builder.leave(depth)
        elif isinstance(inner, (Mapping, list)):
            builder.field(name, json.dumps(inner)[:_LONGEST_VALUE] if inner else "")
        elif isinstance(inner, str) and len(inner) > _LONGEST_VALUE:
            builder.paragraph([(f"{name}: ", True), (inner, False)], locator=locator)
        else:
            builder.field(name, _plain(inner), locator=locator)


def _list(
    builder: Builder, values: list[object], names: tuple[str, ...], locator: Locator | None
) -> None:
    sheet = " ".join(names) or None
    for number, value in enumerate(values, 1):
        if isinstance(value, (Mapping, list)):
            place = locator or Row(number=number, sheet=sheet, unit="record")
            if len(builder.headings) < _DEEPEST:
                _append(builder, value, names, place)
        else:
            builder.item(_plain(value), locator=locator)


def _is_record(value: Mapping[str, object]) -> bool:
    """Tell whether an object has values, and lists and objects of values, and nothing deeper."""
    return all(
        not isinstance(inner, (Mapping, list)) or all(map(_is_plain, _inner(inner)))
        for inner in value.values()
    )


def _inner(value: object) -> Iterable[object]:
    return (
        value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    )


def _is_plain(value: object) -> bool:
    return not isinstance(value, (Mapping, list))


def _flat(value: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        name = _words(key)
        if isinstance(inner, Mapping):
            for further, innermost in inner.items():
                yield f"{name} {_words(further)}", _plain(innermost)
        elif isinstance(inner, list):
            yield name, ", ".join(filter(None, map(_plain, inner)))
        else:
            yield name, _plain(inner)


def _turn(value: Mapping[str, object]) -> tuple[str, str] | None:
    """Return who says what, where an object is a message of a conversation."""
    said = next((v for k in _SAYINGS if isinstance(v := value.get(k), str) and v.strip()), None)
    if said is None:
        return None
    for key in _SPEAKERS:
        who = value.get(key)
        if isinstance(who, Mapping):
            who = who.get("name")
        if isinstance(who, str) and 0 < len(who) <= _LONGEST_VALUE:
            return who, said
    return None


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _words(key: str) -> str:
    """Return the name of a value as it is: people ask for ``max_players`` by that name."""
    return key.strip()
