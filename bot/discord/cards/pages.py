"""What the More, Context and Sources buttons show: pure."""

from collections.abc import Callable
from itertools import islice

from bot.discord.cards.answer import quotation, unshown
from bot.discord.cards.card import Button, Card, Menu, Tone
from bot.discord.cards.escape import inline, length
from bot.discord.cards.fit import Fitted, fit, parts
from bot.discord.cards.source_line import source_line
from bot.discord.components.custom_id import (
    AnswerPagePayload,
    AnswerPayload,
    ContextPayload,
    Operation,
    Payload,
)
from bot.localisation.words import ENGLISH, Words
from bot.rendering.confidence import verdict_text
from bot.rendering.links import Link
from retrieval.domain import Answer, Citation, Passage

__all__ = ["WIDEST", "context_card", "more_cards", "paged", "sources_card"]

PAGE = 3200
"""Characters on a page: below Discord's 4000 by more than a page's own words take."""
WIDEST = 5
"""Steps of context after which nothing wider is offered."""
PART = 2000
PARTS = 6
"""Parts of one passage that are shown: no passage is longer unless its document is absurd."""
SOURCES = 12
LISTED = 5


def paged(
    blocks: list[str],
    *,
    tone: Tone,
    turn: Callable[[int], Payload],
    head: str | None = None,
    beside: tuple[Button, ...] = (),
    words: Words = ENGLISH,
    acting: Callable[[range], tuple[tuple[Button, ...], tuple[Menu, ...]]] = lambda _page: ((), ()),
) -> tuple[Card, ...]:
    """Lay blocks out on as many pages as they need, with buttons to turn them.

    ``turn`` says what a button for a page carries; pages count from 0. The buttons ``beside`` those
    are the same on every page; ``acting`` gives those, and the menus, that do something with the
    blocks of a page, by their positions.
    """
    pages: list[list[str]] = []
    room = 0
    for block in blocks:
        if not pages or length(block) + 2 > room or len(pages[-1]) >= SOURCES:
            pages.append([])
            room = PAGE
        pages[-1].append(block)
        room -= length(block) + 2
    cards = []
    first = 0
    for number, page in enumerate(pages):
        told = words.say("page-of", page=str(number + 1), pages=str(len(pages)))
        foot = [f"-# {told}"] if len(pages) > 1 else []
        turning = (
            Button(payload=turn(max(number - 1, 0)), emoji="◀️", disabled=number == 0),
            Button(payload=turn(number + 1), emoji="▶️", disabled=number + 1 == len(pages)),
        )
        buttons, menus = acting(range(first, first + len(page)))
        first += len(page)
        row = (*(turning if len(pages) > 1 else ()), *buttons, *beside)
        cards.append(
            Card(
                tone=tone,
                blocks=tuple(([head] if head else []) + page + foot),
                rows=(row,) if row else (),
                menus=menus,
            )
        )
    return tuple(cards)


def more_cards(
    answer: Answer, answer_id: str, *, link: Link, words: Words = ENGLISH
) -> tuple[Card, ...]:
    """Show in full what the card had to cut, then the further passages, on pages."""
    blocks = []
    for passage in unshown(answer, link, words):
        texts = list(islice(parts(passage, PART, marked=answer.answered), PARTS + 1))
        if len(texts) > PARTS:
            texts[PARTS:] = [f"-# {words.say('passage-goes-on')}"]
        blocks += [
            quotation(Fitted(text=text, complete=True), passage, link, None, words)
            for text in texts
        ]
    blocks = blocks or [words.say("nothing-more")]
    return paged(
        blocks,
        tone=Tone.NOTE,
        turn=lambda page: AnswerPagePayload(
            operation=Operation.MORE_PAGE, answer_id=answer_id, page=page
        ),
        beside=(_context(answer_id, words), _sources(answer_id, words)),
        words=words,
    )


def context_card(
    passage: Passage,
    answer_id: str,
    *,
    link: Link,
    number: int,
    count: int,
    width: int,
    answers: bool = True,
    words: Words = ENGLISH,
) -> Card:
    """Show a passage ``width`` steps wider than the answer did; bold only where it answers."""
    fitted = fit(passage, PAGE - 200, marked=answers)
    wider = ContextPayload(
        operation=Operation.WIDER, answer_id=answer_id, passage=number, width=width + 1
    )
    row = [
        Button(
            payload=wider,
            label=words.say("wider"),
            disabled=width >= WIDEST or not fitted.complete,
        )
    ]
    if count > 1:
        following = ContextPayload(
            operation=Operation.WIDER, answer_id=answer_id, passage=(number + 1) % count, width=1
        )
        row.append(Button(payload=following, label=words.say("next-passage")))
    row += (_more(answer_id, words), _sources(answer_id, words))
    return Card(
        tone=Tone.NOTE, blocks=(quotation(fitted, passage, link, None, words),), rows=(tuple(row),)
    )


def sources_card(answer: Answer, *, link: Link, words: Words = ENGLISH) -> Card:
    """List every place that an answer quotes, with its file."""
    cited: list[Citation] = []
    for passage in answer.passages:
        cited += [passage.citation, *passage.also_in]
    lines = [
        f"**{number}** · {source_line(citation, link, words)}\n"
        f"-# {inline(citation.path, limit=120)}"
        for number, citation in enumerate(cited[:LISTED], 1)
    ]
    rest = len(cited) - len(lines)
    if rest or not lines:
        more = f"-# {words.say('and-more', count=rest)}"
        lines.append(more if rest else words.say("nothing-quoted"))
    return Card(
        tone=Tone.NOTE,
        blocks=(f"**{words.say('sources')}**", "\n".join(lines), _why(answer, words)),
    )


def _more(answer_id: str, words: Words) -> Button:
    """Offer what the card left out, in a message of its own, as each of these is."""
    return _button(Operation.MORE, answer_id, words.say("more"))


def _context(answer_id: str, words: Words) -> Button:
    return _button(Operation.CONTEXT, answer_id, words.say("context"))


def _sources(answer_id: str, words: Words) -> Button:
    return _button(Operation.SOURCES, answer_id, words.say("sources"))


def _button(operation: Operation, answer_id: str, label: str) -> Button:
    return Button(payload=AnswerPayload(operation=operation, answer_id=answer_id), label=label)


def _why(answer: Answer, words: Words) -> str:
    """Say how sure the answer is, and which index it is from."""
    verdict = verdict_text(answer.confidence.level, words, answered=answer.answered)
    index = words.say("index-named", build=inline(answer.build_id, limit=60))
    return f"-# {verdict} · {index}"
