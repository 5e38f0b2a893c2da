"""The value of a record that a question asks for by another value of it.

"Who keeps LX0VAL" finds "Callsign: LX0VAL", and is answered two lines below by "Keeper: Ada Lund".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.answering.confidence.questions import framing
from retrieval.answering.saying import said
from retrieval.answering.units import home_of
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.structure.wording import record_label
from retrieval.text.words import content_stems, read, stems

__all__ = ["gives_value", "only_names_record", "record_fields"]

_AHEAD = 0.05
"""More than a sentence loses that lacks a name of the question, as every value of a record does."""
_ALIKE = tuple(
    map(
        stems,
        ("phone telephone tel mobile number call", "email mail", "address street place"),
    )
)
"""Words for one thing, of which a label has one and a question another."""
_ROOT = 4
"""Letters that two words of one root have in common: keeps, keeper."""
_HALF = 2
_MOST = 40
"""Lines of a record that are looked at."""
_PLACES = stems("place location address room site hall building street city town position where")
_OPEN = re.compile(r"\W*(?:what|which|when|where|how)\b", re.IGNORECASE)
_WHO = re.compile(r"^\W*who(?:m|se|['’]s)?\b", re.IGNORECASE)
_WHEN = re.compile(r"^\W*(?:(?:since|until|from) )?when\b", re.IGNORECASE)
_WHERE = re.compile(r"^\W*where\b", re.IGNORECASE)


def record_fields(
    question: str, scores: Mapping[int, float], view: IndexView
) -> Mapping[int, float]:
    """Return what the value gains that is asked for, where another value of its record is found.

    Args:
        question: One that stands alone.
        scores: Of the best sentences, best first.
        view: Where they stand.
    """
    best = next(iter(scores), None)
    if best is None or view.place(best).role is not Role.FIELD:
        return {}
    asked = _asked(best, question, view)
    if asked is None or _is_met(_label(best, view), asked.stems):
        return {best: _AHEAD} if gives_value(question, best, view) else {}
    if best not in asked.named:
        return {}
    others = [row for row in asked.record[1:] if row in scores and row not in asked.named]
    met = [row for row in others if _is_met(_label(row, view), asked.stems)]
    target = next(iter(met or [row for row in others if _is_of_kind(row, question, view)]), None)
    return {} if target is None else {target: scores[best] - scores[target] + _AHEAD}


def gives_value(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence is the value that a question asks for of the record that it names.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    if view.place(row).role is not Role.FIELD:
        return False
    asked = _asked(row, question, view)
    if asked is None or row in asked.named:
        return False
    label = _label(row, view)
    met = sum(_is_met(label, frozenset({one})) for one in asked.stems)
    return met > 0 and len(asked.stems) <= _HALF * met


def only_names_record(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a value is the thing whose other value is asked for, which its record lacks.

    "Name: Ada Lund" says nothing to "what is Ada Lund's address".

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    if view.place(row).role is not Role.FIELD or not _OPEN.match(question):
        return False
    asked = _asked(row, question, view)
    if asked is None or row not in asked.named or not asked.stems - framing(read(question)):
        return False
    return not any(_is_met(_label(one, view), asked.stems) for one in asked.record)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question asks of a record."""

    record: list[int]
    named: list[int]
    """The values of it that the question has whole."""
    stems: frozenset[str]
    """What the question has besides."""


def _asked(row: int, question: str, view: IndexView) -> _Asked | None:
    """Return what a question asks of the record of a sentence; None where it names it nowhere."""
    heads = [one for one in view.place(row).introduced_by if view.place(one).role is Role.FIELD]
    wanted = content_stems(question)
    record = [one for one in home_of((heads or [row])[0], view)[:_MOST] if _is_value(one, view)]
    named = [one for one in record if (own := _value(one, view)) and own <= wanted]
    if not named:
        return None
    known = frozenset().union(*(_value(one, view) | _label(one, view) for one in named))
    return _Asked(record, named, wanted - known)


def _is_value(row: int, view: IndexView) -> bool:
    return view.place(row).role is Role.FIELD


def _label(row: int, view: IndexView) -> frozenset[str]:
    words = view.sentence_text(row)
    return stems(record_label(words) or record_label(words, padded=True) or "")


def _value(row: int, view: IndexView) -> frozenset[str]:
    return content_stems(view.sentence_text(row)) - _label(row, view)


def _is_met(label: frozenset[str], asked: frozenset[str]) -> bool:
    if any(one[:_ROOT] == other[:_ROOT] for one in label for other in asked if len(other) > 2):
        return True
    return any(label & alike and asked & alike for alike in _ALIKE)


def _is_of_kind(row: int, question: str, view: IndexView) -> bool:
    """Tell whether a value is a person's name, a time or a place, where that is asked for."""
    words = view.sentence_text(row)
    if _WHERE.match(question):
        return bool(_label(row, view) & _PLACES)
    if _WHEN.match(question):
        return bool(said(words).facts)
    label = _label(row, view)
    value = [word for word in read(words) if word.stem not in label]
    is_name = len(value) > 1 and all(word.text[0].isupper() for word in value)
    return _WHO.match(question) is not None and is_name
