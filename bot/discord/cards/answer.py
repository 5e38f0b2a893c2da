"""The answer card, the heart of the bot: pure."""

from bot.discord.cards.card import Card, Tone
from bot.discord.cards.escape import inline, length
from bot.discord.cards.fit import Fitted, fit
from bot.discord.cards.source_line import source_line
from bot.discord.components.under_answer import buttons_under, menus_under
from bot.rendering.links import Link
from bot.rendering.marks import marks_on
from bot.rendering.notes import notes_on
from bot.rendering.small_talk import reply_to
from bot.rendering.words import NEAREST, NOT_ANSWERED, PERHAPS, REPHRASE
from retrieval.domain import Answer, Level, Passage, State

__all__ = ["FULL", "PLAIN", "answer_card", "quotation", "unshown"]

FULL = (1500, 750, 750)
"""Characters for the first, second and third passage of a card: about one screen in all."""
PLAIN = (900, 250, 0)
"""The same where only 2000 characters of plain text are permitted."""

RESERVE = 150
"""Characters for the lines under the passages, beyond which the passages give way."""
LEAST = 60
NEAREST_ROOM = 450
_TONES = {Level.HIGH: Tone.GOOD, Level.MEDIUM: Tone.FAIR, Level.LOW: Tone.FAINT}
_DOTS = {Level.HIGH: "🟢", Level.MEDIUM: "🟡", Level.LOW: "⚪"}
_LISTED = 2
_SHORT = 200
_LONG = 1000

NO_ANSWER = f"{NOT_ANSWERED}\n-# {NEAREST}"
NOTHING = "The documents say nothing that is near to this."
CHOOSE = "The documents know several; choose one below."
REPHRASE_HERE = f"-# {REPHRASE} `/sources` lists what can be asked about."


def answer_card(
    answer: Answer,
    answer_id: str,
    *,
    link: Link,
    private: bool = False,
    budgets: tuple[int, ...] = FULL,
    repeat: bool = False,
) -> Card:
    """Show an answer; ``answer_id`` is what its buttons find it again by.

    The question is repeated where readers can't see it, as with a slash command.
    """
    if answer.small_talk is not None:
        examples = [f"• {inline(question, limit=_SHORT)}" for question in answer.suggestions]
        return Card(tone=Tone.FAINT, blocks=(inline(reply_to(answer), limit=_LONG), *examples))
    understood = _understood(answer, repeat=repeat)
    # Where none of several meanings is answered, there is nothing to read before choosing.
    undecided = bool(answer.choices) and not answer.answered
    shown, quoted = ([], []) if undecided else _quoted(answer, budgets, link)
    blocks = [
        quotation(fitted, passage, link, number if len(shown) > 1 else None)
        for number, (passage, fitted) in enumerate(zip(shown, quoted, strict=True), 1)
    ]
    notes = [inline(note, limit=_SHORT) for note in notes_on(answer)]
    level = answer.confidence.level
    if answer.answered:
        perhaps = [f"**{PERHAPS}**"] if answer.state is State.PERHAPS else []
        footer = f"-# {_DOTS[level]} {level.value} confidence"
        blocks = [*understood, *perhaps, *blocks, *notes, footer]
    elif undecided:
        blocks = [*understood, *notes, CHOOSE]
    else:
        blocks = [*understood, NO_ANSWER if blocks else NOTHING, *blocks, *notes, REPHRASE_HERE]
    cut = len(shown) < len(answer.passages) or not all(fitted.complete for fitted in quoted)
    return Card(
        tone=_tone(answer),
        blocks=tuple(blocks),
        rows=(buttons_under(answer, answer_id, private=private, cut=cut and not undecided),),
        menus=menus_under(answer, answer_id),
    )


def _tone(answer: Answer) -> Tone:
    if answer.answered:
        return _TONES[answer.confidence.level]
    return Tone.NOTE if answer.choices else Tone.FAINT


def _quoted(
    answer: Answer, budgets: tuple[int, ...], link: Link
) -> tuple[list[Passage], list[Fitted]]:
    """Return the passages that get room, and as much of each as its room holds."""
    shown = [passage for passage, budget in zip(answer.passages, budgets, strict=False) if budget]
    room = sum(budgets) + RESERVE
    fitted = []
    for passage, budget in zip(shown, budgets, strict=False):
        under = length(quotation(Fitted(text="", complete=True), passage, link, 1))
        most = budget if answer.answered else min(budget, NEAREST_ROOM)
        fitted.append(fit(passage, max(LEAST, min(most, room - under)), marked=answer.answered))
        room -= length(fitted[-1].text) + under
    return shown, fitted


def unshown(answer: Answer, link: Link) -> tuple[Passage, ...]:
    """Return the passages that a card may not have shown whole, then the further ones."""
    shown, quoted = _quoted(answer, PLAIN, link)
    cut = [passage for passage, fitted in zip(shown, quoted, strict=True) if not fitted.complete]
    return (*cut, *answer.passages[len(shown) :], *answer.more)


def quotation(fitted: Fitted, passage: Passage, link: Link, number: int | None) -> str:
    """Put a quotation over its source, with its number in the answer if it has one."""
    mark = f"{number} · " if number is not None else ""
    lines = [fitted.text, f"-# {mark}{source_line(passage.citation, link)}"]
    lines += [f"-# {mark.sign} {inline(mark.text, limit=_SHORT)}" for mark in marks_on(passage)]
    if passage.also_in:
        names = [inline(other.title or other.path, limit=80) for other in passage.also_in[:_LISTED]]
        rest = len(passage.also_in) - len(names)
        lines.append(f"-# also in {'; '.join(names)}" + (f" and {rest} more" if rest else ""))
    return "\n".join(lines)


def _understood(answer: Answer, *, repeat: bool) -> list[str]:
    lines = []
    if repeat:
        lines.append(f"**{inline(answer.question, limit=200)}**")
    if answer.understood_as is not None:
        lines.append(f"-# understood as: {inline(answer.understood_as, limit=250)}")
    return ["\n".join(lines)] if lines else []
