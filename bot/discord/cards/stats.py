"""The cards of /stats and of the weekly digest: pure."""

from collections.abc import Sequence

from bot.app.stats import Week
from bot.discord.cards.card import Card, Tone
from bot.localisation.words import ENGLISH, Words
from bot.rendering.stats import latency_text, share_text, totals, week_lines

__all__ = ["digest_card", "stats_card"]

SHOWN = 8


def stats_card(
    weeks: tuple[Week, ...],
    words: Words = ENGLISH,
    *,
    everywhere: bool,
    note: str | None = None,
) -> Card:
    """Show the figures of some weeks.

    Args:
        weeks: the oldest first.
        words: the reader's.
        everywhere: whether they are of all servers and direct messages.
        note: what else is to be said of them.
    """
    total = totals(weeks)
    within = words.say("in-weeks", count=len(weeks))
    if not total.questions:
        nothing = (
            words.say("nothing-asked-anywhere", weeks=within)
            if everywhere
            else words.say("nothing-asked-here", weeks=within)
        )
        return Card(tone=Tone.NOTE, blocks=(nothing,))
    count = words.say("questions", count=total.questions)
    head = (
        words.say("questions-everywhere", questions=count, weeks=within)
        if everywhere
        else words.say("questions-here", questions=count, weeks=within)
    )
    blocks = [f"{head}\n{_shares(total, words)} · {_closed(total, words)}"]
    blocks.append(_table(weeks[-SHOWN:], words))
    if note is not None:
        blocks.append(f"-# {note}")
    return Card(tone=Tone.NOTE, blocks=tuple(blocks))


def digest_card(last: Week, before: Week, words: Words = ENGLISH) -> Card:
    """Tell a channel how the last week went, beside the one before."""
    head = f"**{words.say('digest-week', monday=f'{last.monday}')}**"
    if not last.questions:
        return Card(tone=Tone.NOTE, blocks=(f"{head}\n{words.say('digest-nobody')}",))
    change = ""
    if before.questions:
        more = last.questions - before.questions
        signed = f"{'-' if more < 0 else '+'}{words.decimal(abs(more), 0)}"
        change = f" ({words.say('digest-change', change=signed)})"
    speed = words.say("digest-speed", speed=latency_text(last, words))
    lines = [
        head,
        f"{words.say('questions', count=last.questions)}{change}: {_shares(last, words)}",
        f"{_closed(last, words)} · {speed}",
    ]
    if last.unanswered:
        lines.append(f"-# {words.say('digest-unanswered', count=last.unanswered)}")
    return Card(tone=Tone.NOTE, blocks=("\n".join(lines),))


def _shares(week: Week, words: Words) -> str:
    answered = share_text(week, week.answered, words)
    return words.say("shares", answered=answered, perhaps=share_text(week, week.perhaps, words))


def _closed(week: Week, words: Words) -> str:
    up, down = words.decimal(week.up, 0), words.decimal(week.down, 0)
    return f"{words.say('gaps-closed', count=week.closed)} · 👍 {up} · 👎 {down}"


def _table(weeks: Sequence[Week], words: Words) -> str:
    columns = (
        words.say("week-of"),
        words.say("week-asked"),
        words.say("week-answered"),
        words.say("week-perhaps"),
        words.say("week-closed"),
        "+",
        "-",
        words.say("week-speed"),
    )
    return "\n".join(["```", *week_lines(weeks, columns, words), "```"])
