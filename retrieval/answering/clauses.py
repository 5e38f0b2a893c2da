"""Quoting a clause that is asked for by its number.

Neither its words nor its meaning are in the question; its number stands in the mark of a list's
item, at the beginning of a line, or in a heading.
"""

from collections.abc import Sequence

from retrieval.answering.passages import LONGEST, passage
from retrieval.answering.understanding.clause_questions import ClauseQuestion
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind, Passage
from retrieval.structure import Role
from retrieval.structure.clauses import clause_number, mark_number
from retrieval.text.words import stems

__all__ = ["clause_passages"]

_SECTIONS = stems("section chapter part article")
_MOST = 3
"""So many clauses of a number are shown; of more it isn't known which is meant."""


def clause_passages(
    asked: ClauseQuestion, rows: Sequence[int], view: IndexView
) -> tuple[Passage, ...]:
    """Quote the clauses that a question asks for; none where it isn't known which.

    Args:
        asked: What is asked.
        rows: The sentences that the search found, among which they are looked for.
        view: Where they stand.
    """
    view.look_up(rows)
    found = {
        own[0]: own
        for row in rows
        if (own := _clause(row, asked, view)) and asked.about <= stems(_around(own[0], view))
    }
    named = {
        first: own for first, own in found.items() if asked.kind in stems(_around(first, view))
    }
    if any(_is_near(first, asked, view) for first in named):
        # A list under another heading is not what the document's title says.
        named = {
            first: own
            for first, own in named.items()
            if _is_near(first, asked, view) or not view.block(first).mark
        }
    meant = named or {first: own for first, own in found.items() if _may_be(first, asked, view)}
    if len(meant) > _MOST:
        return ()
    return tuple(passage(own, view, score=1.0) for _, own in sorted(meant.items()))


def _clause(row: int, asked: ClauseQuestion, view: IndexView) -> list[int]:
    """Return the sentences of the clause of that number which a sentence is of; else nothing."""
    block, at = view.block(row), view.same_block(row)
    if block.kind is BlockKind.HEADING:
        is_it = clause_number(view.sentence_text(row), is_heading=True) == asked.number
        return _section(row, view) if is_it else []
    if mark_number(block.mark) == asked.number:
        return list(at)
    if not block.mark and clause_number(view.sentence_text(at[0])) == asked.number:
        return list(at)
    if block.headings and clause_number(block.headings[-1], is_heading=True) == asked.number:
        above = [one for one in view.place(row).introduced_by if _is_heading(one, view)]
        return _section(above[-1], view) if above else []
    return []


def _section(heading: int, view: IndexView) -> list[int]:
    """Return what stands under a heading, as much of it as can be shown; else the heading."""
    depth = len(view.block(heading).headings)
    found: list[int] = []
    for row in range(heading + 1, view.document(heading).rows.stop):
        block = view.block(row)
        if block.kind is BlockKind.HEADING and len(block.headings) <= depth:
            break
        if found and view.place(row).end - view.place(found[0]).start > LONGEST:
            break
        if view.place(row).role not in {Role.HEADING, Role.NAVIGATION}:
            found.append(row)
    return found or [heading]


def _is_heading(row: int, view: IndexView) -> bool:
    return view.block(row).kind is BlockKind.HEADING


def _may_be(first: int, asked: ClauseQuestion, view: IndexView) -> bool:
    """Tell whether a clause may be of the sort that is asked for, where nothing calls it so.

    "Step 2" is no rule; a number with a point inside is hardly anything else's, and what stands
    under a heading is a section.
    """
    headed = asked.kind in _SECTIONS and not view.block(first).mark
    return not asked.kind or headed or "." in asked.number


def _is_near(first: int, asked: ClauseQuestion, view: IndexView) -> bool:
    """Tell whether what stands right above a clause calls it so."""
    headings = view.block(first).headings or (view.document(first).title,)
    above = (view.sentence_text(one) for one in view.place(first).introduced_by)
    own = (view.block(first).mark, view.sentence_text(first))
    return asked.kind in stems(" ".join((*headings, *above, *own)))


def _around(first: int, view: IndexView) -> str:
    """Return what may say what a clause is called: itself, and all that stands above it."""
    document = view.document(first)
    above = (view.sentence_text(one) for one in view.place(first).introduced_by)
    headings = view.block(first).headings
    own = (view.block(first).mark, view.sentence_text(first))
    return " ".join((document.path, document.title, *headings, *above, *own))
