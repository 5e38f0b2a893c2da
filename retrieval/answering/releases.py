"""Answering from a changelog's layout: its releases, their dates, what stands below each.

Every answer is a quotation: where no line of a document says it, there is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from retrieval.answering.passages import LONGEST, passage
from retrieval.answering.understanding.release_questions import ReleaseQuestion, ReleaseWish
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind, Passage
from retrieval.store.values import StoredDocument
from retrieval.structure import Role
from retrieval.structure.releases import Release, keeps_releases, release_in
from retrieval.structure.wording import dated
from retrieval.text.words import stems

__all__ = ["release_passages"]

_FEWEST = 2
"""So many releases make a list of them, whatever the document is called."""
_MOST_SENTENCES = 20_000
"""A longer document is no changelog that somebody keeps."""
_MOST_DOCUMENTS = 3
_DATE_WITHIN = 2
"""Sentences below the line of a release among which its date may stand, in a line of its own."""
_LONGEST_DATELINE = 60
_NAMES = frozenset({Role.TITLE, Role.HEADING, Role.HEADER, Role.NAVIGATION, Role.BYLINE})


@dataclass(frozen=True, slots=True)
class _Kept:
    """A release where a document keeps it."""

    release: Release
    row: int
    below: range
    """The sentences up to the next release."""


def release_passages(
    asked: ReleaseQuestion, documents: Sequence[StoredDocument], view: IndexView
) -> tuple[Passage, ...]:
    """Quote what documents say of a release, one passage each; none where it isn't known which.

    Args:
        asked: What is asked.
        documents: Those that may keep releases.
        view: Where they stand.
    """
    lists = [(one, kept) for one in documents if (kept := _kept(one, view))]
    meant = _meant(asked, lists, view)
    if not 1 <= len(meant) <= _MOST_DOCUMENTS:
        return ()
    found = (_rows(asked, kept, view) for kept in meant)
    return tuple(passage(rows, view, score=1.0) for rows in found if rows)


def _kept(document: StoredDocument, view: IndexView) -> list[_Kept]:
    """Find the releases of a document, in its order; none where it is no list of them."""
    is_list = keeps_releases(document.title) or keeps_releases(document.path)
    if len(document.rows) > _MOST_SENTENCES:
        return []
    lines = [row for row in document.rows if row == view.same_block(row).start]
    found = [(row, one) for row in lines if (one := _release(row, view)) is not None]
    if not is_list:
        sure = sum(one.surely for _, one in found)
        if sure < _FEWEST or 2 * sure < len(found):
            return []
    ends = [row for row, _ in found] + [document.rows.stop]
    return [
        _Kept(release, row, _below(row, stop, view))
        for (row, release), (_, stop) in zip(found, pairwise(ends), strict=True)
    ]


def _release(row: int, view: IndexView) -> Release | None:
    block = view.block(row)
    if block.kind is not BlockKind.TABLE:
        return release_in(view.sentence_text(row))
    if not block.cells:
        return None
    first = block.cells[0]
    return release_in(view.text(view.place(row).document, first.start, first.end))


def _below(row: int, stop: int, view: IndexView) -> range:
    """Return what belongs to a release: up to the next one, or what stands beside its heading."""
    own = view.block(row)
    if own.kind is BlockKind.TABLE:
        return range(row + 1, row + 1)
    if own.kind is not BlockKind.HEADING:
        return range(row + 1, stop)
    for other in range(row + 1, stop):
        block = view.block(other)
        if block.kind is BlockKind.HEADING and len(block.headings) <= len(own.headings):
            return range(row + 1, other)
    return range(row + 1, stop)


def _meant(
    asked: ReleaseQuestion, lists: Sequence[tuple[StoredDocument, list[_Kept]]], view: IndexView
) -> list[list[_Kept]]:
    """Choose the lists that the question names by what they are a list of."""
    if not asked.about:
        return [kept for _, kept in lists]
    named = [
        kept
        for document, kept in lists
        if asked.about <= stems(f"{document.title} {document.path} {_first(kept, view)}")
    ]
    if named or len(lists) != 1:
        return named
    others = (f"{document.title} {document.path}" for document in view.documents())
    return [lists[0][1]] if asked.about <= stems(" ".join(others)) else []


def _first(kept: Sequence[_Kept], view: IndexView) -> str:
    return view.sentence_text(kept[0].row)


def _rows(asked: ReleaseQuestion, kept: Sequence[_Kept], view: IndexView) -> list[int]:
    """Find the sentences that answer; none where nothing does."""
    one = _chosen(asked, kept)
    if one is None:
        return []
    match asked.wish:
        case ReleaseWish.VERSION:
            return [one.row]
        case ReleaseWish.DATE:
            return _date(one, view)
        case ReleaseWish.CHANGES:
            return _changes(one, asked, view)


def _chosen(asked: ReleaseQuestion, kept: Sequence[_Kept]) -> _Kept | None:
    """Return the release that is asked for: that version, else the newest of its series."""
    if asked.version is None:
        return max(kept, key=lambda one: one.release.version)
    same = [one for one in kept if one.release.version == asked.version]
    series = [one for one in kept if asked.version.covers(one.release.version)]
    return next(iter(same), max(series, key=lambda one: one.release.version, default=None))


def _date(one: _Kept, view: IndexView) -> list[int]:
    if one.release.dated or (view.block(one.row).cells and dated(view.sentence_text(one.row))):
        return [one.row]
    for row in one.below[:_DATE_WITHIN]:
        if _is_dateline(row, view):
            return [one.row, row]
    return []


def _is_dateline(row: int, view: IndexView) -> bool:
    words = view.sentence_text(row)
    return (
        len(words) <= _LONGEST_DATELINE
        and dated(words)
        and view.block(row).kind is BlockKind.PARAGRAPH
    )


def _changes(one: _Kept, asked: ReleaseQuestion, view: IndexView) -> list[int]:
    """Return what a release changed, as much of it as can be shown, or what of it is asked for."""
    says = one.release.says or bool(view.block(one.row).cells)
    rows = [one.row] if says else []
    below = [row for row in one.below if view.place(row).role not in _NAMES]
    rows += [row for row in below if not _is_dateline(row, view)]
    special = [row for row in rows if asked.kinds & _kinds(row, view)]
    rows = special or rows
    return [row for row in rows if _length(rows[0], row, view) <= LONGEST]


def _kinds(row: int, view: IndexView) -> frozenset[str]:
    """Return the stems of the words that may say what kind of change a sentence tells."""
    above = (view.sentence_text(other) for other in view.place(row).introduced_by)
    return stems(" ".join((view.sentence_text(row), *above)))


def _length(first: int, last: int, view: IndexView) -> int:
    return view.sentence(last).end - view.sentence(first).start
