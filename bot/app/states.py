"""The states of the index that are kept: listing them, and going back to one.

Knows nothing of Discord.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.app.collections.sight import ALL, Sight
from bot.app.counting import counted
from retrieval.domain import IndexInfo
from retrieval.errors import (
    IndexDamagedError,
    IndexNotFoundError,
    IndexOutdatedError,
    IndexWriteError,
)
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store.interface import IndexStore
from retrieval.store.states import Difference, IndexState, Rollback, difference

__all__ = [
    "TOGETHER",
    "Origin",
    "PastState",
    "Switch",
    "find_state",
    "go_back",
    "history",
    "preview",
]


class Origin(StrEnum):
    """What publishes a state, or goes back to one; the values are kept with the index."""

    INDEX = "verbatim index"
    WATCH = "verbatim index --watch"
    REPL = "/rebuild"
    COPY = "verbatim copy-index"
    ROLLBACK = "verbatim rollback"
    BOT = "a change in the folder"
    """Taken up by the running bot by itself."""
    DOCS_REBUILD = "/docs rebuild"
    DOCS_ADD = "/docs add"
    DOCS_REMOVE = "/docs remove"
    SAVED_ANSWER = "Save as answer"
    ANSWERED_GAP = "/gaps"
    DOCS_ROLLBACK = "/docs rollback"
    DOCS_CHANNEL = "/docs channel"
    CHANNEL = "a channel of Discord"
    """What was said, edited or deleted there."""


TOGETHER = (Origin.CHANNEL,)
"""What publishes all day long, a little each time: its states in a row count as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastState:
    """A state of the index as a list of them shows it."""

    info: IndexInfo
    origin: str
    current: bool
    """Whether it answers now."""
    difference: Difference | None
    """From the state before it to this one; None: that one is not kept, or there was none."""
    rollback: Rollback | None
    """How it came to answer, where that is not by being the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """Somebody has gone from one state to another."""

    before: IndexInfo | None
    """None: it can't be read."""
    after: IndexInfo
    difference: Difference
    """From the one to the other; empty where the one can't be read."""
    damaged: tuple[str, ...] = ()
    """The states that can't be read and were passed over, the one before included; newest first."""


def history(store: IndexStore, sight: Sight = ALL) -> tuple[PastState, ...]:
    """List the states that are kept, the newest first, as far as somebody sees them.

    A state in which nothing that they see has changed is none to them; they see the oldest one
    that is kept in any case, for its documents.

    Args:
        store: Where the index is kept.
        sight: What they see.

    Raises:
        IndexNotFoundError: There is no index yet.
        IndexDamagedError: It can't be told which one is current.
    """
    current, rollback, states = store.current(), store.rolled_back(), store.states()
    listed = []
    answers = False  # Whether the next one that is listed is, or equals, the one that answers.
    for place, state in enumerate(states):
        answers = answers or state.info.build_id == current
        seen = _seen(state, sight)
        before = _seen(states[place + 1], sight) if place + 1 < len(states) else None
        changed = None if before is None else difference(before.documents, seen.documents)
        if not sight.unrestricted and changed is not None and not changed:
            continue
        listed.append(
            PastState(
                info=seen.info,
                origin=state.origin,
                current=answers,
                difference=changed,
                rollback=rollback if answers else None,
            )
        )
        answers = False
    return tuple(listed)


def _seen(state: IndexState, sight: Sight) -> IndexState:
    """Return what somebody sees of a state."""
    documents = tuple(one for one in state.documents if sight.sees(one.collection))
    info = counted(state.info, documents)
    if not sight.unrestricted or len(documents) != len(state.documents):
        info = replace(info, sentences=sum(one.size for one in documents), size_bytes=0)
    return replace(state, info=info, documents=documents)


def find_state(states: Sequence[IndexState], current: str, wanted: str | None) -> IndexState:
    """Find a state by its id or the beginning of it; by none, the one before the current one.

    Args:
        states: Those that can be read, the newest first.
        current: The id of the one that answers, which need not be among them.
        wanted: The id, or how it begins.

    Raises:
        IndexNotFoundError: There is no such state, or there are several.
    """
    if wanted is not None and not wanted.strip():
        raise IndexNotFoundError(
            "An empty id names no state; without one it is the state before the current one",
            Remedy(RemedyKind.LIST_STATES),
        )
    if wanted is None:
        found = list(_before(states, current)[:1])
        said = "There is no state of the index before the one that answers now"
        if all(state.info.build_id != current for state in states):
            said = f"{said} that can be read, and that one ({current}) can't either"
    else:
        found = [state for state in states if state.info.build_id.startswith(wanted.strip())]
        how = "more than one state" if len(found) > 1 else "no state"
        said = f"There is {how} of the index whose id begins with {wanted.strip()}"
    if len(found) != 1:
        raise IndexNotFoundError(said, Remedy(RemedyKind.LIST_STATES))
    return found[0]


def _before(states: Sequence[IndexState], current: str) -> Sequence[IndexState]:
    """Return the states before the current one, the newest first: ids grow with every state."""
    return [state for state in states if state.info.build_id < current]


def preview(store: IndexStore, wanted: str | None) -> Switch:
    """Say what going to a state would change, without going there.

    Raises:
        IndexNotFoundError: There is no such state.
    """
    current, states = store.current(), store.states()
    return _switch(states, current, find_state(states, current, wanted))


def go_back(store: IndexStore, wanted: str | None, *, fingerprint: str, origin: str) -> Switch:
    """Make another state the one that answers, at once.

    Args:
        store: Where the index is kept.
        wanted: The state's id, or the beginning of it; None: the newest one before the current one
            of which every byte is as it was written.
        fingerprint: Of the model that questions are read with.
        origin: What goes back.

    Raises:
        IndexNotFoundError: There is no such state.
        IndexOutdatedError: It was made with another model, and could not be asked.
        IndexDamagedError, IndexBusyError, IndexWriteError: As the store says.
    """
    current, states = store.current(), store.states()
    target = find_state(states, current, wanted)
    passed: list[str] = []
    while True:
        try:
            _go_to(store, target, fingerprint=fingerprint, origin=origin)
        except IndexDamagedError:
            earlier = _before(states, target.info.build_id)
            if wanted is not None or not earlier:
                raise
            passed.append(target.info.build_id)
            target = earlier[0]
        else:
            return _switch(states, current, target, passed=passed)


def _go_to(store: IndexStore, target: IndexState, *, fingerprint: str, origin: str) -> None:
    if target.info.fingerprint != fingerprint:
        raise IndexOutdatedError(
            f"The state {target.info.build_id} was made with another model, {target.info.model}",
            Remedy(RemedyKind.SET, "model", target.info.model),
        )
    try:
        store.rollback(target.info.build_id, origin=origin)
    except IndexWriteError as error:
        # What is to be done again afterwards is this, and no build.
        remedies = [one for one in error.remedies if one.kind is not RemedyKind.THEN_BUILD_AGAIN]
        again = Remedy(RemedyKind.THEN_TRY_AGAIN)
        raise IndexWriteError(error.what, *remedies, again) from error


def _switch(
    states: Sequence[IndexState], current: str, target: IndexState, *, passed: Sequence[str] = ()
) -> Switch:
    before = next((state for state in states if state.info.build_id == current), None)
    return Switch(
        before=None if before is None else counted(before.info, before.documents),
        after=counted(target.info, target.documents),
        difference=Difference()
        if before is None
        else difference(before.documents, target.documents),
        damaged=tuple(passed) if before is not None else (current, *passed),
    )
