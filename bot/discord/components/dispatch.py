"""What buttons, menus and modals do: one table, an operation to its handler.

They are recognised by their ids alone. discord.py would keep every view and every opened modal in
memory, though messages outlive the process and most modals are closed unsent.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

import structlog

from bot.discord.components import (
    adding,
    answering_gaps,
    asking,
    lists,
    privacy,
    reading,
    saving,
    setting_up,
    sharing,
    showing,
    states,
    unhelpful,
    voting,
)
from bot.discord.components.click import Click
from bot.discord.components.custom_id import (
    AnswerPagePayload,
    AnswerPayload,
    ContextPayload,
    DocumentPagePayload,
    MessagePayload,
    OnAnswer,
    Operation,
    OptionPayload,
    PagePayload,
    Payload,
    PlainPayload,
    StatePayload,
    decode,
)
from bot.discord.interaction import Interaction, custom_id_of
from bot.discord.permissions import administers
from bot.discord.respond import UNKNOWN, refuse, show_fault, tell
from bot.discord.shutdown import RESTARTING
from bot.discord.sight import sight_of
from bot.localisation.words import Phrase

__all__ = ["HANDLERS", "dispatch"]

GONE = Phrase("answer-gone")

Handler = Callable[[Interaction, Payload], Awaitable[None]]
PayloadT = TypeVar("PayloadT", bound=Payload)
OnAnswerT = TypeVar("OnAnswerT", bound=OnAnswer)

log = structlog.get_logger(__name__)


async def dispatch(interaction: Interaction) -> None:
    """Do what a button, menu or modal stands for; a failure is told to whoever acted."""
    try:
        if interaction.client.leaving:
            await tell(interaction, RESTARTING)
            return
        payload = decode(custom_id_of(interaction))
        if payload is None:
            log.info("unknown component", custom_id=custom_id_of(interaction)[:100])
            await tell(interaction, UNKNOWN)
            return
        if payload.operation is not Operation.FORGET_ME and (
            await interaction.client.entrance.turns_away(interaction)
        ):
            return
        await HANDLERS[payload.operation](interaction, payload)
    except Exception as error:
        await show_fault(interaction, error)


async def _say_gone(interaction: Interaction) -> None:
    await tell(interaction, GONE)


async def _held_back(interaction: Interaction) -> bool:
    """Count what somebody does like a question of theirs; whether it was one too many."""
    if administers(interaction):
        return False
    refused = await interaction.client.services.ask.charge(interaction.user.id)
    if refused is not None:
        await refuse(interaction, refused)
    return refused is not None


def _of(
    kind: type[PayloadT],
    act: Callable[[Interaction, PayloadT], Awaitable[None]],
    *,
    charged: bool = True,
) -> Handler:
    """Make a handler of a function that takes one kind of payload.

    Args:
        kind: the kind.
        act: the function.
        charged: whether it counts like a question. What asks one is counted where questions are
            taken, a modal when it is sent, and nobody has to wait for what takes something away.
    """

    async def handle(interaction: Interaction, payload: Payload) -> None:
        if not isinstance(payload, kind):
            raise TypeError(f"{payload.operation} came with {payload}")
        if not (charged and await _held_back(interaction)):
            await act(interaction, payload)

    return handle


def _on(
    kind: type[OnAnswerT],
    act: Callable[[Click[OnAnswerT]], Awaitable[None]],
    *,
    gone: Callable[[Interaction], Awaitable[None]] = _say_gone,
    charged: bool = True,
    open_to_all: bool = False,
) -> Handler:
    """Make a handler of a function that takes a click on an answer that is still stored.

    Args:
        kind: the kind of payload.
        act: the function.
        gone: says that there is no such answer for whoever clicks.
        charged: as for `_of`.
        open_to_all: whether it shows nothing of the answer, and so is for those too who may not see
            its documents any more.
    """

    async def handle(interaction: Interaction, payload: OnAnswerT) -> None:
        record = await interaction.client.services.store.get(payload.answer_id)
        if record is None or not (open_to_all or sight_of(interaction).sees_answer(record.answer)):
            await gone(interaction)
        else:
            await act(Click(interaction=interaction, record=record, payload=payload))

    return _of(kind, handle, charged=charged)


HANDLERS: Mapping[Operation, Handler] = {
    Operation.MORE: _on(AnswerPayload, reading.more),
    Operation.MORE_PAGE: _on(AnswerPagePayload, reading.turn),
    Operation.CONTEXT: _on(AnswerPayload, reading.context),
    Operation.WIDER: _on(ContextPayload, reading.wider),
    Operation.SOURCES: _on(AnswerPayload, reading.sources),
    Operation.UP: _on(AnswerPayload, voting.up),
    Operation.DOWN: _on(AnswerPayload, voting.down),
    Operation.WHY: _on(AnswerPayload, voting.why, charged=False),
    Operation.FOLLOW_UP: _on(AnswerPayload, asking.follow_up, charged=False),
    Operation.FOLLOWED_UP: _on(AnswerPayload, asking.followed_up, charged=False),
    Operation.CHOOSE: _on(OptionPayload, asking.choose, charged=False),
    Operation.PICK: _on(AnswerPayload, asking.pick, charged=False),
    Operation.SUGGESTION: _on(OptionPayload, asking.suggestion, charged=False),
    Operation.ASK_NEXT: _on(AnswerPayload, asking.ask_next, charged=False),
    Operation.FRESH: _on(AnswerPayload, asking.fresh, charged=False),
    Operation.SHARE: _on(AnswerPayload, sharing.share),
    Operation.DISMISS: _on(
        AnswerPayload,
        sharing.dismiss,
        gone=sharing.dismiss_unknown,
        charged=False,
        open_to_all=True,
    ),
    Operation.DOCUMENTS: _of(PagePayload, lists.documents),
    Operation.CHARGE: _of(PagePayload, lists.charge),
    Operation.GAPS: _of(PagePayload, lists.gaps),
    Operation.GAPS_CSV: _of(PlainPayload, lists.gaps_table),
    Operation.ANSWER_GAP: _of(AnswerPayload, answering_gaps.open_chosen),
    Operation.PICK_GAP: _of(PlainPayload, answering_gaps.pick),
    Operation.GAP_ANSWER: _of(AnswerPayload, answering_gaps.answer, charged=False),
    Operation.UNHELPFUL: _of(PagePayload, unhelpful.turn),
    Operation.GIVE_BACK: _of(PlainPayload, unhelpful.give_back),
    Operation.SETUP: _of(PagePayload, setting_up.step),
    Operation.WRITE_DOCUMENT: _of(PlainPayload, adding.write_document, charged=False),
    Operation.SAVE_ANSWER: _of(MessagePayload, saving.save_answer, charged=False),
    Operation.FORGET_ME: _of(PlainPayload, privacy.forget_me, charged=False),
    Operation.HISTORY: _of(PagePayload, states.history),
    Operation.ROLL_BACK: _of(StatePayload, states.go_back),
    Operation.RESTORE: _of(StatePayload, states.bring_back),
    Operation.SHOW_PAGE: _of(DocumentPagePayload, showing.show_page),
    Operation.SHOW_END: _of(DocumentPagePayload, showing.show_page),
}
