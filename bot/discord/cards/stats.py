"""The cards of /stats and of the weekly digest: pure."""

from collections.abc import Sequence

from bot.app.stats import Week
from bot.discord.cards.card import Card, Tone
from bot.rendering.stats import latency_text, share_text, totals, week_lines

__all__ = ["digest_card", "stats_card"]

SHOWN = 8
_COLUMNS = ("week of", "asked", "answered", "perhaps", "closed", "+", "-", "half / 95 %")


def stats_card(weeks: tuple[Week, ...], *, everywhere: bool, note: str | None = None) -> Card:
    """Show the figures of some weeks.

    Args:
        weeks: the oldest first.
        everywhere: whether they are of all servers and direct messages.
        note: what else is to be said of them.
    """
    all_of_it = totals(weeks)
    where = "everywhere" if everywhere else "in this server"
    if not all_of_it.questions:
        return Card(tone=Tone.NOTE, blocks=(f"Nothing was asked {where} in {len(weeks)} weeks.",))
    head = (
        f"**{all_of_it.questions:,} questions {where} in {len(weeks)} weeks**\n"
        f"{share_text(all_of_it, all_of_it.answered)} answered,"
        f" {share_text(all_of_it, all_of_it.perhaps)} perhaps ·"
        f" {all_of_it.closed:,} gaps closed · 👍 {all_of_it.up:,} · 👎 {all_of_it.down:,}"
    )
    blocks = [head, _table(weeks[-SHOWN:])]
    if note is not None:
        blocks.append(f"-# {note}")
    return Card(tone=Tone.NOTE, blocks=tuple(blocks))


def digest_card(last: Week, before: Week) -> Card:
    """Tell a channel how the last week went, beside the one before."""
    if not last.questions:
        return Card(tone=Tone.NOTE, blocks=(f"**The week of {last.monday}**\nNobody asked.",))
    more = last.questions - before.questions
    change = f" ({more:+,} against the week before)" if before.questions else ""
    lines = [
        f"**The week of {last.monday}**",
        f"{_counted(last.questions, 'question')}{change}:"
        f" {share_text(last, last.answered)} answered, {share_text(last, last.perhaps)} perhaps",
        f"{_counted(last.closed, 'gap')} closed · 👍 {last.up:,} · 👎 {last.down:,}"
        f" · half of the answers / 95 % within {latency_text(last)}",
    ]
    if last.unanswered:
        lines.append(f"-# {last.unanswered:,} went unanswered; moderators see them with `/gaps`.")
    return Card(tone=Tone.NOTE, blocks=("\n".join(lines),))


def _table(weeks: Sequence[Week]) -> str:
    lines = week_lines(weeks, _COLUMNS)
    return "\n".join(["```", *lines, "```"])


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
