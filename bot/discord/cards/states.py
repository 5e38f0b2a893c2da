"""The cards of /docs history and /docs rollback: pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.app.restoring import Restoration
from bot.app.states import PastState, Switch
from bot.discord.cards.card import Button, Card, Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.info import names_line
from bot.discord.cards.pages import paged
from bot.discord.components.custom_id import Operation, PagePayload, StatePayload
from retrieval.domain import IndexInfo
from retrieval.store.states import Difference

__all__ = ["confirm_card", "history_cards", "restoration_card", "switched_card"]

_STAYS = "-# It stays until a document changes; the documents themselves stay as they are."


def history_cards(
    states: Sequence[PastState], people: Mapping[str, Sequence[int]]
) -> tuple[Card, ...]:
    """List the states of the index on pages, with what each changed and who brought it about.

    Args:
        states: the newest first.
        people: who is remembered for a state, by its id.
    """
    blocks = [_block(state, people.get(state.info.build_id, ())) for state in states]
    return paged(
        blocks,
        tone=Tone.NOTE,
        turn=lambda page: PagePayload(operation=Operation.HISTORY, page=page),
        head="**States of the index**, the newest first",
    )


def confirm_card(switch: Switch) -> Card:
    """Say what going to a state would change, and offer to go."""
    if switch.before is not None and switch.before.build_id == switch.after.build_id:
        return Card(tone=Tone.NOTE, blocks=(f"{_named(switch.after)} answers already.",))
    go = Button(
        payload=StatePayload(operation=Operation.ROLL_BACK, state=switch.after.build_id),
        label="Go back",
        strong=True,
    )
    asked = f"**Answer from this state?**\n{_named(switch.after)}\n{_compared(switch)}"
    return Card(tone=Tone.FAIR, blocks=(asked, _STAYS), rows=((go,),))


def restoration_card(restoration: Restoration, collections: Sequence[str]) -> Card:
    """Say what bringing a server's own documents back to a state would change, and offer it.

    Args:
        restoration: what would be done.
        collections: the names of what is for that server alone.
    """
    state, difference = restoration.state, restoration.difference
    lost = names_line("!", "can’t be brought back, only their text was kept", restoration.lost)
    if not difference:
        told = f"{_named(state)}\nYour documents are as they were then already."
        return Card(tone=Tone.NOTE, blocks=tuple(filter(None, (told, lost))))
    asked = f"**Bring your documents back to this state?**\n{_named(state)}\n{_changes(difference)}"
    names = ", ".join(inline(name, limit=60) for name in collections)
    only = (
        f"-# Only what is for this server alone ({names}); all else stays as it is. What is"
        " replaced or taken out is kept aside on my machine."
    )
    payload = StatePayload(operation=Operation.RESTORE, state=state.build_id)
    go = Button(payload=payload, label="Bring back", strong=True)
    return Card(tone=Tone.FAIR, blocks=tuple(filter(None, (asked, lost, only))), rows=((go,),))


def switched_card(switch: Switch, *, latest: bool) -> Card:
    """Say which state answers now."""
    told = f"**This state answers now**\n{_named(switch.after)}\n{_compared(switch)}"
    return Card(tone=Tone.GOOD, blocks=(told,) if latest else (told, _STAYS))


def _block(state: PastState, people: Sequence[int]) -> str:
    mark = "▶️ " if state.current else ""
    origin = f" · {inline(state.origin, limit=60)}" if state.origin else ""
    # A mention in a component pings nobody: the bot allows none.
    by = f" · by {' '.join(f'<@{one}>' for one in dict.fromkeys(people))}" if people else ""
    lines = [f"{mark}{_named(state.info)}{origin}{by}"]
    if state.rollback is not None:
        origin = f" ({inline(state.rollback.origin, limit=60)})" if state.rollback.origin else ""
        lines.append(f"gone back to {_when(state.rollback.at)}{origin}, until a document changes")
    if state.difference is not None:
        lines.append(_changes(state.difference))
    return "\n".join(lines)


def _compared(switch: Switch) -> str:
    lines = [f"`{inline(one, limit=60)}` can't be read" for one in switch.damaged]
    if switch.before is not None:
        lines.append(_changes(switch.difference))
    return "\n".join(lines)


def _changes(difference: Difference) -> str:
    told = (
        names_line("+", "added", difference.added),
        names_line("~", "changed", difference.changed),
        names_line("−", "removed", difference.removed),
    )
    return "\n".join(filter(None, told)) or "-# the same documents, read anew"


def _named(info: IndexInfo) -> str:
    documents = "1 document" if info.documents == 1 else f"{info.documents:,} documents"
    return f"`{inline(info.build_id, limit=60)}` · {_when(info.built_at)} · {documents}"


def _when(at: datetime) -> str:
    return f"<t:{int(at.timestamp())}:R>"
