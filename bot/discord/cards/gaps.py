"""The cards of /gaps: pure."""

from collections.abc import Sequence

from bot.app.gaps import Gap, GapReport
from bot.discord.cards.card import Button, Card, Menu, Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.info import note_card
from bot.discord.cards.pages import paged
from bot.discord.components.custom_id import AnswerPayload, Operation, PagePayload, PlainPayload

__all__ = ["gap_cards"]


def gap_cards(report: GapReport) -> tuple[Card, ...]:
    """Show the gaps on pages, and after them the answers that people marked as wrong."""
    gaps = report.gaps
    if not gaps and not report.complaints:
        return (note_card("Nothing went unanswered, and nobody complained.", Tone.GOOD),)
    blocks = [_block(gap) for gap in gaps]
    for complaint in report.complaints:
        reason = f": {inline(complaint.reason, limit=300)}" if complaint.reason else ""
        blocks.append(f"👎 {inline(complaint.question, limit=200)}{reason}")
    open_gaps = sum(not gap.answered_now for gap in gaps)
    return paged(
        blocks,
        tone=Tone.FAIR,
        turn=lambda page: PagePayload(operation=Operation.GAPS, page=page),
        head=f"**{open_gaps} unanswered**, {len(gaps) - open_gaps} answered by now",
        beside=(Button(payload=PlainPayload(operation=Operation.GAPS_CSV), label="CSV"),)
        if gaps
        else (),
        acting=lambda page: _answering(gaps[page.start : page.stop]),
    )


def _answering(gaps: Sequence[Gap]) -> tuple[tuple[Button, ...], tuple[Menu, ...]]:
    """Offer to answer the open ones of a page; where there are several, a menu asks which."""
    gaps = [gap for gap in gaps if not gap.answered_now]
    if not gaps:
        return (), ()
    if len(gaps) == 1:
        payload = AnswerPayload(operation=Operation.ANSWER_GAP, answer_id=gaps[0].ids[0])
        return (Button(payload=payload, label="Answer", strong=True),), ()
    menu = Menu(
        payload=PlainPayload(operation=Operation.PICK_GAP),
        placeholder="Answer one of these",
        options=tuple(gap.question for gap in gaps),
        values=tuple(gap.ids[0] for gap in gaps),
    )
    return (), (menu,)


def _block(gap: Gap) -> str:
    mark = "✅" if gap.answered_now else "❔"
    asked = "once" if gap.times == 1 else f"{gap.times} times"
    ways = f" in {gap.wordings} wordings" if gap.wordings > 1 else ""
    note = " · **the documents answer this now**" if gap.answered_now else ""
    when = f"<t:{int(gap.last.timestamp())}:R>"
    return f"{mark} {inline(gap.question, limit=200)}\n-# asked {asked}{ways}, last {when}{note}"
