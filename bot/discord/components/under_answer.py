"""What can be pressed and chosen under an answer, and when: pure."""

from bot.discord.cards.card import Button, Menu
from bot.discord.components.custom_id import AnswerPayload, Operation
from bot.localisation.words import ENGLISH, Words
from retrieval.domain import Answer

__all__ = ["buttons_under", "menus_under"]


def buttons_under(
    answer: Answer, answer_id: str, words: Words = ENGLISH, *, private: bool, cut: bool
) -> tuple[Button, ...]:
    """Make the one row: what the first button shows has buttons for the rest."""
    row = []
    if answer.passages:
        row.append(
            _button(Operation.MORE, answer_id, label=words.say("more"))
            if cut
            else _button(Operation.CONTEXT, answer_id, label=words.say("context"))
        )
    row.append(_button(Operation.FOLLOW_UP, answer_id, label=words.say("follow-up")))
    if answer.understood_as is not None:
        row.append(_button(Operation.FRESH, answer_id, label=words.say("ask-fresh")))
    elif answer.passages:
        row.append(_button(Operation.UP, answer_id, emoji="👍"))
    if answer.passages:
        row.append(_button(Operation.DOWN, answer_id, emoji="👎"))
    # Whoever alone can see an answer can close it without a button.
    if private and answer.answered:
        row.append(_button(Operation.SHARE, answer_id, label=words.say("share")))
    else:
        row.append(_button(Operation.DISMISS, answer_id, label=words.say("dismiss")))
    return tuple(row)


def menus_under(answer: Answer, answer_id: str, words: Words = ENGLISH) -> tuple[Menu, ...]:
    """Make the menus: what the question may have meant, and what to ask next."""
    menus = (
        (Operation.PICK, words.say("which-one"), tuple(choice.label for choice in answer.choices)),
        (Operation.ASK_NEXT, words.say("ask-next"), answer.suggestions),
    )
    return tuple(
        Menu(
            payload=AnswerPayload(operation=operation, answer_id=answer_id),
            placeholder=placeholder,
            options=options,
        )
        for operation, placeholder, options in menus
        if options
    )


def _button(
    operation: Operation, answer_id: str, *, label: str | None = None, emoji: str | None = None
) -> Button:
    payload = AnswerPayload(operation=operation, answer_id=answer_id)
    return Button(payload=payload, label=label, emoji=emoji)
