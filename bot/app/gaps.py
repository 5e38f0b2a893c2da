"""What people asked and the documents did not answer, questions of one meaning together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from bot.app.protocols import Embed, Source
from bot.app.services import Services
from bot.discord.cards.card import Card, Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.info import note_card
from bot.discord.cards.pages import paged
from bot.storage.records import Miss

__all__ = ["Gap", "gap_cards", "group_by_meaning"]

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


async def find_gaps(desk: Services, guild_id: int | None) -> tuple[Gap, ...]:
    """Group the misses of a server (or all) and ask each group again; the most asked first."""
    misses = await desk.store.misses(guild_id)
    if not misses:
        return ()
    return await desk.pool.use(lambda source: _gaps(source, misses, desk.pool.embed))


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


async def gap_cards(desk: Services, guild_id: int | None) -> tuple[Card, ...]:
    """Show the gaps on pages, and after them the answers that people marked as wrong."""
    gaps = await find_gaps(desk, guild_id)
    complaints = await desk.store.complaints(guild_id)
    if not gaps and not complaints:
        return (note_card("Nothing went unanswered, and nobody complained.", Tone.GOOD),)
    blocks = [_block(gap) for gap in gaps]
    for complaint in complaints:
        reason = f": {inline(complaint['reason'], limit=300)}" if complaint["reason"] else ""
        blocks.append(f"👎 {inline(complaint['question'], limit=200)}{reason}")
    open_gaps = sum(not gap.answered_now for gap in gaps)
    head = f"**{open_gaps} unanswered**, {len(gaps) - open_gaps} answered by now"
    return paged(blocks, tone=Tone.FAIR, operation="gaps", subject="", head=head)


def _block(gap: Gap) -> str:
    mark = "✅" if gap.answered_now else "❔"
    asked = "once" if gap.times == 1 else f"{gap.times} times"
    ways = f" in {gap.wordings} wordings" if gap.wordings > 1 else ""
    note = " · **the documents answer this now**" if gap.answered_now else ""
    when = f"<t:{int(gap.last.timestamp())}:R>"
    return f"{mark} {inline(gap.question, limit=200)}\n-# asked {asked}{ways}, last {when}{note}"
