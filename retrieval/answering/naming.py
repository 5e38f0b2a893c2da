"""What a row of a table, a field or an item of a list is called, or put under."""

import re

from retrieval.answering.remembered import Called
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind
from retrieval.structure import Role
from retrieval.structure.wording import record_label
from retrieval.text.words import content_stems

__all__ = ["called", "label_above", "name_of"]

_LABELS = frozenset({Role.LABEL, Role.LEAD_IN})
_BRACKETS = re.compile(r"\([^()]*\)")
"""What a name adds in brackets: of "`/gaps` (Manage Messages)" the first is what is asked for."""
_DASHED = re.compile(r"(?P<name>[A-Z][\w’'-]*(?: [\w’'-]+){0,2}) [–—] (?=\S)")
"""Of an item, what a dash parts from what is said of it: "Payment – cash only"."""
_BOLD_LABEL = re.compile(r"(\*\*|__)([^*_\n:]{1,60})(?::\1|\1\s?[:–—])")
"""What a paragraph begins with that is called so: "**Insurance:** covered by …"."""


def name_of(row: int, view: IndexView) -> str:
    """Return the name that a row, a field or an item begins with; empty: it has none."""
    return view.called(row, _called).name


def called(row: int, view: IndexView) -> Called:
    """Return what a sentence is called and put under; each question asks it of some twenty."""
    return view.called(row, _called)


def label_above(row: int, view: IndexView) -> str:
    """Return the short line that a sentence is put under: "Linux:" over a command; or nothing."""
    above = view.place(row).introduced_by[-1:]
    return next((view.sentence_text(one) for one in above if view.place(one).role in _LABELS), "")


def _called(row: int, view: IndexView) -> Called:
    name, above = _name(row, view), view.place(row).introduced_by[-1:]
    return Called(
        name=name,
        own=content_stems(name),
        label=content_stems(label_above(row, view)),
        above=frozenset().union(*(content_stems(view.sentence_text(one)) for one in above)),
    )


def _name(row: int, view: IndexView) -> str:
    block, document = view.block(row), view.place(row).document
    if view.place(row).role is Role.ROW and block.cells:
        first = block.cells[0]
        return _BRACKETS.sub("", view.text(document, first.start, first.end))
    if view.place(row).role is Role.FIELD or block.kind is BlockKind.LIST_ITEM:
        if block.lead is not None and block.lead.start <= view.place(row).end:
            return _BRACKETS.sub("", view.text(document, block.lead.start, block.lead.end))
        return _BRACKETS.sub("", _labelled(view.sentence_text(row)))
    bold = _BOLD_LABEL.match(view.sentence_text(row))
    return bold[2] if bold is not None else ""


def _labelled(words: str) -> str:
    dashed = _DASHED.match(words)
    return record_label(words) or (dashed["name"] if dashed else "")
