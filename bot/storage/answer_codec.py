"""An answer as the JSON that is stored, and answers of earlier versions brought up to date.

``{"schema": 2, "answer": {…}}``; before schema 2 the answer stood alone. An answer is upgraded
when it is read, one schema after the other, so that the buttons under old messages go on working.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from retrieval.domain import Answer

__all__ = ["SCHEMA", "decode", "encode"]

SCHEMA = 2
"""Grows when an answer that is stored already would no longer be read as it was meant: a new
field without a default, another name or another meaning. `_UPGRADES` then gets one more step."""

_TOLD = 3
_ANSWER = TypeAdapter(Answer)


def encode(answer: Answer) -> str:
    """Return an answer as JSON."""
    stored = {"schema": SCHEMA, "answer": _ANSWER.dump_python(answer, mode="json")}
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Answer:
    """Return the answer that this or an earlier version's `encode` made the text of.

    Raises:
        ValueError: it is of a later schema, or no answer at all.
    """
    stored = json.loads(text)
    if not isinstance(stored, dict):
        raise ValueError("the stored answer is not an object")
    schema = stored.get("schema", 1)
    if schema not in range(1, SCHEMA + 1):
        raise ValueError(f"the stored answer has schema {schema}; this version reads {SCHEMA}")
    answer: Any = stored if schema == 1 else stored.get("answer")
    try:
        for upgrade in _UPGRADES[schema - 1 :]:
            upgrade(answer)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"the stored answer is not of schema {schema}: {error!r}") from error
    try:
        return _ANSWER.validate_python(answer)
    except ValidationError as error:
        raise ValueError(_places(error)) from None


def _places(error: ValidationError) -> str:
    """Say what is wrong where, without what stands there: questions don't belong into a log."""
    wrong = error.errors(include_input=False, include_url=False, include_context=False)
    return "; ".join(
        f"{'.'.join(('answer', *map(str, one['loc'])))}: {one['msg']}" for one in wrong[:_TOLD]
    )


def _pages_become_locators(answer: dict[str, Any]) -> None:
    """From 1 to 2: a citation's ``page`` is one kind of locator among several."""
    for citation in _citations(answer):
        page = citation.pop("page", None)
        if page is not None and citation.get("locator") is None:
            citation["locator"] = {"kind": "page", "number": page, "unit": "p."}


def _citations(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for passage in (*answer.get("passages", ()), *answer.get("more", ())):
        yield passage["citation"]
        yield from passage.get("also_in", ())


_UPGRADES: tuple[Callable[[dict[str, Any]], None], ...] = (_pages_become_locators,)
"""Step number n, counted from 1, changes an answer of schema n into one of schema n + 1."""
