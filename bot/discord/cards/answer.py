"""The answer card, the heart of the bot: pure."""

from bot.discord.cards.card import Card, Tone
from bot.discord.cards.escape import inline, length
from bot.discord.cards.fit import Fitted, fit
from bot.discord.cards.source_line import source_line
from bot.discord.components.under_answer import buttons_under, menus_under
from bot.localisation.words import ENGLISH, Words
from bot.rendering.confidence import confidence_text
from bot.rendering.links import Link
from bot.rendering.marks import marks_on
from bot.rendering.notes import notes_on
from bot.rendering.small_talk import reply_to
from bot.rendering.understood import understood_text
from retrieval.domain import Answer, Level, Passage, State

__all__ = ["FULL", "PLAIN", "answer_card", "quotation", "unshown"]

FULL = (1500, 750, 750)
"""Characters for the first, second and third passage of a card: about one screen in all."""
PLAIN = (900, 250, 0)
"""The same where only 2000 characters of plain text are permitted."""

RESERVE = 150
"""Characters for the lines under the passages, beyond which the passages give way."""
LEAST = 60
"""Characters of a passage below which it is left to More."""
MOST = 3600
"""Characters for passages and notes, below Discord's 4000 by more than the other lines take."""
NEAREST_ROOM = 450
_TONES = {Level.HIGH: Tone.GOOD, Level.MEDIUM: Tone.FAIR, Level.LOW: Tone.FAINT}
_DOTS = {Level.HIGH: "🟢", Level.MEDIUM: "🟡", Level.LOW: "⚪"}
_LISTED = 2
_SHORT = 200
_LONG = 1000


def answer_card(
    answer: Answer,
    answer_id: str,
    *,
    link: Link,
    private: bool = False,
    budgets: tuple[int, ...] = FULL,
    repeat: bool = False,
    words: Words = ENGLISH,
) -> Card:
    """Show an answer; ``answer_id`` is what its buttons find it again by.

    The question is repeated where readers can't see it, as with a slash command.
    """
    if answer.small_talk is not None:
        examples = [f"• {inline(question, limit=_SHORT)}" for question in answer.suggestions]
        return Card(
            tone=Tone.FAINT, blocks=(inline(reply_to(answer, words), limit=_LONG), *examples)
        )
    understood = _understood(answer, words, repeat=repeat)
    # Where none of several meanings is answered, there is nothing to read before choosing.
    undecided = bool(answer.choices) and not answer.answered
    notes = [inline(note, limit=_SHORT) for note in notes_on(answer, words)]
    room = MOST - sum(map(length, (*understood, *notes)))
    shown, quoted = ([], []) if undecided else _quoted(answer, budgets, link, words, room)
    blocks = [
        quotation(fitted, passage, link, number if len(shown) > 1 else None, words)
        for number, (passage, fitted) in enumerate(zip(shown, quoted, strict=True), 1)
    ]
    level = answer.confidence.level
    if answer.answered:
        perhaps = [f"**{words.say('perhaps')}**"] if answer.state is State.PERHAPS else []
        footer = f"-# {_DOTS[level]} {confidence_text(level, words)}"
        blocks = [*understood, *perhaps, *blocks, *notes, footer]
    elif undecided:
        blocks = [*understood, *notes, words.say("choose-below")]
    else:
        head = f"{words.say('not-answered')}\n-# {words.say('nearest')}"
        rephrase = f"-# {words.say('rephrase')} {words.say('sources-list-them')}"
        nearest = [head, *blocks] if blocks else [words.say("nothing-near")]
        blocks = [*understood, *nearest, *notes, rephrase]
    cut = len(shown) < len(answer.passages) or not all(fitted.complete for fitted in quoted)
    return Card(
        tone=_tone(answer),
        blocks=tuple(blocks),
        rows=(buttons_under(answer, answer_id, words, private=private, cut=cut and not undecided),),
        menus=menus_under(answer, answer_id, words),
    )


def _tone(answer: Answer) -> Tone:
    if answer.answered:
        return _TONES[answer.confidence.level]
    return Tone.NOTE if answer.choices else Tone.FAINT


def _quoted(
    answer: Answer, budgets: tuple[int, ...], link: Link, words: Words, room: int
) -> tuple[list[Passage], list[Fitted]]:
    """Return the passages that get room, and as much of each as its room holds."""
    shown = [passage for passage, budget in zip(answer.passages, budgets, strict=False) if budget]
    room = min(room, sum(budgets) + RESERVE)
    fitted: list[Fitted] = []
    for passage, budget in zip(shown, budgets, strict=False):
        under = length(quotation(Fitted(text="", complete=True), passage, link, 1, words))
        if fitted and room - under < LEAST:
            break
        most = budget if answer.answered else min(budget, NEAREST_ROOM)
        fitted.append(fit(passage, max(LEAST, min(most, room - under)), marked=answer.answered))
        room -= length(fitted[-1].text) + under
    return shown[: len(fitted)], fitted


def unshown(answer: Answer, link: Link, words: Words = ENGLISH) -> tuple[Passage, ...]:
    """Return the passages that a card may not have shown whole, then the further ones."""
    shown, quoted = _quoted(answer, PLAIN, link, words, MOST)
    cut = [passage for passage, fitted in zip(shown, quoted, strict=True) if not fitted.complete]
    return (*cut, *answer.passages[len(shown) :], *answer.more)


def quotation(
    fitted: Fitted,
    passage: Passage,
    link: Link,
    number: int | None,
    words: Words = ENGLISH,
) -> str:
    """Put a quotation over its source, with its number in the answer if it has one."""
    mark = f"{number} · " if number is not None else ""
    lines = [fitted.text, f"-# {mark}{source_line(passage.citation, link, words)}"]
    lines += [
        f"-# {mark.sign} {inline(mark.text, limit=_SHORT)}" for mark in marks_on(passage, words)
    ]
    if passage.also_in:
        names = [inline(other.title or other.path, limit=80) for other in passage.also_in[:_LISTED]]
        rest = len(passage.also_in) - len(names)
        named = "; ".join(names)
        also = words.say("also-in-more", names=named, count=rest)
        lines.append(f"-# {also if rest else words.say('also-in', names=named)}")
    return "\n".join(lines)


def _understood(answer: Answer, words: Words, *, repeat: bool) -> list[str]:
    lines = []
    if repeat:
        lines.append(f"**{inline(answer.question, limit=200)}**")
    understood = understood_text(answer, words)
    if understood is not None:
        question = inline(understood, limit=250)
        lines.append(f"-# {words.say('understood-as', question=question)}")
    return ["\n".join(lines)] if lines else []
