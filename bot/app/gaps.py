"""What people asked and the documents did not answer, questions of one meaning together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from bot.app.pool import AnswerPool
from bot.app.protocols import Embed, Source
from bot.storage.records import Miss
from bot.storage.store import AnswerStore

__all__ = ["Complaint", "Gap", "GapReport", "gap_report", "group_by_meaning"]

SAME_MEANING = 0.78
"""Cosine from which two questions mean the same; their paraphrases are seldom less alike."""
CHECKED = 30
"""How many groups are asked again to see whether newer documents answer them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Unanswered questions that mean the same."""

    question: str
    """The latest wording."""
    document: str | None
    times: int
    wordings: int
    last: datetime
    answered_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """An answer that somebody marked as wrong."""

    question: str
    reason: str
    """Empty when none was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """What the documents did not answer, and what they answered wrongly."""

    gaps: tuple[Gap, ...]
    complaints: tuple[Complaint, ...]


def group_by_meaning(vectors: NDArray[np.float32], threshold: float) -> list[list[int]]:
    """Group rows of unit-length vectors [n, d]: each joins the first group whose first is near.

    Comparing with a group's first member only keeps chains of ever less alike questions apart.
    """
    groups: list[list[int]] = []
    for row in range(len(vectors)):
        for group in groups:
            if float(vectors[row] @ vectors[group[0]]) >= threshold:
                group.append(row)
                break
        else:
            groups.append([row])
    return groups


async def gap_report(store: AnswerStore, pool: AnswerPool, server: int | None) -> GapReport:
    """Report on the questions of one server, or of all where ``server`` is none."""
    gaps = await _find_gaps(store, pool, server)
    rows = await store.complaints(server)
    complaints = (Complaint(question=row["question"], reason=row["reason"]) for row in rows)
    return GapReport(gaps=gaps, complaints=tuple(complaints))


async def _find_gaps(store: AnswerStore, pool: AnswerPool, server: int | None) -> tuple[Gap, ...]:
    """Group the misses of a server (or all) and ask each group again; the most asked first."""
    misses = await store.misses(server)
    if not misses:
        return ()
    return await pool.use(lambda source: _gaps(source, misses, pool.embed))


def _gaps(source: Source, misses: Sequence[Miss], embed: Embed) -> tuple[Gap, ...]:
    vectors = embed([miss.question for miss in misses])
    groups = group_by_meaning(vectors, SAME_MEANING)
    groups.sort(key=lambda group: (-len(group), group[0]))
    return tuple(
        _gap(source, [misses[row] for row in group], check=number < CHECKED)
        for number, group in enumerate(groups)
    )


def _gap(source: Source, misses: Sequence[Miss], *, check: bool) -> Gap:
    latest = misses[0]
    known = {document.path for document in source.documents()} if latest.document else set()
    document = latest.document if latest.document in known else None
    return Gap(
        question=latest.question,
        document=document,
        times=len(misses),
        wordings=len({miss.question.casefold() for miss in misses}),
        last=latest.asked_at,
        answered_now=check and source.ask(latest.question, document=document).answered,
    )
