"""The cards of /gaps: pure."""

from collections.abc import Sequence

from bot.app.gaps import Gap, GapReport
from bot.discord.cards.card import Button, Card, Menu, Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.info import note_card
from bot.discord.cards.pages import paged
from bot.discord.components.custom_id import AnswerPayload, Operation, PagePayload, PlainPayload
from bot.localisation.words import ENGLISH, Words

__all__ = ["gap_cards"]


def gap_cards(report: GapReport, words: Words = ENGLISH) -> tuple[Card, ...]:
    """Show the gaps on pages, and after them the answers that people marked as wrong."""
    gaps = report.gaps
    if not gaps and not report.complaints:
        return (note_card(words.say("no-gaps"), Tone.GOOD),)
    blocks = [_block(gap, words) for gap in gaps]
    for complaint in report.complaints:
        reason = f": {inline(complaint.reason, limit=300)}" if complaint.reason else ""
        blocks.append(f"👎 {inline(complaint.question, limit=200)}{reason}")
    open_gaps = sum(not gap.answered_now for gap in gaps)
    return paged(
        blocks,
        tone=Tone.FAIR,
        turn=lambda page: PagePayload(operation=Operation.GAPS, page=page),
        head=words.say("gaps-counted", open=open_gaps, closed=len(gaps) - open_gaps),
        words=words,
        beside=(Button(payload=PlainPayload(operation=Operation.GAPS_CSV), label="CSV"),)
        if gaps
        else (),
        acting=lambda page: _answering(gaps[page.start : page.stop], words),
    )


def _answering(gaps: Sequence[Gap], words: Words) -> tuple[tuple[Button, ...], tuple[Menu, ...]]:
    """Offer to answer the open ones of a page; where there are several, a menu asks which."""
    gaps = [gap for gap in gaps if not gap.answered_now]
    if not gaps:
        return (), ()
    if len(gaps) == 1:
        payload = AnswerPayload(operation=Operation.ANSWER_GAP, answer_id=gaps[0].ids[0])
        return (Button(payload=payload, label=words.say("answer"), strong=True),), ()
    menu = Menu(
        payload=PlainPayload(operation=Operation.PICK_GAP),
        placeholder=words.say("answer-one"),
        options=tuple(gap.question for gap in gaps),
        values=tuple(gap.ids[0] for gap in gaps),
    )
    return (), (menu,)


def _block(gap: Gap, words: Words) -> str:
    mark = "✅" if gap.answered_now else "❔"
    asked = words.say("gap-asked", times=gap.times)
    ways = f" {words.say('gap-wordings', wordings=gap.wordings)}" if gap.wordings > 1 else ""
    last = words.say("gap-last", when=f"<t:{int(gap.last.timestamp())}:R>")
    note = f" · **{words.say('gap-answered-now')}**" if gap.answered_now else ""
    return f"{mark} {inline(gap.question, limit=200)}\n-# {asked}{ways}, {last}{note}"
