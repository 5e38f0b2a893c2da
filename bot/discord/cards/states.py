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
from bot.localisation.words import ENGLISH, Words
from retrieval.domain import IndexInfo
from retrieval.store.states import Difference

__all__ = ["confirm_card", "history_cards", "restoration_card", "switched_card"]


def history_cards(
    states: Sequence[PastState], people: Mapping[str, Sequence[int]], words: Words = ENGLISH
) -> tuple[Card, ...]:
    """List the states of the index on pages, with what each changed and who brought it about.

    Args:
        states: the newest first.
        people: who is remembered for a state, by its id.
        words: the reader's.
    """
    blocks = [_block(state, people.get(state.info.build_id, ()), words) for state in states]
    return paged(
        blocks,
        tone=Tone.NOTE,
        turn=lambda page: PagePayload(operation=Operation.HISTORY, page=page),
        head=words.say("states"),
        words=words,
    )


def confirm_card(switch: Switch, words: Words = ENGLISH) -> Card:
    """Say what going to a state would change, and offer to go."""
    if switch.before is not None and switch.before.build_id == switch.after.build_id:
        already = words.say("state-answers-already", state=_named(switch.after, words))
        return Card(tone=Tone.NOTE, blocks=(already,))
    go = Button(
        payload=StatePayload(operation=Operation.ROLL_BACK, state=switch.after.build_id),
        label=words.say("go-back"),
        strong=True,
    )
    head = f"**{words.say('state-ask')}**"
    asked = f"{head}\n{_named(switch.after, words)}\n{_compared(switch, words)}"
    return Card(tone=Tone.FAIR, blocks=(asked, _stays(words)), rows=((go,),))


def restoration_card(
    restoration: Restoration, collections: Sequence[str], words: Words = ENGLISH
) -> Card:
    """Say what bringing a server's own documents back to a state would change, and offer it.

    Args:
        restoration: what would be done.
        collections: the names of what is for that server alone.
        words: the reader's.
    """
    state, difference = restoration.state, restoration.difference
    what = words.say("restore-lost", count=len(restoration.lost))
    lost = names_line("!", what, restoration.lost, words)
    if not difference:
        told = f"{_named(state, words)}\n{words.say('restore-same')}"
        return Card(tone=Tone.NOTE, blocks=tuple(filter(None, (told, lost))))
    head = f"**{words.say('restore-ask')}**"
    asked = f"{head}\n{_named(state, words)}\n{_changes(difference, words)}"
    names = ", ".join(inline(name, limit=60) for name in collections)
    only = f"-# {words.say('restore-only', names=names)}"
    payload = StatePayload(operation=Operation.RESTORE, state=state.build_id)
    go = Button(payload=payload, label=words.say("bring-back"), strong=True)
    return Card(tone=Tone.FAIR, blocks=tuple(filter(None, (asked, lost, only))), rows=((go,),))


def switched_card(switch: Switch, words: Words = ENGLISH, *, latest: bool) -> Card:
    """Say which state answers now."""
    head = f"**{words.say('state-answers-now')}**"
    told = f"{head}\n{_named(switch.after, words)}\n{_compared(switch, words)}"
    return Card(tone=Tone.GOOD, blocks=(told,) if latest else (told, _stays(words)))


def _stays(words: Words) -> str:
    return f"-# {words.say('state-stays')}"


def _block(state: PastState, people: Sequence[int], words: Words) -> str:
    mark = "▶️ " if state.current else ""
    origin = f" · {inline(state.origin, limit=60)}" if state.origin else ""
    # A mention in a component pings nobody: the bot allows none.
    named = " ".join(f"<@{one}>" for one in dict.fromkeys(people))
    by = f" · {words.say('state-by', people=named)}" if people else ""
    lines = [f"{mark}{_named(state.info, words)}{origin}{by}"]
    if state.rollback is not None:
        when, origin = _when(state.rollback.at), inline(state.rollback.origin, limit=60)
        lines.append(
            words.say("state-back-by", when=when, origin=origin)
            if origin
            else words.say("state-back", when=when)
        )
    if state.difference is not None:
        lines.append(_changes(state.difference, words))
    return "\n".join(lines)


def _compared(switch: Switch, words: Words) -> str:
    lines = [
        words.say("state-unreadable", state=f"`{inline(one, limit=60)}`") for one in switch.damaged
    ]
    if switch.before is not None:
        lines.append(_changes(switch.difference, words))
    return "\n".join(lines)


def _changes(difference: Difference, words: Words) -> str:
    added, changed, removed = difference.added, difference.changed, difference.removed
    told = (
        names_line("+", words.say("added", count=len(added)), added, words),
        names_line("~", words.say("changed", count=len(changed)), changed, words),
        names_line("−", words.say("removed", count=len(removed)), removed, words),
    )
    return "\n".join(filter(None, told)) or f"-# {words.say('state-same')}"


def _named(info: IndexInfo, words: Words) -> str:
    documents = words.say("documents", count=info.documents)
    return f"`{inline(info.build_id, limit=60)}` · {_when(info.built_at)} · {documents}"


def _when(at: datetime) -> str:
    return f"<t:{int(at.timestamp())}:R>"
