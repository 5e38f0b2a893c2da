"""What a format tells of a block beyond its place, as one column: most blocks have none of it."""

import json
from dataclasses import fields
from typing import Any

from retrieval.domain import Block, Span

__all__ = ["dump_details", "load_details"]

_COLUMNS = frozenset({"start", "end", "kind", "headings", "locator"})
"""These have columns of their own."""
_DEFAULTS = {field.name: field.default for field in fields(Block) if field.name not in _COLUMNS}


def dump_details(block: Block) -> str | None:
    """Return the details of a block as a JSON object; None where it has none."""
    told = {
        name: _plain(value)
        for name, default in _DEFAULTS.items()
        if (value := getattr(block, name)) != default
    }
    return json.dumps(told, ensure_ascii=False) if told else None


def load_details(stored: str | None) -> dict[str, Any]:
    """Return the fields of a block that `dump_details` has written."""
    if stored is None:
        return {}
    told: dict[str, Any] = json.loads(stored)
    if "lead" in told:
        told["lead"] = _span(told["lead"])
    for name in ("cells", "omitted"):
        if name in told:
            told[name] = tuple(map(_span, told[name]))
    return told


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _span(pair: list[int]) -> Span:
    return Span(start=pair[0], end=pair[1])
